using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Writes the rows that did not land to <paramref name="Target"/>: line, reason, and the columns as they stood, ready to be put right and imported again.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record WriteErrorFile(int ImportId, Stream Target) : IQuery<long>;

internal sealed class WriteErrorFileHandler : IQueryHandler<WriteErrorFile, long>
{
    public async Task<Outcome<long>> HandleAsync(WriteErrorFile query, QueryContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == query.ImportId, cancellationToken) is not { } file)
            return new NotFound("import", query.ImportId);
        var settings = ImportSettings.Read(file.Settings);
        await using var writer = new CsvRowWriter(query.Target, settings.Format.Delimiter);
        await writer.WriteAsync([.. settings.Columns.Select(c => c.Name), "Import line", "Import reason", "Import message"]);
        long count = 0;
        var rejections = context.Database.ImportRejections.Where(r => r.ImportFileId == file.Id).OrderBy(r => r.Line).AsAsyncEnumerable();
        await foreach (var rejection in rejections.WithCancellation(cancellationToken))
        {
            var cells = Cells(rejection.Row ?? "", settings);
            await writer.WriteAsync([.. cells, rejection.Line.ToString(CultureInfo.InvariantCulture), rejection.Reason, RejectionWords.InEnglish(rejection.Message)]);
            count++;
        }
        return count;
    }

    /// <summary>As many cells as the file has columns: what a row lacks is empty, what it has too much goes into the last one.</summary>
    private static string[] Cells(string row, ImportSettings settings)
    {
        using var reader = new CsvRowReader(new StringReader(row), settings.Format.Delimiter);
        var cells = reader.Read() && reader.Count > 0 ? reader.Cells() : [row];
        var columns = Math.Max(1, settings.Columns.Count);
        if (cells.Length > columns)
            cells = [.. cells[..(columns - 1)], string.Join(settings.Format.Delimiter, cells[(columns - 1)..])];
        Array.Resize(ref cells, columns);
        return [.. cells.Select(c => c ?? "")];
    }
}
