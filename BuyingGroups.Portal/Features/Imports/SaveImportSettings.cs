using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Keeps format and mapping of a file that has not run yet.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record SaveImportSettings(int Id, [property: NotAudited] ImportSettings Settings) : ICommand<Done>;

public sealed record ImportRuns() : Refusal("This import is running. Nothing was changed; wait until it has finished, or cancel it.");

internal sealed class SaveImportSettingsHandler : ICommandHandler<SaveImportSettings, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SaveImportSettings command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.ImportFiles.SingleOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } file)
            return new NotFound("import", command.Id);
        if (file.Status is ImportStatus.Running or ImportStatus.Finished)
            return new ImportRuns();
        file.Settings = command.Settings.Write();
        context.Audit("ImportFile", file.Id, file.FileName, null, new { command.Settings.Format, command.Settings.Mapping });
        return Done.Instance;
    }
}
