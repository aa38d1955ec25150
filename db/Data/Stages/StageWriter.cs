using System.Globalization;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.Stages;

/// <summary>
/// The only road to the stage of a buying group after its creation: by hand, by journey or over the API, one group or a million. A caller
/// fills the work table inside its own transaction and applies it; refusals are history too. Nothing here opens or ends a transaction.
/// </summary>
public sealed class StageWriter(DatabaseProvider provider)
{
    private const int RowsPerInsert = 500;

    private GroupChangeStatements Sql => provider.GroupChanges;

    /// <summary>Starts an empty set of requests in the context's transaction; forgets statuses asked for too.</summary>
    public async Task BeginAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        foreach (var statement in Sql.Prepare())
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    /// <summary>Adds requests one by one; a group must not be named twice.</summary>
    public async Task RequestAsync(PortalDbContext context, IEnumerable<StageLine> lines, CancellationToken cancellationToken)
    {
        foreach (var chunk in lines.Chunk(RowsPerInsert))
            await context.Database.ExecuteSqlRawAsync(Sql.RequestStages(chunk), cancellationToken);
    }

    /// <summary>Asks the same stage for every group of a query.</summary>
    /// <returns>Groups asked for.</returns>
    public async Task<int> RequestAsync(PortalDbContext context, IQueryable<TouchedRow> groups, int toStageId, CancellationToken cancellationToken)
    {
        var added = await context.ExecuteAroundAsync(
            groups,
            (query, column) => string.Create(
                CultureInfo.InvariantCulture,
                $"INSERT INTO {Sql.StageWork} (buying_group_id, to_stage_id) SELECT {column(nameof(TouchedRow.BuyingGroupId))}, {toStageId} FROM {query}"),
            cancellationToken);
        if (Sql.Analyze(Sql.StageWork) is { } statement)
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        return added;
    }

    /// <summary>What would become of each request. Holds other writers off the groups from here on.</summary>
    public async Task<IReadOnlyList<StageVerdict>> JudgeAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await LockAsync(context, cancellationToken);
        return await context.Database.SqlQueryRaw<StageVerdict>(Sql.Verdicts()).ToListAsync(cancellationToken);
    }

    /// <summary>Decides every request and writes what follows: history (refusals included), events, the groups.</summary>
    /// <param name="context">The transaction that holds the requests.</param>
    /// <param name="source">Rank of the asker.</param>
    /// <param name="actorId">The asker; a row of the actors table.</param>
    /// <param name="at">The time of the change (UTC).</param>
    /// <param name="cancellationToken">Stops between and in statements; the transaction must then be rolled back.</param>
    /// <returns>How many moves were applied.</returns>
    public async Task<int> ApplyAsync(PortalDbContext context, ActorKind source, int actorId, DateTime at, CancellationToken cancellationToken)
    {
        await LockAsync(context, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.StageHistory((int)source, actorId), [at], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.StageEvents(actorId), [at], cancellationToken);
        return await context.Database.ExecuteSqlRawAsync(Sql.MoveStages(), [at], cancellationToken);
    }

    private async Task LockAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        if (Sql.LockGroups(Sql.StageWork) is { } statement)
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }
}

/// <summary>One request: this group to that stage.</summary>
public readonly record struct StageLine(long BuyingGroupId, int ToStageId);

/// <summary>What becomes of one request.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="FromStageId">Where it stands.</param>
/// <param name="ToStageId">Where it was to go.</param>
/// <param name="VerdictNumber">A <see cref="StageMoveVerdict"/> as the database counts it.</param>
public sealed record StageVerdict(long BuyingGroupId, int? FromStageId, int ToStageId, int VerdictNumber)
{
    /// <summary>What becomes of it.</summary>
    public StageMoveVerdict Verdict => (StageMoveVerdict)VerdictNumber;
}
