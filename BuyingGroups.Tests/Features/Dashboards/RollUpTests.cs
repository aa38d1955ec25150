using System.Globalization;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Dashboards;
using BuyingGroups.Portal.Features.Dashboards.RollUps;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using BuyingGroups.Tests.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Actor = BuyingGroups.Domain.Actors.ActorKind;

namespace BuyingGroups.Tests.Features.Dashboards;

/// <summary>Roll-ups say what counting everything would say, whatever happened and in whatever order.</summary>
public sealed class RollUpTests
{
    private const int Accounts = 12;

    [OnEveryDatabase]
    public async Task After_random_changes_roll_ups_equal_a_recount_on_every_day_there_was(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var seed = Environment.GetEnvironmentVariable("BUYINGGROUPS_SEED") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 20260302;
        var random = new Random(seed);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var model = await portal.Database.StageModelAsync();
        await world.UseAsync(portal.Database, model);
        for (var i = 0; i < Accounts; i++)
            await world.AccountAsync($"Cargo {i}", ["Chief pilot", "VP sales", "VP fleet", "route planner", "cook", "cook"]);
        (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();
        var look = portal.Services.GetRequiredService<RollUpLook>();
        var history = new Dictionary<DateOnly, (double Groups, double Members, double Won)>();
        for (var day = 0; day < 3; day++)
        {
            for (var change = 0; change < 6; change++)
            {
                await ChangeAsync(portal, world, model, random);
                await look.RefreshAsync(Now(portal), CancellationToken.None);
                Assert.True((await CompareAsync(portal)) is { Differing: 0 } right, $"seed {seed}, day {day}, change {change}");
                await MatchesANaiveCountAsync(portal);
                portal.Clock.Advance(TimeSpan.FromMinutes(2));
            }
            await using var context = portal.Open();
            var won = model.Named("Won").Id;
            history[portal.Services.GetRequiredService<PortalTimeZone>().DayOf(Now(portal))] = (
                await context.BuyingGroups.CountAsync(), await context.Members.CountAsync(m => m.IsActive), await context.BuyingGroups.CountAsync(g => g.StageId == won));
            portal.Clock.Advance(TimeSpan.FromDays(1));
            await look.RefreshAsync(Now(portal), CancellationToken.None);
        }

        var groups = (await portal.AskAsync(new GetGroupsDashboard(new DashboardFilter(7)))).Demand();
        var roles = (await portal.AskAsync(new GetRoleInsights(new DashboardFilter(7)))).Demand();
        foreach (var (day, then) in history)
        {
            Assert.Equal(then.Groups, groups.Growth.Rows.Single(row => row.Name.Day == day).Values[0]);
            Assert.Equal(then.Members, roles.Acquisition.Rows.Single(row => row.Name.Day == day).Values.Sum());
        }
    }

    [OnEveryDatabase]
    public async Task Engagement_of_accounts_is_kept_by_day_and_its_change_by_period(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var surging = await world.GroupAsync(await world.AccountAsync("Hexa Freight", ["Chief pilot"]));
        var cooling = await world.GroupAsync(await world.AccountAsync("Vega Grid", ["Chief pilot"]));
        var writer = portal.Services.GetRequiredService<RollUpWriter>();

        foreach (var (days, up, down) in new[] { (0, 10.0, 60.0), (10, 14.004, 55.0), (20, 40.0, 55.0), (6, 52.5, 41.0) })
        {
            portal.Clock.Advance(TimeSpan.FromDays(days));
            await ScoreAsync(portal, surging.Id, up);
            await ScoreAsync(portal, cooling.Id, down);
            await writer.CountAllAsync(Now(portal), CancellationToken.None);
            await writer.CountAllAsync(Now(portal), CancellationToken.None);
        }

        await using var context = portal.Open();
        var score = await context.AccountScores.SingleAsync(s => s.AccountId == surging.AccountId);
        Assert.Equal((5250, 3850, 4250, 4250), (score.Engagement, score.Change7, score.Change30, score.Change90));
        Assert.Equal([1000, 1400, 4000, 5250], await context.AccountScoreDays.Where(d => d.AccountId == surging.AccountId).OrderBy(d => d.Day).Select(d => d.Engagement).ToListAsync());
        Assert.Equal(3, await context.AccountScoreDays.CountAsync(d => d.AccountId == cooling.AccountId));
        var movers = (await portal.AskAsync(new GetIntelligentDashboard(new DashboardFilter(30)))).Demand().Movers;
        Assert.Equal((1, 1, "Hexa Freight", "Vega Grid"), (movers.Surging, movers.AtRisk, movers.Up.Single().Name, movers.Down.Single().Name));
        Assert.Equal(["Hexa Freight"], (await portal.AskAsync(new FindAccounts(new AccountFilter { Moved = new EngagementMove(true, 30) }, new PageRequest()))).Demand().Rows.Select(row => row.Name));
        Assert.Equal(["Vega Grid"], (await portal.AskAsync(new FindAccounts(new AccountFilter { Moved = new EngagementMove(false, 30) }, new PageRequest()))).Demand().Rows.Select(row => row.Name));
        Assert.Equal(("/accounts?moved=surging-30", "/accounts?moved=at-risk-30"), (movers.SurgingHref, movers.AtRiskHref));
        Assert.Equal((43, -19), (movers.Up.Single().Change, movers.Down.Single().Change));
    }

    [Fact]
    public async Task A_change_is_booked_on_the_day_of_the_portal_not_on_that_of_Greenwich()
    {
        await using var portal = await TestPortal.CreateAsync(replace: services => services.AddSingleton(new PortalTimeZone("Asia/Taipei")));
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var look = portal.Services.GetRequiredService<RollUpLook>();
        var midnight = portal.Services.GetRequiredService<PortalTimeZone>().StartOf(portal.Services.GetRequiredService<PortalTimeZone>().DayOf(Now(portal)).AddDays(2));
        portal.Clock.Advance(midnight.AddMinutes(-10) - Now(portal));
        await world.GroupAsync(await world.AccountAsync("Hexa Freight", ["Chief pilot"]));
        await look.RefreshAsync(Now(portal), CancellationToken.None);
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.GroupAsync(await world.AccountAsync("Vega Grid", ["Chief pilot"]));
        await look.RefreshAsync(Now(portal), CancellationToken.None);

        var growth = (await portal.AskAsync(new GetGroupsDashboard(new DashboardFilter(7)))).Demand().Growth;

        Assert.Equal(16, Now(portal).Hour);
        Assert.Equal(DateOnly.FromDateTime(Now(portal)).AddDays(1), growth.Rows[^1].Name.Day);
        Assert.Equal([1, 2], growth.Rows.Select(row => row.Values[0]).TakeLast(2));
    }

    [OnEveryDatabase]
    public async Task Who_is_in_several_groups_is_kept_person_by_person_and_found_in_the_list(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["Chief pilot", "VP sales", "cook"]);
        var groups = new List<long> { (await world.GroupAsync(account)).Id };
        foreach (var name in new[] { "Second", "Third" })
            groups.Add((await world.GroupAsync(account, await world.MoreAsync(name))).Id);
        var writer = portal.Services.GetRequiredService<RollUpWriter>();
        var people = account.People.Select(person => person.Id).ToList();
        var (chief, vice) = (people[0], people[1]);
        foreach (var (group, person) in new[] { (0, chief), (1, chief), (2, chief), (0, vice), (1, vice), (0, people[2]) })
            (await portal.SendAsync(new AssignMembers(groups[group], [new MemberAssignment(person, GroupWorld.Influencer)]))).Demand();

        await writer.CountAllAsync(Now(portal), CancellationToken.None);
        Assert.Equal([chief], await InAsync(3));
        Assert.Equal([vice], await InAsync(2));
        (await portal.SendAsync(new RemoveMembers(groups[2], [chief]))).Demand();
        (await portal.SendAsync(new RemoveMembers(groups[1], [vice]))).Demand();
        await writer.CountAllAsync(Now(portal), CancellationToken.None);

        Assert.Equal([chief], await InAsync(2));
        Assert.Empty(await InAsync(3));
        Assert.Equal(2, (await InAsync(1)).Count);
        var dashboard = (await portal.AskAsync(new GetIntelligentDashboard(new DashboardFilter()))).Demand();
        Assert.Equal([2, 1, 0, 0], dashboard.Overlap.Rows.Select(row => row.Values[0]));
        Assert.Equal("/people?groups=2", dashboard.Overlap.Rows[1].Href);

        async Task<IReadOnlyList<long>> InAsync(int number) =>
            [.. (await portal.AskAsync(new FindPeople(new PersonFilter { Groups = number }, new PageRequest()))).Demand().Rows.Select(row => row.Id)];
    }

