using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>One import with everything its pages show.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record GetImport(int Id) : IQuery<ImportDetails>;

/// <param name="Status">As the job has it, should it have ended without a word to the file.</param>
/// <param name="Targets">What columns can go to.</param>
/// <param name="Saved">Saved mappings of this kind.</param>
/// <param name="Reasons">Rejections by reason, most frequent first.</param>
/// <param name="Cancelling">True when the user asked to stop and the job has not stopped yet.</param>
public sealed record ImportDetails(
    int Id, ImportKind Kind, string FileName, ImportStatus Status, long Size, ImportSettings Settings, IReadOnlyList<ImportTarget> Targets, IReadOnlyList<SavedMapping> Saved,
    long RowsRead, long Created, long Updated, long Unchanged, long Rejected, IReadOnlyList<ReasonCount> Reasons, long? JobId, bool Cancelling, string? Error, DateTime? StartedAt, DateTime? FinishedAt,
    bool FileIsThere);

/// <summary>How many rows a reason kept out.</summary>
public sealed record ReasonCount(string Reason, long Count);

public sealed record SavedMapping(int Id, string Name, MappingChoice Mapping);

internal sealed class GetImportHandler : IQueryHandler<GetImport, ImportDetails>
{
    public async Task<Outcome<ImportDetails>> HandleAsync(GetImport query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.ImportFiles.SingleOrDefaultAsync(f => f.Id == query.Id, cancellationToken) is not { } file)
            return new NotFound("import", query.Id);
        var job = file.JobId is { } jobId ? await database.Jobs.SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken) : null;
        var customFields = await database.CustomFields.ToListAsync(cancellationToken);
        var saved = await database.ImportMappings.Where(m => m.Kind == file.Kind).OrderBy(m => m.Name).ToListAsync(cancellationToken);
        var reasons = StatusOf(file, job) is ImportStatus.Uploaded or ImportStatus.Running
            ? []
            : await database.ImportRejections.Where(r => r.ImportFileId == file.Id).GroupBy(r => r.Reason).Select(g => new ReasonCount(g.Key, g.LongCount())).ToListAsync(cancellationToken);
        return new ImportDetails(
            file.Id, file.Kind, file.FileName, StatusOf(file, job), file.Size, ImportSettings.Read(file.Settings), ImportTargets.Of(file.Kind, customFields),
            [.. saved.Select(m => new SavedMapping(m.Id, m.Name, ImportSettings.ReadMapping(m.Mapping)))],
            file.RowsRead, file.Created, file.Updated, file.Unchanged, file.Rejected, [.. reasons.OrderByDescending(r => r.Count)],
            file.JobId, job is { CancelRequested: true, Status: JobStatus.Queued or JobStatus.Running }, job?.Error, job?.StartedAt, file.FinishedAt ?? job?.FinishedAt, file.StoredAs is not null && file.Status != ImportStatus.Finished);
    }

    private static ImportStatus StatusOf(ImportFile file, BackgroundJob? job) => (file.Status, job?.Status) switch
    {
        (ImportStatus.Running, JobStatus.Cancelled) => ImportStatus.Cancelled,
        (ImportStatus.Running, JobStatus.Failed or null) => ImportStatus.Failed,
        _ => file.Status,
    };
}
