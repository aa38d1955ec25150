using BuyingGroups.Domain;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.CustomFields;

/// <summary>Declares a field on accounts or on people. What it belongs to and what it holds are fixed for good.</summary>
/// <param name="Target">Accounts or people.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Unique per target.</param>
/// <param name="Choices">The choices of a choice field, in order.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record DeclareCustomField(CustomFieldTarget Target, CustomFieldKind Kind, string Name, IReadOnlyList<string> Choices) : ICommand<CustomFieldDeclared>;

/// <summary>The new field.</summary>
public sealed record CustomFieldDeclared(int Id);

public sealed class DeclareCustomFieldHandler : ICommandHandler<DeclareCustomField, CustomFieldDeclared>
{
    public async Task<Outcome<CustomFieldDeclared>> HandleAsync(DeclareCustomField command, CommandContext context, CancellationToken cancellationToken)
    {
        var name = CustomFieldRules.Name(command.Name);
        if (!name.Succeeded)
            return name.Refusal!;
        var choices = CustomFieldRules.Choices(command.Kind, command.Choices);
        if (!choices.Succeeded)
            return choices.Refusal!;
        if (await context.NameProblemAsync(command.Target, name.Value, exceptId: 0, cancellationToken) is { } problem)
            return problem;
        if (await context.Database.CustomFields.CountAsync(f => f.Target == command.Target, cancellationToken) >= CustomFieldRules.FieldsMost)
            return new TooManyCustomFields(CustomFieldRules.FieldsMost);
        var field = new CustomField { Target = command.Target, Kind = command.Kind, Name = name.Value, Choices = choices.Value };
        context.Database.CustomFields.Add(field);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(CustomField), field.Id, field.Name, after: command);
        return new CustomFieldDeclared(field.Id);
    }
}

internal static class CustomFieldNames
{
    /// <summary>Refuses a name that another field of the target has.</summary>
    public static async Task<Refusal?> NameProblemAsync(this CommandContext context, CustomFieldTarget target, string name, int exceptId, CancellationToken cancellationToken)
    {
        var normalized = NormalizedText.Required(name);
        return await context.Database.CustomFields.AnyAsync(f => f.Target == target && f.NormalizedName == normalized && f.Id != exceptId, cancellationToken)
            ? new NameTaken("custom field", name)
            : null;
    }
}
