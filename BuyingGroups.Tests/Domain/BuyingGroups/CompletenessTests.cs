using System.Globalization;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.RoleTemplates;
using FsCheck;
using FsCheck.Fluent;

namespace BuyingGroups.Tests.Domain.Groups;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("1:1 2:2 3:3 4:1", "0 2 2 0", 42)] // (0 + 1 + 2/3 + 0) / 4 = 41.67
    [InlineData("1:1", "0", 0)]
    [InlineData("1:1", "1", 100)]
    [InlineData("1:1", "9", 100)] // more than required fills no other role
    [InlineData("1:1 2:1", "9 0", 50)]
    [InlineData("1:3", "1", 33)]
    [InlineData("1:3", "2", 67)]
    [InlineData("1:8", "1", 13)] // 12.5 rounds up
    [InlineData("1:200", "1", 1)] // 0.5 rounds up
    [InlineData("1:201", "1", 0)]
    [InlineData("1:200", "199", 100)] // 99.5 rounds up
    [InlineData("1:201", "200", 100)] // 99.502…
    [InlineData("1:3 2:3 3:3", "1 1 1", 33)]
    public void Is_the_mean_of_the_roles_required_in_whole_percent_half_up(string required, string assigned, int percent)
    {
        var cards = required.Split(' ').Select(role => role.Split(':')).Select(role => Card(Number(role[0]), Number(role[1]))).ToList();
        var members = assigned.Split(' ').Select((count, index) => (Role: cards[index].RoleId, Count: Number(count))).ToDictionary(role => role.Role, role => role.Count);

        Assert.Equal(percent, Completeness.Of(cards, members));
    }

    [Fact]
    public void Roles_that_are_not_required_do_not_count()
    {
        var optional = Card(2, 5);
        optional.RequiredForCompleteness = false;

        Assert.Equal(100, Completeness.Of([Card(1, 1), optional], new Dictionary<int, int> { [1] = 1 }));
        Assert.Equal(0, Completeness.Of([Card(1, 1), optional], new Dictionary<int, int> { [2] = 5 }));
    }

    [Fact]
    public void A_template_that_requires_no_role_asks_for_nothing()
    {
        var optional = Card(1, 1);
        optional.RequiredForCompleteness = false;

        Assert.Equal(100, Completeness.Of([optional], new Dictionary<int, int>()));
        Assert.Equal(100, Completeness.Of([], new Dictionary<int, int>()));
        Assert.Equal(0, Completeness.WeightsOf([optional])!.Denominator);
    }

    [Fact]
    public void The_sum_for_SQL_gives_the_same_percentage()
    {
        var numbers = Gen.Choose(1, 9).Zip(Gen.Choose(0, 10)).NonEmptyListOf().Where(roles => roles.Count <= 20);
        Prop.ForAll(Arb.From(numbers), roles =>
        {
            var cards = roles.Select((role, index) => Card(index + 1, role.Item1)).ToList();
            var assigned = roles.Select((role, index) => (index + 1, role.Item2)).ToDictionary(role => role.Item1, role => role.Item2);
            var weights = Completeness.WeightsOf(cards)!;
            var sum = weights.Roles.Sum(role => Math.Min(assigned[role.RoleId], role.Required) * role.Weight);

            return Completeness.Of(cards, assigned) == (200 * sum + weights.Denominator) / (2 * weights.Denominator);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Numbers_too_large_for_one_sum_are_told_and_still_right()
    {
        int[] primes = [9973, 9967, 9949, 9941, 9931, 9929];
        var cards = primes.Select((prime, index) => Card(index + 1, prime)).ToList();

        Assert.Null(Completeness.WeightsOf(cards));
        Assert.Equal(17, Completeness.Of(cards, new Dictionary<int, int> { [1] = 9973 }));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(2, 3, 67)]
    [InlineData(5, 3, 100)]
    public void A_role_is_as_complete_as_it_is_filled(int assigned, int required, int percent) => Assert.Equal(percent, Completeness.OfRole(assigned, required));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static RoleCard Card(int role, int required) => new() { RoleId = role, MembersRequired = required, RequiredForCompleteness = true };
}
