using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer;

/// <summary>What the designer begins with: the draft of a journey and what journeys can name.</summary>
/// <param name="Id">The journey.</param>
[Requires(Permissions.JourneysView)]
public sealed record OpenDesigner(int Id) : IQuery<DesignerOpening>;

/// <summary>A journey opened in the designer.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Document">Its draft.</param>
/// <param name="Catalog">What journeys can name now.</param>
public sealed record DesignerOpening(Journey Journey, JourneyDocument Document, JourneyCatalog Catalog);

/// <summary>Reads it.</summary>
public sealed class OpenDesignerHandler : IQueryHandler<OpenDesigner, DesignerOpening>
{
    public async Task<Outcome<DesignerOpening>> HandleAsync(OpenDesigner query, QueryContext context, CancellationToken cancellationToken)
    {
        var journey = await context.Database.Journeys.FirstOrDefaultAsync(j => j.Id == query.Id, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.Id);
        return new DesignerOpening(journey, JourneyDrafts.Stored(journey.Draft), await JourneyCatalogs.ReadAsync(context.Database, context.Now, journey.Id, cancellationToken));
    }
}
