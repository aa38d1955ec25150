using BuyingGroups.Data.RollUps;
using Quartz;

namespace BuyingGroups.Portal.Features.Dashboards.RollUps;

/// <summary>Each minute: counts what changed since the last look, and everything after a job or a new day.</summary>
[DisallowConcurrentExecution]
public sealed class KeepRollUps(RollUpLook look, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("keep-roll-ups");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await look.RefreshAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
}