    [OnEveryDatabase]
    public async Task Each_activity_is_counted_once_by_its_type_and_the_day_it_occurred(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["Chief pilot"]);
        var look = portal.Services.GetRequiredService<RollUpLook>();
        await look.RefreshAsync(Now(portal), CancellationToken.None);
        portal.Clock.Advance(TimeSpan.FromDays(1));

        await HappenAsync(ActivityType.PageViews, ActivityType.PageViews, ActivityType.AttendEvent);
        await look.RefreshAsync(Now(portal), CancellationToken.None);
        Assert.Empty((await CountsAsync()).Rows);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await look.RefreshAsync(Now(portal), CancellationToken.None);
        await look.RefreshAsync(Now(portal), CancellationToken.None);
        await HappenAsync(ActivityType.PageViews);
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await look.RefreshAsync(Now(portal), CancellationToken.None);

        Assert.Equal([("Page Views", 3d), ("Attend Event", 1d)], (await CountsAsync()).Rows.Select(row => (row.Name.Text, row.Values[0]!.Value)));
        await using var context = portal.Open();
        Assert.Equal([2, 1, 1], await context.ActivityTallyDays.OrderBy(d => d.Day).ThenByDescending(d => d.Activities).Select(d => d.Activities).ToListAsync());

        async Task HappenAsync(params int[] types)
        {
            foreach (var type in types)
                await portal.Database.AddAsync(new Activity { AccountId = account.Id, PersonId = account.People.Single().Id, ActivityTypeId = type, OccurredAt = Now(portal), RecordedAt = Now(portal) });
        }

