using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain;
using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.Stages;

/// <summary>The only road to the status of a buying group: one group or a million, with an event for each that really changes. Nothing here opens or ends a transaction.</summary>
public sealed class StatusWriter(DatabaseProvider provider)
{
    private GroupChangeStatements Sql => provider.GroupChanges;

    /// <summary>Gives every group of a query the same status.</summary>
    /// <param name="context">The transaction to write in.</param>
    /// <param name="groups">The groups, each once.</param>
    /// <param name="status">Free text of at most 50 characters; empty takes the status away.</param>
    /// <param name="actorId">Who does it; a row of the actors table.</param>
    /// <param name="at">The time of the change (UTC).</param>
    /// <param name="cancellationToken">Stops between and in statements; the transaction must then be rolled back.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> SetAsync(PortalDbContext context, IQueryable<TouchedRow> groups, string? status, int actorId, DateTime at, CancellationToken cancellationToken)
    {
        var kept = Naming.Kept(status);
        if (kept?.Length > BuyingGroup.StatusMaxLength)
            throw new ArgumentException($"A status has at most {BuyingGroup.StatusMaxLength} characters.", nameof(status));
        foreach (var statement in Sql.Prepare())
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        await context.ExecuteAroundAsync(
            groups, (query, column) => $"INSERT INTO {Sql.StatusWork} (buying_group_id) SELECT {column(nameof(TouchedRow.BuyingGroupId))} FROM {query}", cancellationToken);
        if (kept is not null)
            await context.Database.ExecuteSqlRawAsync(Sql.RequestStatus(), [kept, NormalizedText.Required(kept)], cancellationToken);
        if (Sql.Analyze(Sql.StatusWork) is { } analyze)
            await context.Database.ExecuteSqlRawAsync(analyze, cancellationToken);
        if (Sql.LockGroups(Sql.StatusWork) is { } locking)
            await context.Database.ExecuteSqlRawAsync(locking, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql.StatusEvents(actorId), [at], cancellationToken);
        return await context.Database.ExecuteSqlRawAsync(Sql.SetStatuses(), [at], cancellationToken);
    }
}
