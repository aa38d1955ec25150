using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Dashboards.RollUps;

/// <summary>Counts everything again, compares it with the roll-ups, and puts right what differs.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record CheckRollUps : ICommand<long>;

public sealed class CheckRollUpsHandler : ICommandHandler<CheckRollUps, long>
{
    public async Task<Outcome<long>> HandleAsync(CheckRollUps command, CommandContext context, CancellationToken cancellationToken)
    {
        var job = context.Enqueue(CheckRollUpsWork.ToJob());
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Job", job.Id, job.Title);
        return job.Id;
    }
}

/// <summary>The work. A difference means that something changed a group without leaving a trail; it is told, and the roll-ups are right afterwards.</summary>
public sealed class CheckRollUpsWork(PortalDatabase database, RollUpCheck check, RollUpWriter writer, TimeProvider clock) : IBackgroundWork
{
    public const string WorkKind = "check-roll-ups";

    public string Kind => WorkKind;

    public static BackgroundJob ToJob() => new()
    {
        Kind = WorkKind,
        Title = "Checking the figures of dashboards",
        Parameters = "{}",
        ExclusiveKey = WorkKind,
        Link = "/dashboards",
    };

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        await run.ReportAsync(0, 2, cancellationToken);
        await using var read = database.OpenRead();
        var found = await check.CompareAsync(read, cancellationToken);
        await run.ReportAsync(1, 2, cancellationToken);
        await writer.CountAllAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        await run.ReportAsync(2, 2, cancellationToken);
        return found;
    }
}
