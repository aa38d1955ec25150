using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Tests.Domain.Accounts;

public sealed class AccountRulesTests
{
    private readonly Account account = new() { SourceKey = "a", Name = "Northwind" };

    [Fact]
    public void Every_field_is_called_in_forms_what_it_is_called_in_conditions()
    {
        var catalog = new ConditionCatalog { Now = DateTime.UnixEpoch };
        foreach (var field in AccountRules.Fields)
        {
            var attribute = catalog.Attribute(ConditionScope.Account, field.Key);
            Assert.NotNull(attribute);
            Assert.Equal((attribute.Label, attribute.Kind, attribute.IsWhole), (field.Label, field.Kind, field.IsWhole));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        foreach (var field in AccountRules.Fields)
        {
            var value = field.Kind == AttributeKind.Number ? "1250" : $"The {field.Label}";
            Assert.Null(field.Write(account, $"  {value} "));
            Assert.Equal(value, field.Read(account));
        }
    }

    [Theory]
    [InlineData("name", " ", typeof(Required))]
    [InlineData("annualRevenue", "a lot", typeof(NumberExpected))]
    [InlineData("annualRevenue", "-1", typeof(OutOfRange))]
    [InlineData("annualRevenue", "1e20", typeof(OutOfRange))]
    [InlineData("numberOfEmployees", "1.5", typeof(WholeNumberExpected))]
    [InlineData("numberOfEmployees", "9999999999", typeof(OutOfRange))]
    [InlineData("industry", "Paper\0", typeof(UnreadableCharacter))]
    public void A_value_that_does_not_fit_is_refused_and_the_record_stays(string key, string text, Type refusal)
    {
        var field = AccountRules.FieldOf(key)!;
        var before = field.Read(account);
        Assert.Equal(refusal, field.Write(account, text)?.GetType());
        Assert.Equal(before, field.Read(account));
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal(new UnreadableCharacter("Industry"), AccountRules.FieldOf("industry")!.Write(account, "Paper" + '\ud83d'));

    [Fact]
    public void A_text_may_be_as_long_as_its_field_and_no_longer()
    {
        foreach (var field in AccountRules.Fields.Where(field => field.Kind == AttributeKind.Text))
        {
            Assert.Null(field.Write(account, new string('x', field.MaxLength)));
            Assert.Equal(new TooLong(field.Label, field.MaxLength), field.Write(account, new string('x', field.MaxLength + 1)));
        }
    }

    [Fact]
    public void An_account_may_not_come_under_itself()
    {
        Assert.Null(AccountRules.ParentProblem(1, []));
        Assert.Null(AccountRules.ParentProblem(1, [(2, "Holding"), (3, "Group")]));
        Assert.Equal(new OwnParent(), AccountRules.ParentProblem(1, [(1, "Northwind"), (3, "Group")]));
        Assert.Equal(new ParentBelow("Branch"), AccountRules.ParentProblem(1, [(7, "Branch"), (6, "Country"), (1, "Northwind")]));
    }
}
