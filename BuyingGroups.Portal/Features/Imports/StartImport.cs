using System.Text.Json;
using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Running;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Starts an import in the background, or starts one again that was cancelled or failed. Gives the job's id.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record StartImport(int Id) : ICommand<long>;

internal sealed class StartImportHandler(ImportStorage storage) : ICommandHandler<StartImport, long>
{
    public async Task<Outcome<long>> HandleAsync(StartImport command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } file)
            return new NotFound("import", command.Id);
        if (file.Status == ImportStatus.Running)
            return new ImportRuns();
        await using (var stream = storage.Open(file.StoredAs))
        {
            if (stream is null)
                return new FileGone();
        }
        var customFields = await context.Database.CustomFields.AsNoTracking().ToListAsync(cancellationToken);
        var settings = ImportSettings.Read(file.Settings);
        if (MappingProblems.Of(file.Kind, settings.Mapping, ImportTargets.Of(file.Kind, customFields)) is { Count: > 0 } problems)
            return Outcome<long>.Refused(problems);

        // Started again it begins anew: what landed is found unchanged.
        await context.Database.ImportRejections.Where(r => r.ImportFileId == file.Id).ExecuteDeleteAsync(cancellationToken);
        (file.RowsRead, file.Created, file.Updated, file.Unchanged, file.Rejected) = (0, 0, 0, 0, 0);
        (file.Status, file.FinishedAt) = (ImportStatus.Running, null);
        var job = context.Enqueue(new BackgroundJob
        {
            Kind = ImportWork.JobKind,
            Title = file.Kind == ImportKind.Accounts ? "Import of accounts from {0}" : "Import of people from {0}",
            TitleArguments = JsonSerializer.Serialize(new[] { file.FileName }, JobRun.Json),
            Parameters = JsonSerializer.Serialize(new ImportParameters(file.Id), JobRun.Json),
            // Two imports of one kind at once would write the same keys.
            ExclusiveKey = file.Kind == ImportKind.Accounts ? "import:accounts" : "import:people",
            TotalUnits = settings.Rows,
            Link = $"/imports/{file.Id}",
        });
        await context.Database.SaveChangesAsync(cancellationToken);
        file.JobId = job.Id;
        context.Audit("ImportFile", file.Id, file.FileName, null, new { settings.Rows, settings.Mapping });
        return job.Id;
    }
}
