using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Reads an uploaded file again in another format, and guesses the mapping anew. Nothing is kept until <see cref="SaveImportSettings"/>.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record InspectImportFile(int Id, CsvFormat Format) : IQuery<ImportSettings>;

internal sealed class InspectImportFileHandler(ImportStorage storage) : IQueryHandler<InspectImportFile, ImportSettings>
{
    public async Task<Outcome<ImportSettings>> HandleAsync(InspectImportFile query, QueryContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == query.Id, cancellationToken) is not { } file)
            return new NotFound("import", query.Id);
        await using var stream = storage.Open(file.StoredAs);
        if (stream is null)
            return new FileGone();
        var seen = await Task.Run(() => ImportInspection.Read(stream, query.Format, cancellationToken), cancellationToken);
        var customFields = await context.Database.CustomFields.ToListAsync(cancellationToken);
        var saved = await context.Database.ImportMappings.Where(m => m.Kind == file.Kind).ToListAsync(cancellationToken);
        return ImportInspection.WithMapping(seen, file.Kind, customFields, saved);
    }
}
