using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Keeps a mapping under a name for the next file with the same columns; a mapping of that name is replaced.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record SaveMapping(ImportKind Kind, string Name, MappingChoice Mapping) : ICommand<int>;

internal sealed class SaveMappingHandler : ICommandHandler<SaveMapping, int>
{
    private const int NameMaxLength = 255;

    public async Task<Outcome<int>> HandleAsync(SaveMapping command, CommandContext context, CancellationToken cancellationToken)
    {
        var name = command.Name?.Trim() ?? "";
        if (name.Length == 0)
            return new Required("Name");
        if (name.Length > NameMaxLength)
            return new TooLong("Name", NameMaxLength);
        var mapping = await context.Database.ImportMappings.SingleOrDefaultAsync(m => m.Kind == command.Kind && m.Name == name, cancellationToken);
        if (mapping is null)
        {
            mapping = new ImportMapping { Kind = command.Kind, Name = name, Mapping = "" };
            context.Database.ImportMappings.Add(mapping);
        }
        mapping.Mapping = ImportSettings.Write(command.Mapping);
        mapping.ActorId = context.ActorId;
        mapping.UpdatedAt = context.Now;
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("ImportMapping", mapping.Id, name, null, command.Mapping);
        return mapping.Id;
    }
}
