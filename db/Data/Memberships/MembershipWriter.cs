using System.Globalization;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.RoleTemplates;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.Memberships;

/// <summary>
/// The only road to members, their history, role fills and completeness: one request or a million, by hand, by journey or by job, all pass the
/// same statements. A caller fills the work table inside its own transaction and applies it. Nothing here opens or ends a transaction.
/// </summary>
public sealed class MembershipWriter(DatabaseProvider provider)
{
    private const int RowsPerInsert = 500;

    private MembershipStatements Sql => provider.Memberships;

    /// <summary>Starts an empty set of requests in the context's transaction.</summary>
    public async Task BeginAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        foreach (var statement in Sql.Prepare())
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    /// <summary>Adds requests one by one; a person must not be named twice in a group.</summary>
    public async Task RequestAsync(PortalDbContext context, IEnumerable<MembershipLine> lines, CancellationToken cancellationToken)
    {
        foreach (var chunk in lines.Chunk(RowsPerInsert))
            await context.Database.ExecuteSqlRawAsync(Sql.Request(chunk), cancellationToken);
    }

    /// <summary>Asks the same for every row of an SQL query of buying_group_id and person_id; a person must not be named twice in a group.</summary>
    /// <returns>Lines added.</returns>
    public async Task<int> RequestAsync(PortalDbContext context, string rows, MembershipChangeKind kind, int roleId, CancellationToken cancellationToken)
    {
        var added = await context.Database.ExecuteSqlRawAsync(Sql.Request(rows, kind, roleId), cancellationToken);
        await AnalyzeAsync(context, Sql.Work, cancellationToken);
        return added;
    }

    /// <summary>Adds assignments by query: one line per row whose role is not <see cref="RoleAssignment.NoRole"/>.</summary>
    /// <returns>Lines added.</returns>
    public async Task<int> RequestAssignmentsAsync(PortalDbContext context, IQueryable<AssignmentRow> rows, CancellationToken cancellationToken)
    {
        var added = await context.ExecuteAroundAsync(
            rows,
            (query, column) => $"""
                INSERT INTO {Sql.Work} (buying_group_id, person_id, kind, role_id)
                SELECT {column(nameof(AssignmentRow.BuyingGroupId))}, {column(nameof(AssignmentRow.PersonId))}, {(int)MembershipChangeKind.Assign}, {column(nameof(AssignmentRow.RoleId))}
                FROM {query} WHERE {column(nameof(AssignmentRow.RoleId))} <> {RoleAssignment.NoRole}
                """,
            cancellationToken);
        await AnalyzeAsync(context, Sql.Work, cancellationToken);
        return added;
    }

    /// <summary>Adds, by query, what differs between the roles that people should have (<see cref="RoleAssignment.NoRole"/>: none) and the members there are.</summary>
    /// <returns>Lines added.</returns>
    public Task<int> RequestDifferencesAsync(PortalDbContext context, IQueryable<AssignmentRow> rows, CancellationToken cancellationToken) => context.ExecuteAroundAsync(
        rows,
        (query, column) => Sql.RequestDifferences(query, column(nameof(AssignmentRow.BuyingGroupId)), column(nameof(AssignmentRow.PersonId)), column(nameof(AssignmentRow.RoleId))),
        cancellationToken);

    /// <summary>Adds removals by query.</summary>
    /// <returns>Lines added.</returns>
    public Task<int> RequestRemovalsAsync(PortalDbContext context, IQueryable<MemberKeyRow> rows, CancellationToken cancellationToken) => context.ExecuteAroundAsync(
        rows, (query, column) => Sql.RequestRemovals(query, column(nameof(MemberKeyRow.BuyingGroupId)), column(nameof(MemberKeyRow.PersonId))), cancellationToken);

    /// <summary>Tells the planner how many requests there are, once all were added by query.</summary>
    public Task RequestedAsync(PortalDbContext context, CancellationToken cancellationToken) => AnalyzeAsync(context, Sql.Work, cancellationToken);

