using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Jobs;

[Trait("Category", "Database")]
public sealed class DailyJobTests
{
    /// <summary>Scores are usually counted at 02:00 and maintenance runs at 03:00 of Stockholm, 01:00 and 02:00 UTC in winter.</summary>
    [OnEveryDatabase]
    public async Task Daily_jobs_run_once_a_day_at_their_time_and_make_up_once_for_a_night_away(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        Assert.Empty(await QueuedAsync(portal, "2026-03-02T09:00:00"));
        Assert.Empty(await QueuedAsync(portal, "2026-03-03T00:59:00"));
        Assert.Equal([RescoreWork.WorkKind], await QueuedAsync(portal, "2026-03-03T01:00:00"));
        Assert.Empty(await QueuedAsync(portal, "2026-03-03T01:01:00"));
        Assert.Equal([MaintainGroupsWork.WorkKind], await QueuedAsync(portal, "2026-03-03T02:00:00"));
        // Three nights away: once each.
        Assert.Equal([RescoreWork.WorkKind, MaintainGroupsWork.WorkKind], await QueuedAsync(portal, "2026-03-06T10:00:00"));
        Assert.Empty(await QueuedAsync(portal, "2026-03-06T10:01:00"));
    }

    /// <summary>In the night of 29 March 2026 the hour from 02:00 to 03:00 is left out: both are due at 01:00 UTC.</summary>
    [Fact]
    public async Task The_night_on_which_the_clock_goes_forward_skips_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        await QueuedAsync(portal, "2026-03-28T12:00:00");

        Assert.Empty(await QueuedAsync(portal, "2026-03-29T00:59:00"));
        Assert.Equal([RescoreWork.WorkKind, MaintainGroupsWork.WorkKind], await QueuedAsync(portal, "2026-03-29T01:00:00"));
    }

    [Fact]
    public async Task A_new_time_counts_from_its_next_moment_and_a_paused_job_does_not_run()
    {
        await using var portal = await TestPortal.CreateAsync();
        await QueuedAsync(portal, "2026-03-02T09:00:00");
        (await portal.SendAsync(new ChangeDailyJob("engagement", "09:30", true))).Demand();
        (await portal.SendAsync(new ChangeDailyJob("maintenance", "03:00", false))).Demand();

        Assert.Empty(await QueuedAsync(portal, "2026-03-02T09:01:00"));
        Assert.Equal([RescoreWork.WorkKind], await QueuedAsync(portal, "2026-03-03T08:30:00"));
        var list = (await portal.AskAsync(new FindDailyJobs())).Demand();
        var (engagement, maintenance) = (list.Jobs.Single(j => j.Key == "engagement"), list.Jobs.Single(j => j.Key == "maintenance"));
        Assert.Equal(
            ("Europe/Stockholm", new TimeOnly(9, 30), new DateTime(2026, 3, 4, 8, 30, 0, DateTimeKind.Utc), JobStatus.Cancelled),
            (list.TimeZone, engagement.At, engagement.NextAt!.Value, engagement.LastStatus!.Value));
        Assert.Equal((false, null, null), (maintenance.IsOn, maintenance.NextAt, maintenance.LastJobId));

        (await portal.SendAsync(new ChangeDailyJob("maintenance", "03:00", true))).Demand();
        Assert.Empty(await QueuedAsync(portal, "2026-03-03T09:00:00"));
    }

    [Fact]
    public async Task A_daily_job_can_be_run_now_and_faults_are_named()
    {
        await using var portal = await TestPortal.CreateAsync();

        (await portal.SendAsync(new RunDailyJob("maintenance"))).Demand();

        Assert.Equal([MaintainGroupsWork.WorkKind], await QueuedAsync(portal, "2026-03-02T09:00:00"));
        Assert.Equal(new NoTimeOfDay("25:00"), (await portal.SendAsync(new ChangeDailyJob("engagement", "25:00", true))).Refusal);
        Assert.Equal(new NotFound("daily job", "nothing"), (await portal.SendAsync(new ChangeDailyJob("nothing", "02:00", true))).Refusal);
        Assert.Equal(new NotFound("daily job", "nothing"), (await portal.SendAsync(new RunDailyJob("nothing"))).Refusal);
    }

    /// <summary>Which of the two wait after a look at the clock; all that wait are taken away.</summary>
    private static async Task<List<string>> QueuedAsync(TestPortal portal, string utc)
    {
        portal.Clock.Set(DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture));
        await portal.Services.GetRequiredService<QueueDailyJobs>().QueueAsync(CancellationToken.None);
        await using var context = portal.Open();
        // Whatever else runs every day has tests of its own.
        var kinds = await context.Jobs.Where(j => j.Status == JobStatus.Queued && (j.Kind == RescoreWork.WorkKind || j.Kind == MaintainGroupsWork.WorkKind)).OrderBy(j => j.Id).Select(j => j.Kind).ToListAsync();
        await context.Jobs.Where(j => j.Status == JobStatus.Queued).ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Cancelled));
        return kinds;
    }
}
