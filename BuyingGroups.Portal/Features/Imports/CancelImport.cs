using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Asks a running import to stop. What landed until then stays.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record CancelImport(int Id) : ICommand<Done>;

internal sealed class CancelImportHandler : ICommandHandler<CancelImport, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CancelImport command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } file)
            return new NotFound("import", command.Id);
        var asked = await context.Database.Jobs.Where(j => j.Id == file.JobId && (j.Status == JobStatus.Queued || j.Status == JobStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        if (asked == 0 && file.Status == ImportStatus.Running)
            file.Status = ImportStatus.Cancelled;
        context.Audit("ImportFile", file.Id, file.FileName);
        return Done.Instance;
    }
}
