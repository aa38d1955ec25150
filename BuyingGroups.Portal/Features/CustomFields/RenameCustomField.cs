using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.CustomFields;

/// <summary>Gives a custom field another name; conditions and imports that use it follow by themselves, because they know it by number.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record RenameCustomField(int Id, int Version, string Name) : ICommand<Done>;

public sealed class RenameCustomFieldHandler : ICommandHandler<RenameCustomField, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RenameCustomField command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.CustomFields.FirstOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } field)
            return new NotFound("custom field", command.Id);
        if (field.Version != command.Version)
            return new ChangedByOthers("custom field");
        var name = CustomFieldRules.Name(command.Name);
        if (!name.Succeeded)
            return name.Refusal!;
        if (await context.NameProblemAsync(field.Target, name.Value, field.Id, cancellationToken) is { } problem)
            return problem;
        context.Audit(nameof(CustomField), field.Id, name.Value, new { field.Name }, new { Name = name.Value });
        field.Name = name.Value;
        return Done.Instance;
    }
}