    /// <summary>Adds groups whose fills and completeness are to be computed though nobody may be assigned to them.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="areNew">True for groups made in this transaction: nobody knows another completeness of them, so theirs is no event.</param>
    public async Task TouchAsync(PortalDbContext context, IQueryable<TouchedRow> groups, CancellationToken cancellationToken, bool areNew = true)
    {
        await context.ExecuteAroundAsync(
            groups, (query, column) => $"INSERT INTO {Sql.Touched} (id, is_new) SELECT {column(nameof(TouchedRow.BuyingGroupId))}, {(areNew ? 1 : 0)} FROM {query}", cancellationToken);
        await AnalyzeAsync(context, Sql.Touched, cancellationToken);
    }

    /// <summary>What would become of each request, and what stands. Holds other writers off the groups from here on.</summary>
    public async Task<IReadOnlyList<MembershipVerdict>> JudgeAsync(PortalDbContext context, ActorKind source, CancellationToken cancellationToken)
    {
        await LockAsync(context, cancellationToken);
        return await context.Database.SqlQueryRaw<MembershipVerdict>(Sql.Verdicts((int)source)).ToListAsync(cancellationToken);
    }

    /// <summary>Decides every request and writes what follows: history (refusals included), members, role fills and completeness of the groups touched.</summary>
    /// <param name="context">The transaction that holds the requests.</param>
    /// <param name="source">Rank of the asker.</param>
    /// <param name="actorId">The asker; a row of the actors table.</param>
    /// <param name="at">The time of the change (UTC).</param>
    /// <param name="cancellationToken">Stops between and in statements; the transaction must then be rolled back.</param>
    /// <returns>How many were applied.</returns>
    public async Task<int> ApplyAsync(PortalDbContext context, ActorKind source, int actorId, DateTime at, CancellationToken cancellationToken)
    {
        await LockAsync(context, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.History((int)source, actorId), [at], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.Touch((int)source), cancellationToken);
        await AnalyzeAsync(context, Sql.Touched, cancellationToken);
        var applied = await context.Database.ExecuteSqlRawAsync(Sql.Members((int)source, actorId), [at], cancellationToken);
        await CountAsync(context, actorId, at, cancellationToken);
        return applied;
    }

    /// <summary>Computes role fills and completeness of the groups touched in this transaction; a change of completeness is an event.</summary>
    public async Task CountAsync(PortalDbContext context, int actorId, DateTime at, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlRawAsync(Sql.RoleFills(), cancellationToken);
        var solutions = await context.Database.SqlQueryRaw<SolutionRow>(Sql.TouchedSolutionInterests()).ToListAsync(cancellationToken);
        foreach (var template in solutions.GroupBy(solution => solution.RoleTemplateId))
        {
            var cards = await context.RoleCards.AsNoTracking().Where(card => card.RoleTemplateId == template.Key)
                .Select(card => new RoleCard { RoleId = card.RoleId, RequiredForCompleteness = card.RequiredForCompleteness, MembersRequired = card.MembersRequired })
                .ToListAsync(cancellationToken);
            var ids = template.Select(solution => solution.Id).ToList();
            if (Completeness.WeightsOf(cards) is { } weights)
            {
                await context.Database.ExecuteSqlRawAsync(Sql.CompletenessEvents(ids, Percent(weights), actorId), [at], cancellationToken);
                await context.Database.ExecuteSqlRawAsync(Sql.Completeness(ids, Percent(weights)), [at], cancellationToken);
            }
            else
            {
                await OneByOneAsync(context, ids, cards, actorId, at, cancellationToken);
            }
        }
    }

