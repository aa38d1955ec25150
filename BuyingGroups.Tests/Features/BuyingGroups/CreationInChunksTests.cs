using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Jobs;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Groups;

/// <summary>A creation job over more accounts than fit in one transaction.</summary>
public sealed class CreationInChunksTests
{
    private const int Accounts = 12_000;
    private const int Logistics = Accounts - (Accounts / 50);

    [OnEveryDatabase]
    public async Task Groups_of_all_chunks_are_made_once_with_their_members(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var started = await ManyAccounts.QueueCreationAsync(portal, Accounts);

        await portal.RunJobsAsync();

        await using var context = portal.Open();
        var job = await context.Jobs.SingleAsync(j => j.Id == started.JobId);
        Assert.Equal((JobStatus.Succeeded, (long)Logistics, (long?)Logistics), (job.Status, job.DoneUnits, job.TotalUnits));
        Assert.Equal((Logistics, Logistics), (await context.BuyingGroups.CountAsync(), await context.BuyingGroups.Select(g => g.AccountId).Distinct().CountAsync()));
        // Four of five titles match a role.
        var expected = await context.People.CountAsync(p => p.Account!.Industry == "Logistics" && p.JobTitle != "Cook");
        Assert.Equal((expected, expected), (await context.Members.CountAsync(), await context.RoleFills.SumAsync(fill => fill.Assigned)));
    }

    [OnEveryDatabase]
    public async Task Cancelled_while_it_runs_it_keeps_whole_chunks_and_goes_on_when_run_again(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var started = await ManyAccounts.QueueCreationAsync(portal, Accounts);
        Task<bool>? cancelling = null;
        // The job waits here while somebody cancels it, between its first chunk and its second.
        void Cancel(long changed)
        {
            if (changed != started.JobId || cancelling is not null)
                return;
            cancelling = Task.Run(async () => (await portal.SendAsync(new CancelCreationRun(started.JobId))).Succeeded);
            ((IAsyncResult)cancelling).AsyncWaitHandle.WaitOne();
        }

        JobSignal.Changed += Cancel;
        try
        {
            await portal.RunJobsAsync();
        }
        finally
        {
            JobSignal.Changed -= Cancel;
        }

        Assert.True(await cancelling!);
        await using var context = portal.Open();
        var cancelled = await context.Jobs.AsNoTracking().SingleAsync(j => j.Id == started.JobId);
        Assert.Equal(JobStatus.Cancelled, cancelled.Status);
        var kept = await context.BuyingGroups.CountAsync();
        Assert.InRange(kept, 1, Logistics - 1);
        Assert.Equal((kept, kept), ((int)cancelled.DoneUnits, (await context.CreationJobs.AsNoTracking().SingleAsync()).GroupsCreated));

        (await portal.SendAsync(new RunJobAgain(started.JobId))).Demand();
        await portal.RunJobsAsync();

        Assert.Equal(JobStatus.Succeeded, (await context.Jobs.AsNoTracking().SingleAsync(j => j.Id == started.JobId)).Status);
        Assert.Equal(Logistics, await context.BuyingGroups.CountAsync());
    }

    [OnEveryDatabase]
    [Trait("Category", "Kill")]
    public async Task Taken_over_after_any_chunk_it_ends_as_undisturbed_and_the_dead_write_nothing(DatabaseKind kind)
    {
        await using var undisturbed = await TestPortal.CreateAsync(kind);
        var whole = await ManyAccounts.QueueCreationAsync(undisturbed, Accounts);
        await undisturbed.RunJobsAsync();
        await using var portal = await TestPortal.CreateAsync(kind);
        var started = await ManyAccounts.QueueCreationAsync(portal, Accounts);
        var runner = portal.Services.GetRequiredService<JobRunner>();

        // It sleeps after its first chunk, long enough for others to take the job over and finish it, and then wants to go on.
        var paused = (await runner.TakeAsync(CancellationToken.None))!;
        using var never = new CancellationTokenSource();
        var run = new JobRun(portal.Database.Portal, paused, Callers.CommandLine, portal.Clock, never);
        var asleep = new TaskCompletionSource();
        using var awake = new ManualResetEventSlim();
        void Sleep(long changed)
        {
            if (changed == started.JobId && asleep.TrySetResult())
                awake.Wait();
        }

        JobSignal.Changed += Sleep;
        var work = portal.Services.GetServices<IBackgroundWork>().Single(w => w.Kind == CreateBuyingGroupsWork.WorkKind);
        var sleeping = Task.Run(() => work.RunAsync(run, CancellationToken.None));
        await asleep.Task;
        JobSignal.Changed -= Sleep;
        portal.Clock.Advance(JobRunner.Patience * 2);
        await runner.RunAllAsync(CancellationToken.None);
        awake.Set();

        await Assert.ThrowsAsync<JobTakenOverException>(() => sleeping);
        Assert.Equal(await EndState.OfCreationAsync(undisturbed, whole.JobId), await EndState.OfCreationAsync(portal, started.JobId));
    }
}
