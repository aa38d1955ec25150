using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>Writes the report of a run in the transactions of its changes, so that it always tells what is true.</summary>
internal static class MaintenanceReport
{
    /// <summary>Notes what a transaction did, group by group.</summary>
    public static async Task NoteAsync(PortalDbContext context, IBulkInsert bulk, long jobId, int actorId, long before, DateTime at, int people, CancellationToken cancellationToken)
    {
        var run = await context.MaintenanceRuns.SingleAsync(r => r.JobId == jobId, cancellationToken);
        var lines = await context.MembershipChanges.Where(c => c.Id > before && c.ActorId == actorId && c.At == at).GroupBy(c => c.BuyingGroupId)
            .Select(group => new MaintenanceRunGroup
            {
                MaintenanceRunId = run.Id,
                BuyingGroupId = group.Key,
                Added = group.Count(c => c.Applied && c.Kind == MembershipChangeKind.Assign),
                Removed = group.Count(c => c.Applied && c.Kind == MembershipChangeKind.Remove),
                Moved = group.Count(c => c.Applied && c.Kind == MembershipChangeKind.ChangeRole),
                Refused = group.Count(c => !c.Applied),
            })
            .ToListAsync(cancellationToken);
        await bulk.InsertAsync(context, lines, cancellationToken);
        run.PeopleChecked += people;
        run.Added += lines.Sum(line => line.Added);
        run.Removed += lines.Sum(line => line.Removed);
        run.Moved += lines.Sum(line => line.Moved);
        run.Refused += lines.Sum(line => line.Refused);
    }

    /// <summary>Notes that a solution interest could not be maintained.</summary>
    public static async Task NoteProblemAsync(PortalDbContext context, long jobId, int solutionInterestId, string reason, CancellationToken cancellationToken)
    {
        var run = await context.MaintenanceRuns.SingleAsync(r => r.JobId == jobId, cancellationToken);
        var name = await context.SolutionInterests.Where(s => s.Id == solutionInterestId).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken);
        run.Problems = JsonSerializer.Serialize(new List<string>(ProblemsOf(run.Problems)) { name is null ? reason : $"{name}: {reason}" }, JobRun.Json);
    }

    /// <summary>Closes the report.</summary>
    public static async Task EndAsync(PortalDbContext context, long jobId, DateTime now, CancellationToken cancellationToken)
    {
        var run = await context.MaintenanceRuns.SingleAsync(r => r.JobId == jobId, cancellationToken);
        run.FinishedAt = now;
        run.Groups = await context.MaintenanceRunGroups.Where(g => g.MaintenanceRunId == run.Id && g.Added + g.Removed + g.Moved > 0).Select(g => g.BuyingGroupId).Distinct().CountAsync(cancellationToken);
    }

    public static Task<long> IdOfAsync(PortalDbContext context, long jobId, CancellationToken cancellationToken) =>
        context.MaintenanceRuns.Where(r => r.JobId == jobId).Select(r => r.Id).SingleAsync(cancellationToken);

    public static IReadOnlyList<string> ProblemsOf(string json) => JsonSerializer.Deserialize<List<string>>(json, JobRun.Json) ?? [];
}
