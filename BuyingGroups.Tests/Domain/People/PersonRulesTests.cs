using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;

namespace BuyingGroups.Tests.Domain.People;

public sealed class PersonRulesTests
{
    private readonly Person person = new() { SourceKey = "p", Email = "maria@example.com" };

    [Fact]
    public void Every_field_is_called_in_forms_what_it_is_called_in_conditions()
    {
        var catalog = new ConditionCatalog { Now = DateTime.UnixEpoch };
        foreach (var field in PersonRules.Fields)
        {
            var attribute = catalog.Attribute(ConditionScope.Person, field.Key);
            Assert.NotNull(attribute);
            Assert.Equal((attribute.Label, attribute.Kind), (field.Label, field.Kind));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        foreach (var field in PersonRules.Fields)
        {
            var value = field.Kind switch
            {
                AttributeKind.Date => "1980-02-29",
                AttributeKind.Boolean => "true",
                _ => field.Key == "email" ? "m@example.org" : $"The {field.Label}",
            };
            Assert.Null(field.Write(person, value));
            Assert.Equal(value, field.Read(person));
        }
    }

    [Theory]
    [InlineData("maria.anders@example.com")]
    [InlineData("o'brien+news@mail.example.co.uk")]
    [InlineData("jörg@bücher.example")]
    public void An_address_that_can_be_one_is_taken(string email) => Assert.Null(PersonRules.EmailProblem(email));

    [Theory]
    [InlineData("maria")]
    [InlineData("@example.com")]
    [InlineData("maria@")]
    [InlineData("maria@example")]
    [InlineData("maria@@example.com")]
    [InlineData("maria anders@example.com")]
    [InlineData("maria@example..com")]
    [InlineData("maria@.example.com")]
    [InlineData("maria@example.com.")]
    [InlineData(".maria@example.com")]
    [InlineData("a@example.com; b@example.com")]
    [InlineData("Maria <maria@example.com>")]
    public void An_address_that_cannot_be_one_is_refused(string email)
    {
        Assert.IsType<MalformedEmail>(PersonRules.EmailProblem(email));
        Assert.IsType<MalformedEmail>(PersonRules.FieldOf("email")!.Write(person, email));
        Assert.Equal("maria@example.com", person.Email);
    }

    [Theory]
    [InlineData("31.01.1980")]
    [InlineData("1980-02-30")]
    public void A_date_that_is_none_is_refused(string text) => Assert.IsType<DateExpected>(PersonRules.FieldOf("dateOfBirth")!.Write(person, text));

    [Fact]
    public void Roles_in_the_account_are_trimmed_and_said_once() =>
        Assert.Equal(["Employee", "Owner"], PersonRules.Roles([" Employee", "", "employee", "Owner "]).Demand());

    [Fact]
    public void More_roles_than_are_kept_are_refused() =>
        Assert.IsType<TooManyRolesInAccount>(PersonRules.Roles(Enumerable.Range(0, PersonRules.RolesMost + 1).Select(n => $"Role {n}")).Refusal);
}
