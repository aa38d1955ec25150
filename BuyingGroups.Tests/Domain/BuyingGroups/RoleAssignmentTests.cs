using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.People;

namespace BuyingGroups.Tests.Domain.Groups;

public sealed class RoleAssignmentTests
{
    [Theory]
    [InlineData("vp of sales", 5)]
    [InlineData("sales planner", 2)]
    [InlineData("cook", RoleAssignment.NoRole)]
    public void A_person_goes_to_the_first_role_in_priority_order_whose_condition_matches(string title, int role)
    {
        var rules = new[]
        {
            new RoleRule(5, person => person.NormalizedJobTitle!.Contains("vp")),
            new RoleRule(2, p => p.NormalizedJobTitle!.Contains("sales")),
        };

        var first = RoleAssignment.FirstMatchingRole(rules).Compile();

        Assert.Equal(role, first(new Person { SourceKey = "p", Email = "p@x.example", JobTitle = title }));
    }

    [Fact]
    public void Without_rules_nobody_gets_a_role() =>
        Assert.Equal(RoleAssignment.NoRole, RoleAssignment.FirstMatchingRole([]).Compile()(new Person { SourceKey = "p", Email = "p@x.example" }));
}
