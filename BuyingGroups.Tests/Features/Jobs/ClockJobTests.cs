using Bunit;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Features.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace BuyingGroups.Tests.Features.Jobs;

/// <summary>What the portal does every few seconds or minutes: shown, paused, run by hand.</summary>
public sealed class ClockJobTests : PageTest
{
    [Fact]
    public async Task What_is_paused_is_not_started_by_the_clock_but_by_hand_and_goes_on_when_resumed()
    {
        Assert.False(await VetoesAsync(DeliverOutbox.Key));

        (await Portal.SendAsync(new PauseClockJob(DeliverOutbox.Key.Name, IsPaused: true))).Demand();

        Assert.True(await VetoesAsync(DeliverOutbox.Key));
        Assert.False(await VetoesAsync(RunJourneys.KeyOf(1)));
        Assert.False(await VetoesAsync(DeliverOutbox.Key, byHand: true));
        Assert.True((await RowAsync(DeliverOutbox.Key)).IsPaused);
        Assert.Equal("Outbox", Assert.Single((await Portal.AskAsync(new FindTroubles())).Value!.Paused));

        (await Portal.SendAsync(new PauseClockJob(DeliverOutbox.Key.Name, IsPaused: false))).Demand();
        Assert.False(await VetoesAsync(DeliverOutbox.Key));
    }

    [Fact]
    public async Task A_pause_made_on_another_node_is_seen_within_seconds()
    {
        Assert.False(await VetoesAsync(DeliverOutbox.Key));
        await Portal.Database.AddAsync(new BuyingGroups.Data.Jobs.Schedule { Key = DeliverOutbox.Key.Name, IsPaused = true });
        Assert.False(await VetoesAsync(DeliverOutbox.Key));

        Portal.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.True(await VetoesAsync(DeliverOutbox.Key));
    }

    [Fact]
    public async Task What_carries_everything_else_cannot_be_paused_and_an_unknown_job_is_none()
    {
        Assert.Equal(new CannotBePaused("Background jobs"), (await Portal.SendAsync(new PauseClockJob(RunBackgroundJobs.Key.Name, IsPaused: true))).Refusal);
        Assert.Equal(new NotFound("clock job", "nothing"), (await Portal.SendAsync(new PauseClockJob("nothing", IsPaused: true))).Refusal);
        Assert.Equal(new NotFound("clock job", "nothing"), (await Portal.SendAsync(new RunClockJob("nothing"))).Refusal);
        await using var context = Portal.Open();
        Assert.False(await context.Schedules.AnyAsync(s => s.IsPaused));
    }

    [Fact]
    public async Task Every_job_of_the_clock_is_known_to_the_scheduler_and_can_be_run_by_hand()
    {
        var scheduler = await Portal.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        foreach (var job in Portal.Services.GetServices<ClockJob>())
        {
            (await Portal.SendAsync(new RunClockJob(job.Key))).Demand();
            Assert.Contains(await scheduler.GetTriggersOfJob(job.Jobs[0]), trigger => !trigger.IsOfTheClock());
            Assert.Contains(await scheduler.GetTriggersOfJob(job.Jobs[0]), trigger => trigger.IsOfTheClock());
        }
    }

    [Fact]
    public async Task The_page_tells_how_it_went_pauses_and_runs()
    {
        await Portal.Services.GetRequiredService<WatchRecurring>().NoteAsync(DeliverOutbox.Key.Name, "The mail server is away.", CancellationToken.None);
        var page = Show<ClockJobs>("/jobs/schedules");
        page.WaitForAssertion(() => Assert.Contains("The mail server is away.", page.Find("[data-clock=deliver-outbox]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Every 5 seconds", page.Find("[data-clock=deliver-outbox]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-clock=run-background-jobs] button[aria-label^=Pause]"));

        await page.InvokeAsync(() => page.Find("[data-clock=deliver-outbox] button[aria-label='Pause Outbox']").ClickAsync(new()));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-clock=deliver-outbox] button[aria-label='Resume Outbox']")));

        // Run by hand, it went well: written down at once and shown.
        await Portal.Services.GetRequiredService<WatchRecurring>().NoteAsync(DeliverOutbox.Key.Name, null, CancellationToken.None, isAwaited: true);
        page.WaitForAssertion(() => Assert.DoesNotContain("The mail server is away.", page.Markup, StringComparison.Ordinal));
    }

    private async Task<ClockJobRow> RowAsync(JobKey key) => (await Portal.AskAsync(new FindClockJobs())).Demand().Jobs.Single(row => row.Job.Key == key.Name);

    private async Task<bool> VetoesAsync(JobKey key, bool byHand = false) =>
        await Portal.Services.GetRequiredService<PausedClockJobs>().VetoJobExecution(TriggerBuilder.Create().ForJob(key).WithIdentity(byHand ? "MT_1" : key.Name).Build(), null!);
}
