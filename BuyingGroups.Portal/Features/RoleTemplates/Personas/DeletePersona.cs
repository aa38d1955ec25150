using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Personas;

/// <summary>Deletes a persona that no condition names.</summary>
/// <param name="Id">The persona.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record DeletePersona(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeletePersonaHandler : ICommandHandler<DeletePersona, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeletePersona command, CommandContext context, CancellationToken cancellationToken)
    {
        var persona = await context.Database.Personas.FirstOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (persona is null)
            return new NotFound("persona", command.Id);
        var value = ConditionUses.Value("persona", persona.Id);
        IReadOnlyList<string> users = [.. await ConditionUses.FindAsync(context.Database, value, cancellationToken), .. await JourneyUses.FindAsync(context.Database, value, cancellationToken)];
        if (InUse.Of("persona", persona.Name, users) is { } inUse)
            return inUse;
        context.Database.Personas.Remove(persona);
        context.Audit("Persona", persona.Id, persona.Name, new { persona.Name, persona.Condition });
        return Done.Instance;
    }
}
