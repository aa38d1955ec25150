using System.Globalization;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.EndToEnd;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Jobs;

/// <summary>
/// A database that is arranged in this process and worked on by real portal processes, which are killed without warning. Nothing in this
/// process runs its jobs.
/// </summary>
internal sealed class MortalPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private MortalPortal(TestPortal portal) => Portal = portal;

    /// <summary>The arranging side.</summary>
    public TestPortal Portal { get; }

    public static async Task<MortalPortal> CreateAsync(DatabaseKind kind)
    {
        var portal = await TestPortal.CreateAsync(kind);
        await portal.Services.GetRequiredService<QuartzSchema>().ProvisionAsync(CancellationToken.None);
        return new MortalPortal(portal);
    }

    /// <summary>A real portal at this database.</summary>
    public Task<RunningPortal> StartAsync() => RunningPortal.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database__Provider"] = Portal.Database.Kind.ToString(),
        ["Database__ConnectionString"] = Portal.Database.ConnectionString,
        ["Storage__Directory"] = Portal.Storage,
    });

    /// <summary>Starts a portal, lets it come as far as <paramref name="share"/> of the job, and kills it so many milliseconds later.</summary>
    /// <returns>True when it died at work; false when the job had ended.</returns>
    public async Task<bool> LiveAndDieAsync(long jobId, double share, int milliseconds)
    {
        await using var portal = await StartAsync();
        var job = await UntilAsync(jobId, job => IsAtWork(job) && (share <= 0 || (job.TotalUnits is { } total && job.DoneUnits >= share * total)) || IsOver(job));
        await Task.Delay(milliseconds);
        portal.Process.Kill();
        await portal.Process.WaitForExitAsync();
        job = await ReadAsync(jobId);
        return !IsOver(job);
    }

    /// <summary>Starts a portal and lets it bring the job to its end.</summary>
    public async Task LiveAndFinishAsync(long jobId)
    {
        await using var portal = await StartAsync();
        var job = await UntilAsync(jobId, IsOver);
        Assert.True(job.Status == JobStatus.Succeeded, $"{job.Status}: {job.Error}\n{portal.Log}");
    }

    /// <summary>As if the time had passed after which another node takes the dead one's jobs over.</summary>
    public async Task MissTheDeadAsync()
    {
        var longAgo = DateTime.UtcNow - (JobRunner.Patience * 2);
        await using var context = Portal.Open();
        await context.Jobs.Where(job => job.Status == JobStatus.Running).ExecuteUpdateAsync(set => set.SetProperty(job => job.HeartbeatAt, longAgo));
    }

    public async Task<BackgroundJob> UntilAsync(long jobId, Func<BackgroundJob, bool> wanted)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            var job = await ReadAsync(jobId);
            if (wanted(job))
                return job;
            if (late.IsCancellationRequested)
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The job stayed {job.Status} at {job.DoneUnits} of {job.TotalUnits}, held by {job.Owner}. {job.Error}"));
            await Task.Delay(10);
        }
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private async Task<BackgroundJob> ReadAsync(long jobId)
    {
        await using var context = Portal.Open();
        return await context.Jobs.AsNoTracking().SingleAsync(job => job.Id == jobId);
    }

    private static bool IsAtWork(BackgroundJob job) => job.Status == JobStatus.Running && job.HeartbeatAt > DateTime.UtcNow - JobRunner.Patience;

    private static bool IsOver(BackgroundJob job) => job.Status is JobStatus.Succeeded or JobStatus.Failed or JobStatus.Cancelled;
}
