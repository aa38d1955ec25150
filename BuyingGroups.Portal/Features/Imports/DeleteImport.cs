using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Forgets an import: its file, its settings and its rejected rows. The accounts and people it brought stay.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record DeleteImport(int Id) : ICommand<Done>;

internal sealed class DeleteImportHandler(ImportStorage storage) : ICommandHandler<DeleteImport, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteImport command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } file)
            return new NotFound("import", command.Id);
        if (file.Status == ImportStatus.Running)
            return new ImportRuns();
        context.Database.ImportFiles.Remove(file);
        context.Audit("ImportFile", file.Id, file.FileName, new { file.Kind, file.RowsRead });
        context.AfterCommit(() => storage.Remove(file.StoredAs));
        return Done.Instance;
    }
}
