using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.RoleTemplates;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

public sealed class ConditionValidationTests
{
    public static TheoryData<Condition, string, string> Wrong => new()
    {
        { All(Filter("industry", ConditionOperator.Is, "x"), Filter("shoeSize", ConditionOperator.Is, "43")), "1", nameof(AttributeUnknown) },
        { All(Filter("custom:99", ConditionOperator.Is, "x")), "0", nameof(AttributeUnknown) },
        { All(Filter("custom:6", ConditionOperator.Is, "a field of people")), "0", nameof(AttributeUnknown) },
        { All(Filter("custom:5", ConditionOperator.Is, "Antarctica")), "0", nameof(OptionUnknown) },
        { All(Filter("owner", ConditionOperator.Is, "77")), "0", nameof(OptionUnknown) },
        { All(HasFilter.Some("buyingGroups", Filter("stage", ConditionOperator.IsAnyOf, "1", "9"))), "0.0.0", nameof(OptionUnknown) },
        { All(HasFilter.Some("buyingGroups", Filter("peopleInRole:77", ConditionOperator.GreaterOrEqual, "1"))), "0.0.0", nameof(AttributeUnknown) },
        { All(HasFilter.Some("people", Filter("persona", ConditionOperator.Is, "9"))), "0.0.0", nameof(OptionUnknown) },
        { All(HasFilter.Some("memberships")), "0", nameof(RelationUnknown) },
        { All(Filter("industry", ConditionOperator.GreaterOrEqual, "1")), "0", nameof(OperatorDoesNotFit) },
        { All(Filter("numberOfEmployees", ConditionOperator.Contains, "1")), "0", nameof(OperatorDoesNotFit) },
        { All(Filter("createdAt", ConditionOperator.IsEmpty)), "0", nameof(OperatorDoesNotFit) },
        { All(Filter("industry", ConditionOperator.Is)), "0", nameof(ValueMissing) },
        { All(Filter("industry", ConditionOperator.Is, "  ")), "0", nameof(ValueMissing) },
        { All(Filter("industry", ConditionOperator.IsAnyOf)), "0", nameof(ValueMissing) },
        { All(Filter("annualRevenue", ConditionOperator.Between, "1")), "0", nameof(ValueMissing) },
        { All(Filter("annualRevenue", ConditionOperator.Between, "2", "1")), "0", nameof(RangeReversed) },
        { All(Filter("createdAt", ConditionOperator.Between, "2026-02-02", "2026-02-01")), "0", nameof(RangeReversed) },
        { All(Filter("industry", ConditionOperator.Is, "a", "b")), "0", nameof(TooManyValues) },
        { All(Filter("industry", ConditionOperator.IsEmpty, "a")), "0", nameof(TooManyValues) },
        { All(Filter("industry", ConditionOperator.Is, new string('x', 256))), "0", nameof(ValueTooLong) },
        { All(Filter("annualRevenue", ConditionOperator.Equal, "1.00001")), "0", nameof(NotANumber) },
        { All(Filter("annualRevenue", ConditionOperator.Equal, "100000000000000")), "0", nameof(NotANumber) },
        { All(Filter("annualRevenue", ConditionOperator.Equal, "1,5")), "0", nameof(NotANumber) },
        { All(Filter("annualRevenue", ConditionOperator.Equal, "NaN")), "0", nameof(NotANumber) },
        { All(Filter("numberOfEmployees", ConditionOperator.Equal, "1.5")), "0", nameof(NotAWholeNumber) },
        { All(Filter("numberOfEmployees", ConditionOperator.Equal, "2147483648")), "0", nameof(NotAWholeNumber) },
        { All(Filter("createdAt", ConditionOperator.Equal, "2026-02-30")), "0", nameof(NotADate) },
        { All(Filter("createdAt", ConditionOperator.Equal, "9999-12-31")), "0", nameof(NotADate) },
        { All(Filter("createdAt", ConditionOperator.InLastDays, "0")), "0", nameof(DaysOutOfRange) },
        { All(new HasFilter("people", ConditionOperator.GreaterOrEqual, 0, All())), "0", nameof(CountOutOfRange) },
        { All(new HasFilter("people", ConditionOperator.Equal, -1, All())), "0", nameof(CountOutOfRange) },
        { All(new HasFilter("people", ConditionOperator.Contains, 1, All())), "0", nameof(OperatorDoesNotFit) },
        { All(Any()), "0", nameof(GroupEmpty) },
        { Any(), "", nameof(GroupEmpty) },
        { new UnreadableCondition("{"), "", nameof(ConditionUnreadable) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_mistake_is_named_at_its_place_and_is_never_translated(Condition condition, string path, string name)
    {
        var problem = Assert.Single(ConditionValidation.Of(condition, ConditionScope.Account, Catalog));

        Assert.Equal((path, name), (problem.Path.Text, problem.Refusal.Name));
        Assert.Equal(name, ConditionTranslation.OfAccounts(condition, Catalog).Refusal?.Name);
    }

    [Fact]
    public void An_empty_root_means_everything_and_an_empty_where_counts_all()
    {
        Assert.Empty(ConditionValidation.Of(Condition.Everything, ConditionScope.Account, Catalog));
        Assert.Empty(ConditionValidation.Of(HasFilter.Some("people"), ConditionScope.Account, Catalog));
    }

    [Fact]
    public void A_condition_that_is_too_deep_is_refused_by_name()
    {
        Condition condition = Filter("industry", ConditionOperator.Is, "x");
        for (var level = 0; level < ConditionLimits.Depth; level++)
            condition = All(condition);
        Assert.Empty(ConditionValidation.Of(condition, ConditionScope.Account, Catalog));

        Assert.IsType<ConditionTooDeep>(Assert.Single(ConditionValidation.Of(All(condition), ConditionScope.Account, Catalog)).Refusal);
    }

    [Fact]
    public void A_condition_that_is_too_large_is_refused_by_name()
    {
        var filter = Filter("industry", ConditionOperator.IsAnyOf, [.. Enumerable.Range(0, 500).Select(number => $"industry {number}")]);

        Assert.Empty(ConditionValidation.Of(All(filter, filter, filter), ConditionScope.Account, Catalog));
        Assert.IsType<ConditionTooLarge>(Assert.Single(ConditionValidation.Of(All(filter, filter, filter, filter), ConditionScope.Account, Catalog)).Refusal);
        var many = All([.. Enumerable.Repeat<Condition>(Filter("industry", ConditionOperator.IsEmpty), ConditionLimits.Nodes)]);
        Assert.IsType<ConditionTooLarge>(Assert.Single(ConditionValidation.Of(many, ConditionScope.Account, Catalog)).Refusal);
    }

    [Fact]
    public void A_persona_is_a_flat_list_of_up_to_five_fields()
    {
        var filter = Filter("jobTitle", ConditionOperator.Contains, "VP");
        Condition[] wrong = [All(), filter, All(filter, filter, filter, filter, filter, filter), All(All(filter)), All(HasFilter.Some("memberships")), All(Filter("persona", ConditionOperator.Is, "1"))];

        Assert.Empty(ConditionValidation.OfPersona(Any(filter, filter, filter, filter, filter), Catalog));
        Assert.All(wrong, condition => Assert.IsType<PersonaNotFlat>(Assert.Single(ConditionValidation.OfPersona(condition, Catalog)).Refusal));
    }

    [Fact]
    public void A_broken_persona_is_named_where_it_is_used()
    {
        var catalog = new ConditionCatalog
        {
            Now = Now,
            Personas = [new Persona { Id = 1, Name = "Old", Condition = All(Filter("custom:7", ConditionOperator.Equal, "1")) }],
        };

        var problem = Assert.Single(ConditionValidation.Of(All(Filter("persona", ConditionOperator.Is, "1")), ConditionScope.Person, catalog));
        Assert.Equal(("0", nameof(PersonaBroken)), (problem.Path.Text, problem.Refusal.Name));
    }
}
