using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>
/// Takes a file in: streams it to storage and looks at it. It changes no row of the database, and it may take minutes, so it is no
/// command (which holds a transaction); <see cref="AddImportFile"/> then keeps what it gives.
/// </summary>
[Requires(Permissions.AccountsManage)]
public sealed record ReceiveImportFile(ImportKind Kind, [property: NotAudited] Stream Content, CsvFormat? Format = null) : IQuery<ReceivedFile>;

/// <summary>A file in storage.</summary>
public sealed record ReceivedFile(string StoredAs, long Size, ImportSettings Settings);

public sealed record FileTooLarge(long Megabytes) : Refusal("The file is larger than {0} MB. Nothing was kept; split it into smaller files, or ask an admin to raise the limit.", Megabytes);

public sealed record FileEmpty() : Refusal("The file is empty. Nothing was kept; choose another file.");

/// <summary>The stored file is not there any more.</summary>
public sealed record FileGone() : Refusal("The uploaded file is not there any more. What was imported before is kept; upload the file again.");

public sealed record NotACsvFile() : Refusal("This is not a CSV file but a workbook or an archive. Nothing was kept; open it in its program, save it as CSV, and choose that file.");

internal sealed class ReceiveImportFileHandler(ImportStorage storage) : IQueryHandler<ReceiveImportFile, ReceivedFile>
{
    public async Task<Outcome<ReceivedFile>> HandleAsync(ReceiveImportFile query, QueryContext context, CancellationToken cancellationToken)
    {
        if (await storage.KeepAsync(query.Content, cancellationToken) is not { } kept)
            return new FileTooLarge(storage.Limit / (1024 * 1024));
        var accepted = false;
        try
        {
            await using var stream = storage.Open(kept.Name)!;
            if (kept.Size == 0)
                return new FileEmpty();
            if (IsArchive(stream))
                return new NotACsvFile();
            var format = query.Format ?? await FormatDetection.DetectAsync(stream, cancellationToken);
            // Reading through a large file is work, not waiting.
            var seen = await Task.Run(() => ImportInspection.Read(stream, format, cancellationToken), cancellationToken);
            if (seen.Columns.Count == 0)
                return new FileEmpty();
            var customFields = await context.Database.CustomFields.ToListAsync(cancellationToken);
            var saved = await context.Database.ImportMappings.Where(m => m.Kind == query.Kind).ToListAsync(cancellationToken);
            accepted = true;
            return new ReceivedFile(kept.Name, kept.Size, ImportInspection.WithMapping(seen, query.Kind, customFields, saved));
        }
        finally
        {
            if (!accepted)
                storage.Remove(kept.Name);
        }
    }

    /// <summary>Excel workbooks and archives start with PK, older workbooks with D0 CF.</summary>
    private static bool IsArchive(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 4 && (start.SequenceEqual("PK\u0003\u0004"u8) || start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]));
    }
}
