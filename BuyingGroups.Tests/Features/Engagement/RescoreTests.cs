using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Events;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Engagement;

[Trait("Category", "Database")]
public sealed class RescoreTests
{
    /// <summary>Random activities, over the edges of days, months and the change of the clock: the statements say what the functions say.</summary>
    [OnEveryDatabase]
    public async Task The_statements_and_the_functions_agree_on_random_data(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        // Stockholm's clock goes forward on 29 March.
        portal.Clock.Set(new DateTimeOffset(2026, 4, 10, 6, 0, 0, TimeSpan.Zero));
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 12, peopleEach: 5);
        var random = new Random(20260410);
        await world.RandomActivitiesAsync(random, 3_000);
        await world.ScoresAreTrueAsync();

        // More arrive, some long past, a few in the future; a member leaves, one joins; days go by and what was done ages out.
        for (var round = 0; round < 3; round++)
        {
            portal.Clock.Advance(TimeSpan.FromDays(random.Next(1, 9)));
            await world.RandomActivitiesAsync(random, 500);
            await world.RandomMembersAsync(random);
            await world.ScoresAreTrueAsync();
        }
        await using var context = portal.Open();
        Assert.Equal(100, await context.People.MaxAsync(p => p.EngagementScore));
        Assert.Equal(100, await context.BuyingGroups.MaxAsync(g => g.EngagementScore));
        Assert.InRange(await context.People.CountAsync(p => p.EngagementScore == 0), 1, 59);
    }

    [OnEveryDatabase]
    public async Task A_change_of_the_score_of_a_group_is_history_and_an_event(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 2, peopleEach: 1);
        await world.RescoreAsync();
        await world.ActivityAsync(0, ActivityType.PageViews, 4);
        await world.ActivityAsync(1, ActivityType.PageViews, 1);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await world.RescoreAsync();
        portal.Clock.Advance(TimeSpan.FromDays(9));
        await world.RescoreAsync();

        await using var context = portal.Open();
        var (first, second) = (world.Groups[0], world.Groups[1]);
        var events = await context.ChangeEvents.Where(e => e.Kind == ChangeEventKind.Engagement).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [(first, "0", "100"), (second, "0", "71")], events.OrderBy(e => e.BuyingGroupId).Select(e => (e.BuyingGroupId!.Value, e.Previous, e.Current)));
        Assert.All(events, e => Assert.Equal(RescoreWork.Scorer.Reference, context.Actors.Single(a => a.Id == e.ActorId).Reference));
        // The group has the score of its member on the scale of groups: √(50 ÷ 100) of 100.
        var group = await context.BuyingGroups.SingleAsync(g => g.Id == second);
        Assert.Equal(100 * Math.Sqrt(0.5), group.EngagementScore, 9);
        Assert.Equal([0, 71], (await context.GroupScores.Where(s => s.BuyingGroupId == second).OrderBy(s => s.Day).ToListAsync()).Select(s => EngagementScoring.Shown(s.Score)));
        // Ten days after the first score the change of seven days is over.
        Assert.Equal(0, group.EngagementChange, 9);
        Assert.Equal([50], (await context.PersonScores.Where(s => s.PersonId == world.People[1]).ToListAsync()).Select(s => EngagementScoring.Shown(s.Score)));
    }

    [OnEveryDatabase]
    public async Task The_change_of_a_group_compares_with_seven_days_ago(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 2, peopleEach: 1);
        await world.ActivityAsync(0, ActivityType.PageViews, 20);
        await world.ActivityAsync(1, ActivityType.PageViews, 5);
        await world.RescoreAsync();
        portal.Clock.Advance(TimeSpan.FromDays(7));
        await world.ActivityAsync(1, ActivityType.PageViews, 15);
        await world.RescoreAsync();

        await using var context = portal.Open();
        var group = await context.BuyingGroups.SingleAsync(g => g.Id == world.Groups[1]);
        // People 50 → 100; groups √0.5 → 1.
        Assert.Equal(100 - (100 * Math.Sqrt(0.5)), group.EngagementChange, 9);
        Assert.Equal(world.Made, group.UpdatedAt);
    }

    [OnEveryDatabase]
    public async Task A_person_without_activities_in_the_window_falls_back_to_0_and_old_days_are_dropped(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 1, peopleEach: 2);
        await world.ActivityAsync(0, ActivityType.PageViews, 3);
        await world.RescoreAsync();
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await world.RescoreAsync();

        await using var context = portal.Open();
        Assert.Equal(0, await context.People.MaxAsync(p => p.EngagementScore));
        Assert.Equal(0, await context.ActivityDays.CountAsync());
        Assert.Equal(2, await context.PersonScores.CountAsync());
    }

    [OnEveryDatabase]
    public async Task Old_history_is_trimmed_but_the_score_of_the_first_day_kept_can_still_be_told(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 1, peopleEach: 1);
        (await portal.SendAsync(new KeepScoreHistory(30))).Demand();
        await world.ActivityAsync(0, ActivityType.PageViews, 3);
        await world.RescoreAsync();
        portal.Clock.Advance(TimeSpan.FromDays(40));
        await world.RescoreAsync();
        portal.Clock.Advance(TimeSpan.FromDays(35));
        await world.RescoreAsync();

        await using var context = portal.Open();
        Assert.Equal(0, await context.PersonScores.CountAsync());
        Assert.Equal([0], (await context.GroupScores.ToListAsync()).Select(s => EngagementScoring.Shown(s.Score)));
    }

    [Fact]
    public async Task A_run_that_is_cut_off_in_the_middle_goes_on_where_it_was()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 4, peopleEach: 3);
        await world.RandomActivitiesAsync(new Random(7), 400);
        (await portal.SendAsync(new RescoreNow())).Demand();
        // Each number of transactions that a process may come to before it dies.
        for (var transactions = 1; transactions < 12; transactions++)
        {
            await world.RescoreCutOffAsync(transactions);
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await portal.RunJobsAsync();

        await using var context = portal.Open();
        Assert.Equal(JobStatus.Succeeded, (await context.Jobs.SingleAsync()).Status);
        await world.ScoresMatchAsync();
    }

    [Fact]
    public async Task Another_time_zone_counts_the_days_anew()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 2, peopleEach: 2);
        await world.RandomActivitiesAsync(new Random(3), 200);
        await world.RescoreAsync();
        await using (var context = portal.Open())
        {
            var state = (await EngagementState.ReadAsync(context, CancellationToken.None))!;
            await EngagementState.KeepAsync(context, state with { TimeZone = "Asia/Taipei" }, CancellationToken.None);
            await context.ActivityDays.ExecuteUpdateAsync(set => set.SetProperty(d => d.Count, 1));
            await context.SaveChangesAsync();
        }

        await world.RescoreAsync();

        await world.ScoresMatchAsync();
    }

    [Fact]
    public async Task A_person_who_is_deleted_leaves_no_scores_behind()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new EngagementWorld(portal).BuildAsync(accounts: 1, peopleEach: 1, members: false);
        await world.ActivityAsync(0, ActivityType.PageViews, 3);
        await world.RescoreAsync();

        (await portal.SendAsync(new BuyingGroups.Portal.Features.People.DeletePerson(world.People[0]))).Demand();

        await using var context = portal.Open();
        Assert.Equal((0, 0, 0), (await context.ActivityDays.CountAsync(), await context.PersonSums.CountAsync(), await context.PersonScores.CountAsync()));
    }
}
