using BuyingGroups.Data;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>A row whose record exists and differs.</summary>
/// <param name="Row">The row.</param>
/// <param name="Existing">The record as it is.</param>
/// <param name="Fields">Indexes of the fields that differ.</param>
/// <param name="Custom">Indexes of the custom fields that differ.</param>
/// <param name="AccountMoves">True when the person belongs to another account now.</param>
/// <param name="RolesDiffer">True when the roles in the account differ.</param>
public sealed record ChangedRow<TRecord>(
    ImportRow<TRecord> Row, TRecord Existing, IReadOnlyList<int> Fields, IReadOnlyList<int> Custom, bool AccountMoves, bool RolesDiffer)
{
    public int Count => Fields.Count + Custom.Count + (AccountMoves ? 1 : 0) + (RolesDiffer ? 1 : 0);
}

/// <summary>What a batch would do to the database as it is now.</summary>
public sealed class BatchComparison<TRecord>
{
    public List<ImportRow<TRecord>> New { get; } = [];

    public List<ChangedRow<TRecord>> Changed { get; } = [];

    public List<ImportRow<TRecord>> Unchanged { get; } = [];

    /// <summary>Rows that only the database could refuse.</summary>
    public List<(ImportRow<TRecord> Row, Refusal Reason)> Rejected { get; } = [];

    /// <summary>Custom values of the existing records that the mapping fills.</summary>
    public Dictionary<(long Record, int Field), FieldValue> CustomValues { get; } = [];

    /// <summary>Roles of the existing people.</summary>
    public ILookup<long, RoleInAccount> Roles { get; set; } = Array.Empty<RoleInAccount>().ToLookup(r => r.PersonId);

    /// <summary>Rows whose record an earlier row names by another key: to be compared once that one is written.</summary>
    public List<ImportRow<TRecord>> Later { get; } = [];

    /// <summary>Takes over what became of later rows.</summary>
    public void Add(BatchComparison<TRecord> later)
    {
        New.AddRange(later.New);
        Changed.AddRange(later.Changed);
        Unchanged.AddRange(later.Unchanged);
        Rejected.AddRange(later.Rejected);
    }
}

/// <summary>Compares rows with the database: one query for the records, one for each kind of thing that hangs on them.</summary>
public sealed class BatchComparer<TRecord>(RowPlan<TRecord> plan, RecordTable<TRecord> table)
    where TRecord : class
{
    /// <summary>Compares, and writes what <paramref name="write"/> writes before rows are compared that name the same record once more.</summary>
    public async Task<BatchComparison<TRecord>> CompareAsync(
        PortalDbContext context, List<ImportRow<TRecord>> read, CancellationToken cancellationToken, Func<BatchComparison<TRecord>, Task>? write = null)
    {
        var comparison = await OnceAsync(context, read, cancellationToken);
        if (write is not null)
            await write(comparison);
        if (comparison.Later.Count > 0)
            comparison.Add(await CompareAsync(context, comparison.Later, cancellationToken, write));
        return comparison;
    }

    private async Task<BatchComparison<TRecord>> OnceAsync(PortalDbContext context, List<ImportRow<TRecord>> read, CancellationToken cancellationToken)
    {
        var comparison = new BatchComparison<TRecord>();
        var rows = await table.PlaceAsync(context, read, (row, reason) => comparison.Rejected.Add((row, reason)), cancellationToken);
        var existing = await ExistingAsync(context, rows, cancellationToken);
        if (existing.Count > 0 && !plan.Mapping.SkipExisting)
            await LoadDetailsAsync(context, comparison, [.. existing.Values.Select(table.Id)], cancellationToken);
        var named = new HashSet<long>(existing.Count);
        foreach (var row in rows)
        {
            if (!existing.TryGetValue(table.Key(row.Record), out var record))
                comparison.New.Add(row);
            else if (!named.Add(table.Id(record)))
                comparison.Later.Add(row);
            else if (!plan.Mapping.SkipExisting && Differences(row, record, comparison) is { } changed)
                comparison.Changed.Add(changed);
            else
                comparison.Unchanged.Add(row);
        }
        return comparison;
    }

    private async Task<Dictionary<string, TRecord>> ExistingAsync(PortalDbContext context, IReadOnlyList<ImportRow<TRecord>> rows, CancellationToken cancellationToken)
    {
        var keys = new string[rows.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = table.Key(rows[i].Record);
        var found = await table.WithKeys(context, keys).AsNoTracking().ToListAsync(cancellationToken);
        var existing = found.ToDictionary(table.Key, StringComparer.Ordinal);
        if (existing.Count == keys.Length)
            return existing;
        foreach (var (key, record) in await table.MergedAsync(context, [.. keys.Where(key => !existing.ContainsKey(key))], cancellationToken))
            existing[key] = record;
        return existing;
    }

    private async Task LoadDetailsAsync(PortalDbContext context, BatchComparison<TRecord> comparison, long[] ids, CancellationToken cancellationToken)
    {
        if (plan.CustomFields.Count > 0)
        {
            foreach (var (id, value) in await table.CustomValuesAsync(context, ids, [.. plan.CustomFields.Select(f => f.Id)], cancellationToken))
                comparison.CustomValues[(id, value.FieldId)] = value;
        }
        if (plan.HasRoles)
        {
            var roles = await context.RolesInAccount.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.PersonId)).ToListAsync(cancellationToken);
            comparison.Roles = roles.ToLookup(r => r.PersonId);
        }
    }

    private ChangedRow<TRecord>? Differences(ImportRow<TRecord> row, TRecord record, BatchComparison<TRecord> comparison)
    {
        List<int>? fields = null, custom = null;
        foreach (var field in plan.MappedFields)
        {
            // An empty cell leaves the field alone unless the user wants it emptied; the carrier record then holds the empty value.
            if (((row.Filled >> field & 1) == 1 || plan.Mapping.EmptyCellsClear) && !plan.Fields[field].Same(row.Record, record))
                (fields ??= []).Add(field);
        }
        var id = table.Id(record);
        for (var i = 0; i < row.Custom.Length; i++)
        {
            CustomCell? before = comparison.CustomValues.TryGetValue((id, plan.CustomFields[i].Id), out var value) ? CustomCell.Of(value) : null;
            if ((row.Custom[i] is not null || row.Emptied?.Contains(i) == true || plan.Mapping.EmptyCellsClear) && row.Custom[i] != before)
                (custom ??= []).Add(i);
        }
        var moves = table.Moves(row.Record, record);
        var roles = plan.HasRoles && (row.Roles is not null || plan.Mapping.EmptyCellsClear)
            && !comparison.Roles[id].Select(r => r.NormalizedName).ToHashSet(StringComparer.Ordinal).SetEquals((row.Roles ?? []).Select(r => Domain.NormalizedText.Required(r)));
        return fields is null && custom is null && !moves && !roles ? null : new ChangedRow<TRecord>(row, record, fields ?? [], custom ?? [], moves, roles);
    }
}
