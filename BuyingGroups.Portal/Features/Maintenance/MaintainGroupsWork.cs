using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>
/// Brings the system members of existing groups up to date (product.md § 5): adds who fits now, removes who does not fit any more or left the
/// account, moves whose first matching role changed, then rescores the groups it changed. It looks at changed people only, unless a condition of
/// the template may change by itself. Each transaction repeats harmlessly, so a run that was stopped or killed goes on where it was.
/// </summary>
public sealed class MaintainGroupsWork(PortalDatabase database, MembershipWriter memberships, EngagementWriter engagement, PortalTimeZone zone, AuditTrail trail, TimeProvider clock)
    : IBackgroundWork
{
    public const string WorkKind = "maintain-buying-groups";

    /// <summary>Accounts a transaction takes: short enough that a user at SQLite waits for tens of milliseconds only.</summary>
    private const int ChunkSize = 3_000;

    /// <summary>Who assigns and removes: ranks as System, whoever asked for the run.</summary>
    public static Actor Maintainer { get; } = Actor.Job(WorkKind, "Maintenance");

    public string Kind => WorkKind;

    /// <summary>The background job for one solution interest, or for all that are kept up to date.</summary>
    public static BackgroundJob ToJob(int? solutionInterestId, string? solutionInterest) => new()
    {
        Kind = WorkKind,
        Title = solutionInterestId is null ? "Maintenance of buying groups" : "Maintenance of buying groups for {0}",
        TitleArguments = JsonSerializer.Serialize(solutionInterest is null ? [] : new[] { solutionInterest }),
        Parameters = JsonSerializer.Serialize(new Order(solutionInterestId), JobRun.Json),
        ExclusiveKey = RescoreWork.ExclusiveKey,
        Link = "/buying-groups/maintenance",
    };

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = run.Parameters<Order>();
        var plan = run.Cursor is null ? await BeginAsync(run, order, cancellationToken) : JsonSerializer.Deserialize<MaintenancePlan>(run.Cursor, JobRun.Json)!;
        while (plan.Next < plan.SolutionInterests.Count)
            plan = await MaintainAsync(run, plan, cancellationToken);
        plan = await SumAsync(run, plan, cancellationToken);
        while (plan.Scored < plan.LastGroup)
            plan = await ScoreAsync(run, plan, cancellationToken);
        return await EndAsync(run, plan, cancellationToken);
    }

    private async Task<MaintenancePlan> BeginAsync(JobRun run, Order order, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var now = clock.GetUtcNow().UtcDateTime;
        var wanted = read.SolutionInterests.Where(s => s.UpdateExistingBuyingGroups && (order.SolutionInterestId == null || s.Id == order.SolutionInterestId));
        var plan = new MaintenancePlan { At = now, SolutionInterests = await wanted.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken) };
        await run.WriteAsync(
            async (context, token) => context.MaintenanceRuns.Add(new MaintenanceRun { JobId = run.JobId, SolutionInterestId = order.SolutionInterestId, ActorId = run.ActorId, StartedAt = now }),
            JsonSerializer.Serialize(plan, JobRun.Json), 0, null, cancellationToken);
        return plan;
    }

    /// <summary>One chunk of accounts of the solution interest under way; or, when there is none left, on to the next.</summary>
    private async Task<MaintenancePlan> MaintainAsync(JobRun run, MaintenancePlan plan, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var solution = plan.SolutionInterests[plan.Next];
        var found = await GroupPlan.ReadAsync(read, solution, plan.At, cancellationToken);
        if (!found.Succeeded)
            return await GiveUpAsync(run, plan, solution, string.Join(' ', found.Refusals), cancellationToken);
        var extent = plan.Extent ?? await MaintenanceExtent.OfAsync(read, found.Value, plan.At, cancellationToken);
        plan = plan with { Extent = extent, Total = plan.Extent is null ? plan.Done + extent.People : plan.Total };
        var after = plan.Through;
        var accounts = extent.IsAll
            ? read.BuyingGroups.Where(g => g.SolutionInterestId == solution && g.AccountId > after).OrderBy(g => g.AccountId).Select(g => g.AccountId)
            : extent.Changed(read).Where(p => p.AccountId > after).Select(p => p.AccountId).Distinct().OrderBy(id => id);
        var chunk = await accounts.Take(ChunkSize).ToListAsync(cancellationToken);
        if (chunk.Count == 0)
            return await NextAsync(run, plan, solution, extent, cancellationToken);
        var (first, last) = (chunk[0], chunk[^1]);
        var people = await extent.Of(read, solution).CountAsync(p => p.AccountId >= first && p.AccountId <= last, cancellationToken);
        var next = plan with { Through = last, Done = plan.Done + people };
        await run.WriteAsync(
            (context, token) => ChangeAsync(context, run.JobId, found.Value, extent, first, last, people, token),
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(next.Total, next.Done), cancellationToken);
        return next;
    }

    private async Task ChangeAsync(PortalDbContext context, long jobId, GroupPlan plan, MaintenanceExtent extent, long first, long last, int people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var actor = await trail.ActorIdAsync(context, Maintainer, cancellationToken);
        var solution = plan.SolutionInterest.Id;
        var before = await context.MembershipChanges.MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;
        var groups = context.BuyingGroups.Where(g => g.SolutionInterestId == solution);
        var within = extent.Of(context, solution).Where(p => p.AccountId >= first && p.AccountId <= last);
        await memberships.BeginAsync(context, cancellationToken);
        await memberships.RequestDifferencesAsync(context, plan.AssignmentsOf(within, groups), cancellationToken);
        await memberships.RequestRemovalsAsync(context, extent.WhoLeft(context, solution, first, last), cancellationToken);
        await memberships.RequestedAsync(context, cancellationToken);
        await memberships.ApplyAsync(context, Maintainer.Kind, actor, now, cancellationToken);
        await MaintenanceReport.NoteAsync(context, database.Provider.BulkInsert, jobId, actor, before, now, people, cancellationToken);
    }

    private async Task<MaintenancePlan> NextAsync(JobRun run, MaintenancePlan plan, int solution, MaintenanceExtent extent, CancellationToken cancellationToken)
    {
        var next = plan with { Next = plan.Next + 1, Through = 0, Extent = null };
        await run.WriteAsync(
            async (context, token) =>
            {
                var state = await context.MaintenanceStates.FirstOrDefaultAsync(s => s.SolutionInterestId == solution, token);
                if (state is null)
                    context.MaintenanceStates.Add(state = new MaintenanceState { SolutionInterestId = solution });
                (state.Through, state.ThroughEvent) = (extent.NextThrough, extent.NextEvent);
            },
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(next.Total, next.Done), cancellationToken);
        return next;
    }

    /// <summary>A template that cannot be used keeps its own groups as they are, not those of the others.</summary>
    private static async Task<MaintenancePlan> GiveUpAsync(JobRun run, MaintenancePlan plan, int solution, string reason, CancellationToken cancellationToken)
    {
        var next = plan with { Next = plan.Next + 1, Through = 0, Extent = null };
        await run.WriteAsync(
            (context, token) => MaintenanceReport.NoteProblemAsync(context, run.JobId, solution, reason, token),
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(next.Total, next.Done), cancellationToken);
        return next;
    }

    /// <summary>Sums the groups that changed. Unless the highest of all is another one now, only they are scored again.</summary>
    private async Task<MaintenancePlan> SumAsync(JobRun run, MaintenancePlan plan, CancellationToken cancellationToken)
    {
        if (plan.GreatestBefore is not null)
            return plan;
        await using var read = database.OpenRead();
        var id = await MaintenanceReport.IdOfAsync(read, run.JobId, cancellationToken);
        var next = plan with { GreatestBefore = await engagement.GreatestGroupAsync(read, cancellationToken), LastGroup = await read.BuyingGroups.MaxAsync(g => (long?)g.Id, cancellationToken) ?? 0 };
        await run.WriteAsync(
            (context, token) => engagement.SumGroupsAsync(context, EngagementStatements.ChangedBy(id), token),
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(next.Total, next.Done), cancellationToken);
        return next;
    }

    private async Task<MaintenancePlan> ScoreAsync(JobRun run, MaintenancePlan plan, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var greatest = await engagement.GreatestGroupAsync(read, cancellationToken);
        var onlyChanged = greatest.Equals(plan.GreatestBefore);
        var through = onlyChanged ? plan.LastGroup : Math.Min(plan.Scored + engagement.Range, plan.LastGroup);
        var scope = onlyChanged ? EngagementStatements.ChangedBy(await MaintenanceReport.IdOfAsync(read, run.JobId, cancellationToken)) : EngagementStatements.Within(plan.Scored, through);
        var next = plan with { Scored = through };
        await run.WriteAsync(
            async (context, token) =>
            {
                var actor = await trail.ActorIdAsync(context, RescoreWork.Scorer, token);
                await engagement.ScoreGroupsAsync(context, ScoreDays.Of(plan.At, zone.Name).Today, greatest, actor, clock.GetUtcNow().UtcDateTime, scope, token);
            },
            JsonSerializer.Serialize(next, JobRun.Json), next.Done, Math.Max(next.Total, next.Done), cancellationToken);
        return next;
    }

    private async Task<Maintained> EndAsync(JobRun run, MaintenancePlan plan, CancellationToken cancellationToken)
    {
        await run.WriteAsync(
            (context, token) => MaintenanceReport.EndAsync(context, run.JobId, clock.GetUtcNow().UtcDateTime, token), JsonSerializer.Serialize(plan, JobRun.Json), plan.Done, plan.Done,
            cancellationToken);
        await using var read = database.OpenRead();
        var report = await read.MaintenanceRuns.SingleAsync(r => r.JobId == run.JobId, cancellationToken);
        return new Maintained(report.Id, report.Added, report.Removed, report.Moved, report.Refused);
    }

    /// <summary>What a run is asked to do.</summary>
    /// <param name="SolutionInterestId">The one to maintain; null for all that are kept up to date.</param>
    public sealed record Order(int? SolutionInterestId);

    /// <summary>What a run did.</summary>
    public sealed record Maintained(long RunId, int Added, int Removed, int Moved, int Refused);
}