    private async Task LockAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        if (Sql.LockGroups() is { } statement)
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    private async Task AnalyzeAsync(PortalDbContext context, string table, CancellationToken cancellationToken)
    {
        if (Sql.Analyze(table) is { } statement)
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    private static string Percent(CompletenessWeights weights)
    {
        if (weights.Denominator == 0)
            return "100";
        var cases = weights.Roles.Select(role => string.Create(
            CultureInfo.InvariantCulture,
            $"WHEN {role.RoleId} THEN CASE WHEN f.assigned < {role.Required} THEN f.assigned ELSE {role.Required} END * CAST({role.Weight} AS bigint)"));
        var sum = $"COALESCE((SELECT CAST(SUM(CASE f.role_id {string.Join(' ', cases)} ELSE 0 END) AS bigint) FROM role_fills f WHERE f.buying_group_id = buying_groups.id), 0)";
        return string.Create(CultureInfo.InvariantCulture, $"(200 * {sum} + {weights.Denominator}) / (2 * CAST({weights.Denominator} AS bigint))");
    }

    /// <summary>For templates whose numbers are too large for one sum.</summary>
    private async Task OneByOneAsync(PortalDbContext context, List<int> solutionInterests, List<RoleCard> cards, int actorId, DateTime at, CancellationToken cancellationToken)
    {
        var touched = await context.Database.SqlQueryRaw<long>(Sql.TouchedGroups()).ToListAsync(cancellationToken);
        var standing = (await context.Database.SqlQueryRaw<long>(Sql.TouchedStandingGroups()).ToListAsync(cancellationToken)).ToHashSet();
        List<ChangeEvent> events = [];
        foreach (var chunk in touched.Chunk(RowsPerInsert))
        {
            var fills = await context.BuyingGroups.Where(group => chunk.Contains(group.Id) && solutionInterests.Contains(group.SolutionInterestId))
                .Select(group => new { group.Id, group.AccountId, group.Completeness, Fills = group.RoleFills.Select(fill => new { fill.RoleId, fill.Assigned }).ToList() }).ToListAsync(cancellationToken);
            foreach (var group in fills)
            {
                var percent = Completeness.Of(cards, group.Fills.ToDictionary(fill => fill.RoleId, fill => fill.Assigned));
                if (percent != group.Completeness && standing.Contains(group.Id))
                    events.Add(Event(group.Id, group.AccountId, group.Completeness, percent));
                await context.BuyingGroups.Where(g => g.Id == group.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(g => g.Completeness, percent).SetProperty(g => g.UpdatedAt, at), cancellationToken);
            }
        }
        await provider.BulkInsert.InsertAsync(context, events, cancellationToken);

        ChangeEvent Event(long group, long account, int before, int after) => new()
        {
            Kind = ChangeEventKind.Completeness,
            AccountId = account,
            BuyingGroupId = group,
            Previous = before.ToString(CultureInfo.InvariantCulture),
            Current = after.ToString(CultureInfo.InvariantCulture),
            ActorId = actorId,
            At = at,
        };
    }

    private sealed record SolutionRow(int Id, int RoleTemplateId);
}

/// <summary>One request.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="RoleId">The role to assign or change to; 0 for a removal.</param>
public readonly record struct MembershipLine(long BuyingGroupId, long PersonId, MembershipChangeKind Kind, int RoleId);

/// <summary>A row of a query that asks for assignments.</summary>
public sealed class AssignmentRow
{
    public long BuyingGroupId { get; init; }

    public long PersonId { get; init; }

    public int RoleId { get; init; }
}

/// <summary>A row of a query that names members.</summary>
public sealed class MemberKeyRow
{
    public long BuyingGroupId { get; init; }

    public long PersonId { get; init; }
}

/// <summary>A row of a query that names groups.</summary>
public sealed class TouchedRow
{
    public long BuyingGroupId { get; init; }
}

/// <summary>What becomes of one request.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Outcome">0 unchanged, 1 applied, 2 refused.</param>
/// <param name="StandingRoleId">Role that stands; null when the person never was a member.</param>
/// <param name="StandingSource">Rank of the standing change.</param>
/// <param name="StandingActorId">Who made it.</param>
/// <param name="StandingIsActive">False when it was a removal.</param>
public sealed record MembershipVerdict(
    long BuyingGroupId, long PersonId, int Outcome, int? StandingRoleId, int? StandingSource, int? StandingActorId, bool? StandingIsActive)
{
    /// <summary>True when the request takes effect.</summary>
    public bool IsApplied => Outcome == 1;

    /// <summary>True when it is refused.</summary>
    public bool IsRefused => Outcome == 2;
}
