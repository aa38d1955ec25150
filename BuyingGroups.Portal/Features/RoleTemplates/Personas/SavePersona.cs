using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Personas;

/// <summary>Makes a persona, or saves a changed one. Everything that names it follows at once.</summary>
/// <param name="Id">The persona; null for a new one.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Condition">A flat group of at most five attribute matches.</param>
/// <param name="Version">The version that was opened; ignored for a new one.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record SavePersona(int? Id, string Name, Condition Condition, int Version = 0) : ICommand<int>;

/// <summary>Saves it.</summary>
public sealed class SavePersonaHandler : ICommandHandler<SavePersona, int>
{
    public async Task<Outcome<int>> HandleAsync(SavePersona command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, Persona.NameMaxLength) is { } wrong)
            return wrong;
        var personas = await context.Database.Personas.ToListAsync(cancellationToken);
        var persona = personas.Find(p => p.Id == command.Id);
        if (command.Id is { } id && persona is null)
            return new NotFound("persona", id);
        if (persona is not null && persona.Version != command.Version)
            return new ChangedByOthers("persona");
        if (persona is null && RoleTemplateRules.ToAddPersona(personas.Count) is { } tooMany)
            return tooMany;
        if (personas.Exists(p => p != persona && p.NormalizedName == NormalizedText.Required(command.Name)))
            return new NameTaken("persona", command.Name.Trim());
        var problems = ConditionValidation.OfPersona(command.Condition, await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken));
        if (problems.Count > 0)
            return Outcome<int>.Refused([.. problems.Select(p => p.Refusal)]);

        var before = persona is null ? null : new { persona.Name, persona.Condition };
        if (persona is null)
        {
            persona = new Persona { Name = command.Name.Trim(), Condition = command.Condition };
            context.Database.Personas.Add(persona);
        }
        else
        {
            persona.Name = command.Name.Trim();
            persona.Condition = command.Condition;
        }
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Persona", persona.Id, persona.Name, before, new { persona.Name, persona.Condition });
        return persona.Id;
    }
}
