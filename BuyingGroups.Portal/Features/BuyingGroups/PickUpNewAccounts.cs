using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>
/// Queues a run of every creation job whose audience has accounts without a group. Each minute one query per creation job asks whether there are
/// any; it reads and takes no turn at the writer. The run itself then makes only what is missing.
/// </summary>
public sealed partial class PickUpNewAccounts(PortalDatabase database, AuditTrail trail, TimeProvider clock, ILogger<PickUpNewAccounts> logger) : IJob
{
    public static readonly JobKey Key = new("pick-up-new-accounts");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await QueueAsync(cancellationToken);

    /// <summary>Queues what is to be done.</summary>
    /// <returns>How many runs were queued.</returns>
    public async Task<int> QueueAsync(CancellationToken cancellationToken)
    {
        var queued = 0;
        await using var read = database.OpenRead();
        foreach (var creation in await read.CreationJobs.OrderBy(j => j.Id).ToListAsync(cancellationToken))
        {
            if (await IsBusyAsync(read, creation, cancellationToken) || !await HasNewAccountsAsync(read, creation, cancellationToken))
                continue;
            var added = await database.WriteAsync(
                async (context, token) =>
                {
                    if (await IsBusyAsync(context, creation, token))
                        return (false, false);
                    var job = CreateBuyingGroupsWork.Order.ToJob(creation, await context.SolutionInterests.Where(s => s.Id == creation.SolutionInterestId).Select(s => s.Name).SingleAsync(token));
                    job.ActorId = await trail.ActorIdAsync(context, CreateBuyingGroupsWork.Assigner, token);
                    job.CreatedAt = clock.GetUtcNow().UtcDateTime;
                    context.Jobs.Add(job);
                    await context.SaveChangesAsync(token);
                    return (true, true);
                },
                cancellationToken);
            queued += added ? 1 : 0;
        }
        if (queued > 0)
            JobSignal.Ring();
        return queued;
    }

    private static Task<bool> IsBusyAsync(PortalDbContext context, CreationJob creation, CancellationToken cancellationToken)
    {
        var key = CreateBuyingGroupsWork.Order.KeyOf(creation.SolutionInterestId);
        return context.Jobs.AnyAsync(j => j.ExclusiveKey == key && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running), cancellationToken);
    }

    private async Task<bool> HasNewAccountsAsync(PortalDbContext read, CreationJob creation, CancellationToken cancellationToken)
    {
        var source = CreationSources.SourceOf(creation);
        var missing = await CreationSources.WithoutGroupAsync(read, source, creation.SolutionInterestId, clock.GetUtcNow().UtcDateTime, cancellationToken);
        if (missing.Succeeded && (await CreationSources.NameOfAsync(read, source, cancellationToken)).Succeeded)
            return await missing.Value.AnyAsync(cancellationToken);
        LogUnusable(logger, creation.Id, missing.Refusal?.Name ?? nameof(Domain.RoleTemplates.NotLive));
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Creation job {Job} cannot look for new accounts: {Refusal}.")]
    private static partial void LogUnusable(ILogger logger, int job, string refusal);
}
