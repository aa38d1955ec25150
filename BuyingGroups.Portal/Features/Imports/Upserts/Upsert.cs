using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Data.Providers;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Running;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Upserts;

/// <summary>Brings rows in through the plan, comparison and writer of the CSV import, all in the command's transaction.</summary>
internal sealed class Upsert<TRecord>(RecordShape shape, IReadOnlyList<ImportField<TRecord>> fields, Func<string, TRecord> create, RecordTable<TRecord> table)
    where TRecord : class
{
    public async Task<Outcome<UpsertAnswer>> RunAsync(CommandContext context, IBulkInsert bulk, IReadOnlyList<UpsertRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > UpsertRow.Most)
            return new TooManyRows(rows.Count, UpsertRow.Most);
        var columns = new UpsertColumns(shape, [.. fields.Select(f => f.Key)], rows, await CustomFieldsAsync(context.Database, rows, cancellationToken));
        var plan = new RowPlan<TRecord>(shape, columns.Mapping, fields, columns.CustomFields, create);
        var forms = fields.ToDictionary(f => f.Key, f => f.Form, StringComparer.Ordinal);
        var answers = new RowAnswer[rows.Count];
        var good = new List<ImportRow<TRecord>>(rows.Count);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            ImportRow<TRecord> row = null!;
            if ((UpsertValues.ProblemOf(rows[i], forms, columns) ?? plan.Read(i, columns.Cells(rows[i]), out row) ?? RolesOf(rows[i], row) ?? table.ProblemOf(row.Record) ?? Repeated(row)) is { } reason)
                answers[i] = new RowAnswer(i, KeyOf(rows[i]), RowResult.Rejected, reason);
            else
                good.Add(row);
        }

        var writer = new RecordWriter<TRecord>(context.ActorId, plan, table, bulk);
        var written = await writer.WriteAsync(context.Database, good, context.Now, cancellationToken);
        Answer(written.New, RowResult.Created);
        Answer(written.Changed.Select(c => c.Row), RowResult.Updated);
        Answer(written.Unchanged, RowResult.Unchanged);
        foreach (var (row, reason) in written.Rejected)
            answers[row.Line] = new RowAnswer((int)row.Line, table.Key(row.Record), RowResult.Rejected, reason);
        if (table.Kind == RecordKind.Account)
            await PlaceUnderParentsAsync(context.Database, rows, answers, cancellationToken);
        var answer = new UpsertAnswer(answers);
        context.Audit(table.Kind.ToString(), "", null, after: new
        {
            Created = answer.Count(RowResult.Created),
            Updated = answer.Count(RowResult.Updated),
            Unchanged = answer.Count(RowResult.Unchanged),
            Rejected = answer.Count(RowResult.Rejected),
        });
        return answer;

        Refusal? Repeated(ImportRow<TRecord> row)
        {
            var key = table.Key(row.Record);
            return seen.TryAdd(key, (int)row.Line) ? null : new DuplicateInCall(key, seen[key]);
        }

        void Answer(IEnumerable<ImportRow<TRecord>> which, RowResult result)
        {
            foreach (var row in which)
                answers[row.Line] = new RowAnswer((int)row.Line, table.Key(row.Record), result);
        }
    }

    private static string? KeyOf(UpsertRow row) => row.Fields.GetValueOrDefault(TargetKeys.SourceKey)?.Trim();

    private async Task<IReadOnlyDictionary<string, CustomField>> CustomFieldsAsync(PortalDbContext context, IReadOnlyList<UpsertRow> rows, CancellationToken cancellationToken)
    {
        if (table.Kind == RecordKind.Opportunity || rows.All(r => r.CustomFields is not { Count: > 0 }))
            return new Dictionary<string, CustomField>(StringComparer.Ordinal);
        var target = table.Kind == RecordKind.Account ? CustomFieldTarget.Account : CustomFieldTarget.Person;
        return await context.CustomFields.AsNoTracking().Where(f => f.Target == target).ToDictionaryAsync(f => f.NormalizedName, StringComparer.Ordinal, cancellationToken);
    }

    private static Refusal? RolesOf(UpsertRow from, ImportRow<TRecord> row)
    {
        if (from.Roles is null)
            return null;
        var roles = PersonRules.Roles(from.Roles);
        if (!roles.Succeeded)
            return roles.Refusal;
        row.Roles = [.. roles.Value];
        return null;
    }

    /// <summary>Parents that came in this call or were there before; one that comes later finds its children then.</summary>
    private static async Task PlaceUnderParentsAsync(PortalDbContext context, IReadOnlyList<UpsertRow> rows, RowAnswer[] answers, CancellationToken cancellationToken)
    {
        var landed = answers.Where(a => a.Result is RowResult.Created or RowResult.Updated).ToDictionary(a => a.SourceKey!, StringComparer.Ordinal);
        if (landed.Count == 0)
            return;
        foreach (var key in await ParentAccounts.ResolveAsync(context, [.. landed.Keys], cancellationToken))
        {
            if (landed.TryGetValue(key, out var answer))
                answers[answer.Row] = answer with { Reason = new ParentCircle(rows[answer.Row].Fields.GetValueOrDefault(TargetKeys.Parent) ?? "") };
        }
    }
}
