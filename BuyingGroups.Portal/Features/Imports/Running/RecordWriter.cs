using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Records;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>
/// Writes rows inside the caller's transaction, whatever way they came in: new records by bulk insert, changed ones field by field with
/// their history.
/// </summary>
public sealed class RecordWriter<TRecord>(int actorId, RowPlan<TRecord> plan, RecordTable<TRecord> table, IBulkInsert bulk)
    where TRecord : class
{
    private readonly BatchComparer<TRecord> _comparer = new(plan, table);

    /// <summary>Writes what can be written, and tells what became of each row.</summary>
    public Task<BatchComparison<TRecord>> WriteAsync(PortalDbContext context, List<ImportRow<TRecord>> rows, DateTime now, CancellationToken cancellationToken) => _comparer.CompareAsync(
        context, rows, cancellationToken,
        async comparison =>
        {
            await InsertAsync(context, comparison.New, now, cancellationToken);
            await UpdateAsync(context, comparison, now, cancellationToken);
        });

    private async Task InsertAsync(PortalDbContext context, List<ImportRow<TRecord>> rows, DateTime now, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
            table.Stamp(row.Record, now);
        await bulk.InsertAsync(context, rows.Select(r => r.Record), cancellationToken);

        var withDetails = rows.Where(r => r.Roles is not null || Array.Exists(r.Custom, c => c is not null)).ToList();
        if (withDetails.Count == 0)
            return;
        var ids = (await table.Ids(context, [.. withDetails.Select(r => table.Key(r.Record))]).ToListAsync(cancellationToken)).ToDictionary(StringComparer.Ordinal);
        var values = new List<FieldValue>();
        var roles = new List<RoleInAccount>();
        foreach (var row in withDetails)
        {
            var id = ids[table.Key(row.Record)];
            for (var i = 0; i < row.Custom.Length; i++)
            {
                if (row.Custom[i] is not { } cell)
                    continue;
                var value = table.NewValue(id, plan.CustomFields[i].Id);
                cell.CopyTo(value);
                values.Add(value);
            }
            roles.AddRange((row.Roles ?? []).Select(name => new RoleInAccount { PersonId = id, Name = name }));
        }
        if (table.Kind == RecordKind.Account)
            await bulk.InsertAsync(context, values.Cast<AccountFieldValue>(), cancellationToken);
        else
            await bulk.InsertAsync(context, values.Cast<PersonFieldValue>(), cancellationToken);
        await bulk.InsertAsync(context, roles, cancellationToken);
    }

    private async Task UpdateAsync(PortalDbContext context, BatchComparison<TRecord> comparison, DateTime now, CancellationToken cancellationToken)
    {
        if (comparison.Changed.Count == 0)
            return;
        var changes = new List<RecordChange>();
        foreach (var changed in comparison.Changed)
        {
            var id = table.Id(changed.Existing);
            void Note(string field, string? before, string? after) => changes.Add(new RecordChange
            {
                SubjectKind = table.Kind,
                SubjectId = id,
                Field = field,
                Before = before,
                After = after,
                At = now,
                ActorId = actorId,
            });

            context.Attach(changed.Existing);
            foreach (var index in changed.Fields)
            {
                var field = plan.Fields[index];
                Note(field.Key, field.Text(changed.Existing), field.Text(changed.Row.Record));
                field.Copy(changed.Row.Record, changed.Existing);
                table.Changed(changed.Existing, field.Key);
            }
            if (changed.AccountMoves)
            {
                Note("account", null, changed.Row.AccountKey);
                table.Move(changed.Row.Record, changed.Existing);
            }
            foreach (var index in changed.Custom)
                ChangeCustom(context, comparison, id, index, changed.Row.Custom[index], Note);
            if (changed.RolesDiffer)
                ChangeRoles(context, comparison.Roles[id], id, changed.Row.Roles ?? [], Note);
            // What hangs on the record changed: the record's version and time tell so.
            if (changed.Fields.Count == 0 && !changed.AccountMoves)
                context.Entry(changed.Existing).Property(nameof(Domain.IVersioned.UpdatedAt)).IsModified = true;
        }
        context.ChangeTracker.AutoDetectChangesEnabled = true;
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        await bulk.InsertAsync(context, changes, cancellationToken);
        await bulk.InsertAsync(context, EventsOf(changes, comparison.Changed.ToDictionary(c => table.Id(c.Existing), c => table.AccountId(c.Existing))), cancellationToken);
    }

    /// <summary>What journeys listen for: the same changes, with the account each record belongs to now. No journey listens to opportunities.</summary>
    private static IEnumerable<ChangeEvent> EventsOf(List<RecordChange> changes, Dictionary<long, long> accounts) =>
        changes.Where(c => c.SubjectKind != RecordKind.Opportunity).Select(c => RecordHistory.Event(c.SubjectKind, c.SubjectId, accounts[c.SubjectId], c.Field, c.Before, c.After, c.ActorId, c.At));

    private void ChangeCustom(PortalDbContext context, BatchComparison<TRecord> comparison, long id, int index, CustomCell? cell, Action<string, string?, string?> note)
    {
        var field = plan.CustomFields[index].Id;
        comparison.CustomValues.TryGetValue((id, field), out var value);
        note(TargetKeys.Custom(field), value is null ? null : CustomCell.Of(value).ToString(), cell?.ToString());
        if (cell is null)
        {
            context.Remove((object)value!);
            return;
        }
        if (value is null)
        {
            value = table.NewValue(id, field);
            context.Add((object)value);
        }
        else
        {
            context.Attach((object)value);
        }
        cell.Value.CopyTo(value);
    }

    private static void ChangeRoles(PortalDbContext context, IEnumerable<RoleInAccount> before, long id, string[] after, Action<string, string?, string?> note)
    {
        var old = before.ToList();
        note(TargetKeys.RolesInAccount, old.Count == 0 ? null : string.Join("; ", old.Select(r => r.Name)), after.Length == 0 ? null : string.Join("; ", after));
        foreach (var role in old.Where(r => !after.Contains(r.Name, StringComparer.OrdinalIgnoreCase)))
            context.Remove(role);
        foreach (var name in after.Where(name => !old.Exists(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase))))
            context.Add(new RoleInAccount { PersonId = id, Name = name });
    }
}
