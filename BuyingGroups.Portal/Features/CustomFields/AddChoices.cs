using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.CustomFields;

/// <summary>Adds choices behind those a choice field has. Choices are never taken away: records and conditions hold them.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record AddChoices(int Id, int Version, IReadOnlyList<string> Choices) : ICommand<Done>;

/// <summary>The field has no choices.</summary>
/// <param name="Field">Its name.</param>
public sealed record NotAChoiceField(string Field) : Refusal("{0} is not a choice field, so it has no choices to add to. Nothing was changed; declare a choice field instead.", Field);

public sealed class AddChoicesHandler : ICommandHandler<AddChoices, Done>
{
    public async Task<Outcome<Done>> HandleAsync(AddChoices command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await context.Database.CustomFields.FirstOrDefaultAsync(f => f.Id == command.Id, cancellationToken) is not { } field)
            return new NotFound("custom field", command.Id);
        if (field.Version != command.Version)
            return new ChangedByOthers("custom field");
        if (field.Kind != CustomFieldKind.Choice)
            return new NotAChoiceField(field.Name);
        var choices = CustomFieldRules.Choices(field.Kind, field.Choices.Concat(command.Choices));
        if (!choices.Succeeded)
            return choices.Refusal!;
        context.Audit(nameof(CustomField), field.Id, field.Name, new { field.Choices }, new { Choices = choices.Value });
        field.Choices = choices.Value;
        return Done.Instance;
    }
}
