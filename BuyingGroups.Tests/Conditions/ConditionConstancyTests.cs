using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Tests.Conditions;

public sealed class ConditionConstancyTests
{
    public static TheoryData<Condition, bool> Cases { get; } = new()
    {
        { Condition.Everything, false },
        { FieldFilter.Of("jobTitle", ConditionOperator.Contains, "VP"), false },
        { FieldFilter.Of("dateOfBirth", ConditionOperator.Less, "1990-01-01"), false },
        { FieldFilter.Of("createdAt", ConditionOperator.InLastDays, "7"), true },
        { FieldFilter.Of("engagementScore", ConditionOperator.GreaterOrEqual, "50"), true },
        { HasFilter.Some("activities"), true },
        { HasFilter.None("memberships"), true },
        { new ConditionGroup(MatchKind.Any, [FieldFilter.Of("city", ConditionOperator.Is, "Malmö"), new ConditionGroup(MatchKind.All, [HasFilter.Some("activities")])]), true },
        { new ConditionGroup(MatchKind.Any, [FieldFilter.Of("city", ConditionOperator.Is, "Malmö"), FieldFilter.Of("persona", ConditionOperator.Is, "1")]), false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Time_activities_scores_and_memberships_change_answers_by_themselves(Condition condition, bool may) => Assert.Equal(may, ConditionConstancy.MayChangeByItself(condition));

    [Fact]
    public void A_persona_is_found_at_any_depth()
    {
        var persona = FieldFilter.Of("persona", ConditionOperator.Is, "1");

        Assert.True(ConditionConstancy.NamesPersona(new ConditionGroup(MatchKind.All, [new ConditionGroup(MatchKind.Any, [persona])])));
        Assert.False(ConditionConstancy.NamesPersona(FieldFilter.Of("jobTitle", ConditionOperator.Is, "1")));
    }
}
