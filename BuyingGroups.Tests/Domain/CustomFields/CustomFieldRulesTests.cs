using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Tests.Domain.CustomFields;

public sealed class CustomFieldRulesTests
{
    [Theory]
    [InlineData(CustomFieldKind.Text, " gold ", "gold")]
    [InlineData(CustomFieldKind.Number, "-12.34567", "-12.3457")]
    [InlineData(CustomFieldKind.Date, "2026-01-31", "2026-01-31")]
    [InlineData(CustomFieldKind.Boolean, "Yes", "true")]
    [InlineData(CustomFieldKind.Choice, "GOLD", "Gold")]
    public void A_value_is_read_back_as_its_kind_writes_it(CustomFieldKind kind, string text, string expected)
    {
        var value = new AccountFieldValue();
        Assert.Null(CustomFieldRules.Write(FieldOf(kind), value, text));
        Assert.Equal(expected, CustomFieldRules.Read(FieldOf(kind), value));
        Assert.Null(CustomFieldRules.Write(FieldOf(kind), value, " "));
        Assert.True(CustomFieldRules.IsEmpty(value));
    }

    [Theory]
    [InlineData(CustomFieldKind.Number, "many", typeof(NumberExpected))]
    [InlineData(CustomFieldKind.Date, "tomorrow", typeof(DateExpected))]
    [InlineData(CustomFieldKind.Boolean, "perhaps", typeof(TrueOrFalseExpected))]
    [InlineData(CustomFieldKind.Choice, "Bronze", typeof(ChoiceExpected))]
    public void A_value_of_another_kind_is_refused(CustomFieldKind kind, string text, Type refusal)
    {
        var value = new AccountFieldValue();
        Assert.Equal(refusal, CustomFieldRules.Write(FieldOf(kind), value, text)?.GetType());
        Assert.True(CustomFieldRules.IsEmpty(value));
    }

    [Fact]
    public void Choices_are_trimmed_said_once_and_kept_in_order() =>
        Assert.Equal(["Gold", "Silver"], CustomFieldRules.Choices(CustomFieldKind.Choice, [" Gold", "", "gold", "Silver"]).Demand());

    [Fact]
    public void A_choice_field_needs_choices_and_others_have_none()
    {
        Assert.IsType<NoChoices>(CustomFieldRules.Choices(CustomFieldKind.Choice, [" "]).Refusal);
        Assert.Empty(CustomFieldRules.Choices(CustomFieldKind.Text, ["Gold"]).Demand());
    }

    [Fact]
    public void A_name_is_needed() => Assert.Equal(new Required("Name"), CustomFieldRules.Name("  ").Refusal);

    private static CustomField FieldOf(CustomFieldKind kind) =>
        new() { Name = "Tier", Kind = kind, Choices = kind == CustomFieldKind.Choice ? ["Gold", "Silver"] : [] };
}
