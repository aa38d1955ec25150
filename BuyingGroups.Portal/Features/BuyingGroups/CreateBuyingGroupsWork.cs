using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>
/// Makes the groups of a creation job, some thousand accounts a transaction. Only accounts without a group count, so a run that was stopped,
/// killed or repeated goes on with what is missing and never makes anything twice.
/// </summary>
public sealed class CreateBuyingGroupsWork(PortalDatabase database, MembershipWriter memberships, AuditTrail trail, TimeProvider clock) : IBackgroundWork
{
    public const string WorkKind = "create-buying-groups";

    /// <summary>Accounts a transaction: long enough to be quick, short enough that a user at SQLite waits for tens of milliseconds only.</summary>
    private const int ChunkSize = 5_000;

    /// <summary>From this many new groups on the planner's statistics are out of date.</summary>
    private const int WorthStatistics = 1_000;

    /// <summary>Who assigns: whoever asked for the job, its members rank as System (product.md § 5).</summary>
    public static Actor Assigner { get; } = Actor.Job(WorkKind, "Creation of buying groups");

    public string Kind => WorkKind;

    public async Task<object?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = run.Parameters<Order>();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var read = database.OpenRead();
        var progress = run.Cursor is null
            ? new Progress(0, 0, await read.BuyingGroups.MaxAsync(g => (long?)g.Id, cancellationToken) ?? 0)
            : JsonSerializer.Deserialize<Progress>(run.Cursor, JobRun.Json)!;
        var job = await read.CreationJobs.FirstOrDefaultAsync(j => j.Id == order.CreationJobId, cancellationToken);
        if (job is null)
            return new Made(0, 0);
        (await CreationSources.NameOfAsync(read, CreationSources.SourceOf(job), cancellationToken)).Demand();
        var plan = (await GroupPlan.ReadAsync(read, job.SolutionInterestId, now, cancellationToken)).Demand();
        var missing = (await CreationSources.WithoutGroupAsync(read, CreationSources.SourceOf(job), job.SolutionInterestId, now, cancellationToken)).Demand();
        var total = progress.Groups + await missing.CountAsync(a => a.Id > progress.Through, cancellationToken);
        while (true)
        {
            var after = progress.Through;
            var chunk = await missing.Where(a => a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(ChunkSize).ToListAsync(cancellationToken);
            if (chunk.Count == 0)
                break;
            var next = progress with { Through = chunk[^1], Groups = progress.Groups + chunk.Count };
            await run.WriteAsync(
                (context, token) => MakeAsync(context, job, plan, chunk[0], chunk[^1], now, token),
                JsonSerializer.Serialize(next, JobRun.Json), next.Groups, Math.Max(total, next.Groups), cancellationToken);
            // The planner knows the tables as they were before: after the first full chunk it is told, so that the others are not planned for empty ones.
            if (progress.Groups == 0 && chunk.Count == ChunkSize)
                await RefreshStatisticsAsync(run, next, total, cancellationToken);
            progress = next;
        }
        await run.WriteAsync(
            async (context, token) =>
            {
                await context.CreationJobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.LastRunAt, now), token);
                if (progress.Groups >= WorthStatistics)
                    await database.Provider.RefreshStatisticsAsync(context, token);
            },
            JsonSerializer.Serialize(progress, JobRun.Json), progress.Groups, progress.Groups, cancellationToken);
        return new Made(progress.Groups, progress.Groups == 0 ? 0 : await CountMembersAsync(read, job.SolutionInterestId, progress.Before, cancellationToken));
    }

    private Task RefreshStatisticsAsync(JobRun run, Progress progress, int total, CancellationToken cancellationToken) => run.WriteAsync(
        (context, token) => database.Provider.RefreshStatisticsAsync(context, token), JsonSerializer.Serialize(progress, JobRun.Json), progress.Groups, total, cancellationToken);

    private async Task MakeAsync(PortalDbContext context, CreationJob job, GroupPlan plan, long first, long last, DateTime now, CancellationToken cancellationToken)
    {
        var actor = await trail.ActorIdAsync(context, Assigner, cancellationToken);
        var before = await context.BuyingGroups.MaxAsync(g => (long?)g.Id, cancellationToken) ?? 0;
        var missing = (await CreationSources.WithoutGroupAsync(context, CreationSources.SourceOf(job), job.SolutionInterestId, now, cancellationToken)).Demand();
        var made = await InsertGroupsAsync(context, missing.Where(a => a.Id >= first && a.Id <= last), plan, now, cancellationToken);
        // Ids only grow, and nobody else makes groups of this solution interest meanwhile: what is above was made just now.
        var groups = context.BuyingGroups.Where(g => g.Id > before && g.SolutionInterestId == job.SolutionInterestId);
        if (plan.EntryStageId is { } stage)
            await NoteEntryStageAsync(context, groups, stage, actor, now, cancellationToken);
        await memberships.BeginAsync(context, cancellationToken);
        await memberships.TouchAsync(context, groups.Select(g => new TouchedRow { BuyingGroupId = g.Id }), cancellationToken);
        if (plan.Rules.Count > 0)
            await memberships.RequestAssignmentsAsync(context, plan.AssignmentsOf(context.People.Where(p => p.AccountId >= first && p.AccountId <= last), groups), cancellationToken);
        await memberships.ApplyAsync(context, Assigner.Kind, actor, now, cancellationToken);
        await context.CreationJobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.GroupsCreated, j => j.GroupsCreated + made), cancellationToken);
    }

    private static async Task<int> InsertGroupsAsync(
        PortalDbContext context, IQueryable<Domain.Accounts.Account> accounts, GroupPlan plan, DateTime now, CancellationToken cancellationToken)
    {
        // The parts of BuyingGroup.NameOf, and the same of the name normalized; a test holds them together.
        var start = BuyingGroup.NameOf(plan.SolutionInterest.Name, "");
        var normalizedStart = NormalizedText.Required(plan.SolutionInterest.Name) + " for ";
        var rows = accounts.Select(a => new { AccountId = a.Id, Name = start + a.Name, NormalizedName = normalizedStart + a.NormalizedName, At = now });
        var stage = plan.EntryStageId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "NULL";
        return await context.ExecuteAroundAsync(
            rows,
            (query, column) => $"""
                INSERT INTO buying_groups (account_id, solution_interest_id, name, normalized_name, stage_id, stage_since, completeness, engagement_score, engagement_change, created_at, updated_at, version)
                SELECT {column("AccountId")}, {plan.SolutionInterest.Id}, {column("Name")}, {column("NormalizedName")}, {stage}, {(plan.EntryStageId is null ? "NULL" : column("At"))},
                       0, 0, 0, {column("At")}, {column("At")}, 1
                FROM {query} ORDER BY {column("AccountId")}
                """,
            cancellationToken);
    }

    /// <summary>The history of a group's stage begins where the group begins.</summary>
    private static Task<int> NoteEntryStageAsync(PortalDbContext context, IQueryable<BuyingGroup> groups, int stage, int actor, DateTime now, CancellationToken cancellationToken) =>
        context.ExecuteAroundAsync(
            groups.Select(g => new { g.Id, Applied = true }),
            (query, column) => $"""
                INSERT INTO stage_changes (buying_group_id, to_stage_id, applied, source, actor_id, at)
                SELECT {column("Id")}, {stage}, {column("Applied")}, {(int)Assigner.Kind}, {actor}, {SetBasedInsert.Constant(0)} FROM {query}
                """,
            cancellationToken,
            now);

    private static Task<int> CountMembersAsync(PortalDbContext read, int solutionInterestId, long before, CancellationToken cancellationToken) =>
        read.RoleFills.Where(f => f.BuyingGroupId > before && read.BuyingGroups.Any(g => g.Id == f.BuyingGroupId && g.SolutionInterestId == solutionInterestId))
            .SumAsync(f => f.Assigned, cancellationToken);

    /// <summary>What a run is asked to do.</summary>
    public sealed record Order(int CreationJobId)
    {
        /// <summary>The background job that does it. Runs for one solution interest follow each other, whatever their audiences.</summary>
        public static BackgroundJob ToJob(CreationJob creation, string solutionInterest) => new()
        {
            Kind = WorkKind,
            Title = "Creating buying groups for {0}",
            TitleArguments = JsonSerializer.Serialize(new[] { solutionInterest }),
            Parameters = JsonSerializer.Serialize(new Order(creation.Id), JobRun.Json),
            ExclusiveKey = KeyOf(creation.SolutionInterestId),
            Link = $"/buying-groups/browse?solution={creation.SolutionInterestId}",
        };

        public static string KeyOf(int solutionInterestId) => $"{WorkKind}:{solutionInterestId}";
    }

    /// <summary>What a run made.</summary>
    public sealed record Made(int Groups, int Members);

    /// <param name="Through">Accounts up to this id are done.</param>
    /// <param name="Groups">Groups made.</param>
    /// <param name="Before">The highest group there was before: what this run made lies above.</param>
    private sealed record Progress(long Through, int Groups, long Before);
}
