using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Maintenance;

/// <summary>
/// Manual, journey and system changes in random order, some of the journeys' made by the engine itself: maintenance never undoes a higher source, what it
/// may decide is as the template says, and what dashboards read equals a recount.
/// </summary>
[Trait("Category", "Fuzz")]
public sealed class PrecedenceUnderMaintenanceTests
{
    private static readonly string[] Titles = ["chief", "VP", "planner", "cook", "VP and chief", "chief planner"];
    private static readonly int[] Roles = [GroupWorld.DecisionMaker, GroupWorld.Influencer, GroupWorld.Practitioner, GroupWorld.Champion];

    [OnEveryDatabase]
    public async Task Maintenance_never_undoes_a_higher_source_and_counts_stay_true(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var random = new Random(kind == DatabaseKind.Sqlite ? 20261122 : 4711);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var engine = JourneyWorld.Around(portal.Database, portal.Clock);
        List<(long Account, long Group)> places = [];
        for (var number = 1; number <= 5; number++)
        {
            var (account, group) = await world.GroupAsync($"Account {number}", [.. Enumerable.Range(0, 4).Select(_ => Titles[random.Next(Titles.Length)])]);
            places.Add((account.Id, group.Id));
        }
        for (var round = 0; round < 12; round++)
        {
            for (var change = random.Next(1, 12); change > 0; change--)
                await ChangeSomethingAsync(portal, world, engine, random, places);
            var before = await StandingAsync(portal);
            await world.MaintainAsync();
            var after = await StandingAsync(portal);
            foreach (var (place, standing) in before.Where(one => one.Value.Source > ActorKind.System))
                Assert.Equal(standing, after[place]);
            await SystemMembersFitAsync(portal, before, after);
            await world.CountsAreTrueAsync();
            await RollUpsAreTrueAsync(portal);
            portal.Clock.Advance(TimeSpan.FromMinutes(random.Next(0, 600)));
        }
    }

    private static async Task ChangeSomethingAsync(TestPortal portal, MaintenanceWorld world, JourneyWorld engine, Random random, List<(long Account, long Group)> places)
    {
        var (account, group) = places[random.Next(places.Count)];
        await using var context = portal.Open();
        var people = await context.People.Where(p => p.AccountId == account).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        if (people.Count == 0)
            return;
        var person = people[random.Next(people.Count)];
        switch (random.Next(9))
        {
            case 0:
                await world.ChangeAsync(person, p => p.AccountId = places[random.Next(places.Count)].Account);
                break;
            case 1 or 2 or 3:
                await world.ChangeAsync(person, p => p.JobTitle = Titles[random.Next(Titles.Length)]);
                break;
            case 4:
                await TravelAsync(portal, world, engine, random, account);
                break;
            default:
                var by = (ActorKind)random.Next(1, 4);
                await world.AskAsync(by, group, person, (MembershipChangeKind)random.Next(1, 4), Roles[random.Next(Roles.Length)]);
                // Jobs change members of people who changed; nobody else writes as System.
                if (by == ActorKind.System)
                    await world.ChangeAsync(person, p => p.City = $"City {random.Next()}");
                break;
        }
        portal.Clock.Advance(TimeSpan.FromSeconds(random.Next(0, 90)));
    }

    /// <summary>A journey of the account alone assigns, or removes, everybody of it.</summary>
    private static async Task TravelAsync(TestPortal portal, MaintenanceWorld world, JourneyWorld engine, Random random, long account)
    {
        var list = new AccountList { Name = $"List {random.Next()}", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        await portal.Database.AddAsync(list);
        await portal.Database.AddAsync(new AccountListMember { AccountListId = list.Id, AccountId = account, AddedAt = portal.Clock.GetUtcNow().UtcDateTime, ActorId = world.World.Actors[ActorKind.Manual] });
        var solution = world.World.Solution.Id;
        NodeSettings act = random.Next(3) == 0 ? new RemoveFromBuyingGroupSettings(solution) : new AssignToBuyingGroupSettings(solution, Roles[random.Next(Roles.Length)]);
        var journey = await engine.PublishAsync(new Drawing().Add("start", new AccountAudienceSettings(null, list.Id), "act").Add("act", act), $"Journey {list.Id}");
        await engine.RunAsync();
        Assert.Equal("act Completed", Assert.Single(await engine.WhereAsync(journey)).Value);
    }

    private static async Task RollUpsAreTrueAsync(TestPortal portal)
    {
        await portal.Services.GetRequiredService<RollUpLook>().RefreshAsync(portal.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        await using var context = portal.Open();
        Assert.Empty((await portal.Services.GetRequiredService<RollUpCheck>().CompareAsync(context, CancellationToken.None)).Examples);
    }

    private static async Task<Dictionary<(long Group, long Person), StandingMembership>> StandingAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        return await context.Members.ToDictionaryAsync(m => (m.BuyingGroupId, m.PersonId), m => new StandingMembership(m.RoleId, m.Source, m.ActorId, m.IsActive));
    }

    private static async Task SystemMembersFitAsync(
        TestPortal portal, Dictionary<(long Group, long Person), StandingMembership> before, Dictionary<(long Group, long Person), StandingMembership> after)
    {
        await using var context = portal.Open();
        var people = await context.People.ToListAsync();
        foreach (var group in await context.BuyingGroups.ToListAsync())
        {
            foreach (var person in people.Where(p => before.GetValueOrDefault((group.Id, p.Id)) is null or { Source: ActorKind.System }))
            {
                var role = person.AccountId == group.AccountId ? RoleOf(person.JobTitle!) : RoleAssignment.NoRole;
                var stands = after.GetValueOrDefault((group.Id, person.Id));
                Assert.Equal((person.Id, role), (person.Id, stands is { IsActive: true } ? stands.RoleId : RoleAssignment.NoRole));
            }
        }
    }

    // The template of the world, by hand.
    private static int RoleOf(string title) =>
        title.Contains("chief", StringComparison.Ordinal) ? GroupWorld.DecisionMaker
        : title.Contains("VP", StringComparison.Ordinal) ? GroupWorld.Influencer
        : title.Contains("planner", StringComparison.Ordinal) ? GroupWorld.Practitioner
        : RoleAssignment.NoRole;
}
