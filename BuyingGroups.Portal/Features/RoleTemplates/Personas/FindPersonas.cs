using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.RoleTemplates.Personas;

/// <summary>The personas of the portal, at most twenty.</summary>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindPersonas : IQuery<IReadOnlyList<Persona>>;

/// <summary>Reads them.</summary>
public sealed class FindPersonasHandler : IQueryHandler<FindPersonas, IReadOnlyList<Persona>>
{
    public async Task<Outcome<IReadOnlyList<Persona>>> HandleAsync(FindPersonas query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.Personas.OrderBy(p => p.Id).ToListAsync(cancellationToken);
}
