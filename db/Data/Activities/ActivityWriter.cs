using System.Globalization;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.Activities;

/// <summary>Records the same activity, such as an interesting moment, for every account or person of a query, without a row leaving the database.</summary>
public sealed class ActivityWriter(DatabaseProvider provider)
{
    private ActivityStatements Sql => provider.Activities;

    /// <summary>One activity for each account.</summary>
    /// <param name="context">The transaction to write in.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="activityTypeId">The type.</param>
    /// <param name="attributes">What is known of it, by name; names are normalized here and values cut to what fits.</param>
    /// <param name="at">When it happens and is recorded (UTC).</param>
    /// <param name="cancellationToken">Stops between and in statements; the transaction must then be rolled back.</param>
    /// <returns>Activities made.</returns>
    public Task<int> RecordAsync(
        PortalDbContext context, IQueryable<ActivityAccountRow> accounts, int activityTypeId, IReadOnlyDictionary<string, string> attributes, DateTime at, CancellationToken cancellationToken) =>
        WriteAsync(context, accounts, "account_id", [nameof(ActivityAccountRow.AccountId)], activityTypeId, attributes, at, cancellationToken);

    /// <inheritdoc cref="RecordAsync(PortalDbContext, IQueryable{ActivityAccountRow}, int, IReadOnlyDictionary{string, string}, DateTime, CancellationToken)"/>
    public Task<int> RecordAsync(
        PortalDbContext context, IQueryable<ActivityPersonRow> people, int activityTypeId, IReadOnlyDictionary<string, string> attributes, DateTime at, CancellationToken cancellationToken) =>
        WriteAsync(context, people, "account_id, person_id", [nameof(ActivityPersonRow.AccountId), nameof(ActivityPersonRow.PersonId)], activityTypeId, attributes, at, cancellationToken);

    private async Task<int> WriteAsync(
        PortalDbContext context, IQueryable query, string whose, string[] members, int activityTypeId, IReadOnlyDictionary<string, string> attributes, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var statement in Sql.Prepare())
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        var made = await context.ExecuteAroundAsync(
            query,
            (source, column) => Sql.Insert(
                $"{whose}, activity_type_id, occurred_at, recorded_at",
                string.Create(CultureInfo.InvariantCulture, $"SELECT {string.Join(", ", members.Select(column))}, {activityTypeId}, {SetBasedInsert.Constant(0)}, {SetBasedInsert.Constant(0)} FROM {source}")),
            cancellationToken,
            at);
        foreach (var (name, value) in attributes)
        {
            if (Naming.Kept(value) is not { } kept)
                continue;
            // Never half of a character: databases refuse it.
            var fits = Math.Min(kept.Length, ActivityAttribute.ValueMaxLength);
            kept = char.IsHighSurrogate(kept[fits - 1]) ? kept[..(fits - 1)] : kept[..fits];
            await context.Database.ExecuteSqlRawAsync(Sql.Attribute(NormalizedText.Required(name)), [kept, NormalizedText.Required(kept)], cancellationToken);
        }
        return made;
    }
}

/// <summary>A row of a query that names accounts.</summary>
public sealed class ActivityAccountRow
{
    public long AccountId { get; init; }
}

/// <summary>A row of a query that names people and their accounts.</summary>
public sealed class ActivityPersonRow
{
    public long AccountId { get; init; }

    public long PersonId { get; init; }
}
