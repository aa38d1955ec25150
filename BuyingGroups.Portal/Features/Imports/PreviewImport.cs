using BuyingGroups.Data;
using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Portal.Features.Imports.Running;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Tells what an import would do, without writing: the whole file up to <see cref="PreviewImportHandler.WholeFileUpTo"/>, the first rows of a larger one.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record PreviewImport(int Id, IProgress<long>? Progress = null) : IQuery<ImportPreview>;

/// <param name="RowsChecked">Rows looked at.</param>
/// <param name="WholeFile">False when the file is so large that only its first rows were looked at.</param>
/// <param name="Columns">What the mapped columns go to, as the rows show them.</param>
/// <param name="FirstRows">The first rows of the file.</param>
/// <param name="RejectedRows">The first rejected rows.</param>
public sealed record ImportPreview(
    long RowsChecked, bool WholeFile, long New, long Updated, long Unchanged, long Rejected, IReadOnlyList<ReasonCount> Reasons, IReadOnlyList<string> Columns,
    IReadOnlyList<PreviewRow> FirstRows, IReadOnlyList<PreviewRow> RejectedRows);

public enum PreviewResult
{
    New,
    Updated,
    Unchanged,
    Rejected,
}

/// <param name="Line">Line of the file.</param>
/// <param name="FieldsChanged">How many fields an update changes.</param>
/// <param name="Message">Why it is rejected, as kept; see <see cref="RejectionWords"/>.</param>
/// <param name="Cells">The cells of the mapped columns.</param>
public sealed record PreviewRow(long Line, PreviewResult Result, int FieldsChanged, string? Message, IReadOnlyList<string> Cells);

internal sealed class PreviewImportHandler(ImportStorage storage) : IQueryHandler<PreviewImport, ImportPreview>
{
    /// <summary>Bytes of a file that is looked at as a whole.</summary>
    public const long WholeFileUpTo = 50L * 1024 * 1024;

    /// <summary>Rows looked at of a larger one.</summary>
    public const long SampledRows = 50_000;

    private const int FirstRowsShown = 25;
    private const int RejectedRowsShown = 100;

    public async Task<Outcome<ImportPreview>> HandleAsync(PreviewImport query, QueryContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == query.Id, cancellationToken) is not { } file)
            return new NotFound("import", query.Id);
        await using var stream = storage.Open(file.StoredAs);
        if (stream is null)
            return new FileGone();
        var customFields = await context.Database.CustomFields.ToListAsync(cancellationToken);
        var settings = ImportSettings.Read(file.Settings);
        if (MappingProblems.Of(file.Kind, settings.Mapping, ImportTargets.Of(file.Kind, customFields)) is { Count: > 0 } problems)
            return Outcome<ImportPreview>.Refused(problems);
        // Reading and checking is work: not on the thread that draws the page.
        return await Task.Run(
            () => file.Kind == ImportKind.Accounts
                ? TryAsync(context.Database, ImportPlan.ForAccounts(file, customFields), stream, query.Progress, cancellationToken)
                : TryAsync(context.Database, ImportPlan.ForPeople(file, customFields), stream, query.Progress, cancellationToken),
            cancellationToken);
    }

    private static async Task<ImportPreview> TryAsync<TRecord>(
        PortalDbContext context, ImportPlan<TRecord> plan, Stream stream, IProgress<long>? progress, CancellationToken cancellationToken)
        where TRecord : class
    {
        var whole = plan.File.Size <= WholeFileUpTo;
        var comparer = new BatchComparer<TRecord>(plan.Rows, plan.Table);
        var cells = new PreviewCells(plan.Settings);
        var reasons = new Dictionary<string, long>(StringComparer.Ordinal);
        List<PreviewRow> first = [], rejected = [];
        long rows = 0, created = 0, updated = 0, unchanged = 0, refused = 0;
        using var reader = plan.Read(stream);
        while ((whole || rows < SampledRows) && reader.Read(cancellationToken) is { } batch)
        {
            using (batch)
            {
                var comparison = await comparer.CompareAsync(context, batch.Rows, cancellationToken);
                List<ImportRejection> rejections = [.. batch.Rejections, .. comparison.Rejected.Select(r => batch.Reject(plan.File.Id, r.Row, r.Reason))];
                foreach (var rejection in rejections)
                    reasons[rejection.Reason] = reasons.GetValueOrDefault(rejection.Reason) + 1;
                if (rows == 0)
                    first = First(batch, comparison, rejections, cells);
                if (rejected.Count < RejectedRowsShown)
                    rejected.AddRange(rejections.OrderBy(r => r.Line).Take(RejectedRowsShown - rejected.Count).Select(cells.Of));
                rows += batch.RowsRead;
                created += comparison.New.Count;
                updated += comparison.Changed.Count;
                unchanged += comparison.Unchanged.Count;
                refused += rejections.Count;
                progress?.Report(rows);
            }
        }
        return new ImportPreview(
            rows, whole || rows >= plan.Settings.Rows, created, updated, unchanged, refused, [.. reasons.Select(r => new ReasonCount(r.Key, r.Value)).OrderByDescending(r => r.Count)],
            cells.Columns, first, rejected);
    }

    private static List<PreviewRow> First<TRecord>(RowBatch<TRecord> batch, BatchComparison<TRecord> comparison, List<ImportRejection> rejections, PreviewCells cells)
    {
        IEnumerable<PreviewRow> all =
        [
            .. comparison.New.Take(FirstRowsShown).Select(r => new PreviewRow(r.Line, PreviewResult.New, 0, null, cells.Of(batch.Raw(r)))),
            .. comparison.Changed.Take(FirstRowsShown).Select(c => new PreviewRow(c.Row.Line, PreviewResult.Updated, c.Count, null, cells.Of(batch.Raw(c.Row)))),
            .. comparison.Unchanged.Take(FirstRowsShown).Select(r => new PreviewRow(r.Line, PreviewResult.Unchanged, 0, null, cells.Of(batch.Raw(r)))),
            .. rejections.OrderBy(r => r.Line).Take(FirstRowsShown).Select(cells.Of),
        ];
        return [.. all.OrderBy(r => r.Line).Take(FirstRowsShown)];
    }

    /// <summary>The cells of the mapped columns of a row, short enough for a table.</summary>
    private sealed class PreviewCells(ImportSettings settings)
    {
        private const int ColumnsShown = 8;
        private const int CellMaxLength = 80;
        private readonly int[] _shown = [.. settings.Mapping.Columns.Select((c, i) => (c.Target, i)).Where(c => c.Target is not null).Select(c => c.i).Take(ColumnsShown)];

        public IReadOnlyList<string> Columns => [.. _shown.Select(i => settings.Mapping.Columns[i].Column)];

        public IReadOnlyList<string> Of(string raw)
        {
            using var reader = new CsvRowReader(new StringReader(raw), settings.Format.Delimiter);
            var cells = reader.Read() && reader.Count > 0 ? reader.Cells() : [raw];
            return [.. _shown.Select(i => i < cells.Length ? Short(cells[i].Trim()) : "")];
        }

        public PreviewRow Of(ImportRejection rejection) => new(rejection.Line, PreviewResult.Rejected, 0, rejection.Message, Of(rejection.Row ?? ""));

        private static string Short(string cell) => cell.Length <= CellMaxLength ? cell : cell[..CellMaxLength] + "…";
    }
}
