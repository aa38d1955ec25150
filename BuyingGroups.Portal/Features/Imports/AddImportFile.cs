using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Keeps a received file as an import that can be mapped, previewed and started. Gives its id.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record AddImportFile(ImportKind Kind, string FileName, [property: NotAudited] ReceivedFile File) : ICommand<int>;

internal sealed class AddImportFileHandler : ICommandHandler<AddImportFile, int>
{
    private const int FileNameMaxLength = 255;

    public async Task<Outcome<int>> HandleAsync(AddImportFile command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.File is null || !ImportStorage.IsName(command.File.StoredAs))
            return new FileGone();
        var name = Path.GetFileName(command.FileName);
        var file = new ImportFile
        {
            Kind = command.Kind,
            FileName = name.Length <= FileNameMaxLength ? name : name[^FileNameMaxLength..],
            StoredAs = command.File.StoredAs,
            Size = command.File.Size,
            Settings = command.File.Settings.Write(),
            ActorId = context.ActorId,
            CreatedAt = context.Now,
        };
        context.Database.ImportFiles.Add(file);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("ImportFile", file.Id, file.FileName, null, new { file.Kind, file.Size });
        return file.Id;
    }
}