        async Task<ChartData> CountsAsync() => (await portal.AskAsync(new GetEngagementDashboard(new DashboardFilter(30)))).Demand().Activities;
    }

    [Fact]
    public async Task A_check_tells_what_is_wrong_and_puts_it_right()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await world.GroupAsync(await world.AccountAsync("Hexa Freight", ["Chief pilot"]));
        await portal.Services.GetRequiredService<RollUpWriter>().CountAllAsync(Now(portal), CancellationToken.None);
        await using (var context = portal.Open())
            await context.GroupTallies.ExecuteUpdateAsync(set => set.SetProperty(t => t.Groups, 7L));

        var job = (await portal.SendAsync(new CheckRollUps())).Demand();
        await portal.RunJobsAsync();

        await using (var context = portal.Open())
            Assert.Contains("\"differing\":5", (await context.Jobs.SingleAsync(j => j.Id == job)).Result, StringComparison.Ordinal);
        Assert.Equal(1, (await portal.AskAsync(new GetGroupsDashboard(new DashboardFilter()))).Demand().Figures[0].Value);
    }

    private static DateTime Now(TestPortal portal) => portal.Clock.GetUtcNow().UtcDateTime;

    private static async Task<RollUpFindings> CompareAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        return await portal.Services.GetRequiredService<RollUpCheck>().CompareAsync(context, CancellationToken.None);
    }

    /// <summary>Counted here from the rows themselves, not with the portal's own queries.</summary>
    private static async Task MatchesANaiveCountAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        var groups = await context.BuyingGroups.AsNoTracking().Include(g => g.Account).Include(g => g.RoleFills).Include(g => g.Members).ThenInclude(m => m.Person).ToListAsync();
        var tallies = await context.GroupTallies.AsNoTracking().Where(t => t.Groups > 0 && t.Industry != IPlacedTally.All && t.Region != IPlacedTally.All).ToListAsync();
        Assert.Equal(
            groups.GroupBy(g => (g.Account!.Industry, g.StageId ?? 0)).Select(q => (q.Key, (long)q.Count(), q.Count(g => g.Completeness is >= 25 and < 50), q.Sum(g => g.Completeness))).Order().Select(x => x.ToString()),
            tallies.GroupBy(t => (t.Industry, t.StageId)).Select(q => (q.Key, q.Sum(t => t.Groups), (int)q.Sum(t => t.Complete25), (int)q.Sum(t => t.Completeness))).Order().Select(x => x.ToString()));
        Assert.Equal(groups.Count(g => Math.Round(g.EngagementScore, MidpointRounding.AwayFromZero) is >= 50 and < 75), tallies.Sum(t => t.Engaged50));
        var roles = await context.RoleTallies.AsNoTracking().Where(t => t.Industry != IPlacedTally.All && t.Region != IPlacedTally.All).ToListAsync();
        foreach (var role in roles.GroupBy(r => r.RoleId))
        {
            var members = groups.SelectMany(g => g.Members).Where(m => m.IsActive && m.RoleId == role.Key).ToList();
            Assert.Equal(members.Count, role.Sum(r => r.Members));
            Assert.Equal(groups.Count(g => g.Members.Any(m => m.IsActive && m.RoleId == role.Key)), role.Sum(r => r.Covered));
            Assert.Equal(members.Sum(m => m.Person!.EngagementScore), role.Sum(r => r.Engagement) / 100.0, 0.05);
        }
    }

    private static async Task ChangeAsync(TestPortal portal, GroupWorld world, StageModel model, Random random)
    {
        await using var context = portal.Open();
        var ids = await context.BuyingGroups.OrderBy(g => g.Id).Select(g => new { g.Id, g.AccountId }).ToListAsync();
        var group = ids[random.Next(ids.Count)];
        var people = await context.People.Where(p => p.AccountId == group.AccountId).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        var person = people[random.Next(people.Count)];
        switch (random.Next(6))
        {
            case 0:
                int[] roles = [GroupWorld.DecisionMaker, GroupWorld.Influencer, GroupWorld.Practitioner, GroupWorld.Champion];
                await portal.SendAsync(new AssignMembers(group.Id, [new MemberAssignment(person, roles[random.Next(roles.Length)])]));
                break;
            case 1:
                await portal.SendAsync(new RemoveMembers(group.Id, [person]));
                break;
            case 2 or 3:
                await portal.SendAsync(new MoveBuyingGroupStage(group.Id, model.Stages[random.Next(model.Stages.Count)].Id));
                break;
            case 4:
                await world.AccountAsync($"More cargo {random.Next()}", ["Chief pilot", "VP sales"]);
                (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
                await portal.RunJobsAsync();
                break;
            default:
                await ScoreAsync(portal, group.Id, random.Next(0, 1000) / 10.0);
                await context.People.Where(p => p.Id == person).ExecuteUpdateAsync(set => set.SetProperty(p => p.EngagementScore, random.Next(0, 1000) / 10.0));
                // Rescoring is a job, and the end of a job is what the roll-ups see.
                await portal.Database.AddAsync(new BackgroundJob
                {
                    Kind = "engagement-scores",
                    Title = "Engagement scores",
                    Parameters = "{}",
                    Status = JobStatus.Succeeded,
                    ActorId = world.Actors[Actor.System],
                    CreatedAt = Now(portal),
                    FinishedAt = Now(portal),
                });
                break;
        }
    }

    private static async Task ScoreAsync(TestPortal portal, long group, double score)
    {
        await using var context = portal.Open();
        await context.BuyingGroups.Where(g => g.Id == group).ExecuteUpdateAsync(set => set.SetProperty(g => g.EngagementScore, score));
    }
}
