using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;

/// <summary>What a journey can name right now: for a designer that is told of something made since it was opened.</summary>
/// <param name="JourneyId">The journey.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadJourneyCatalog(int JourneyId) : IQuery<JourneyCatalog>;

/// <summary>Reads it.</summary>
public sealed class ReadJourneyCatalogHandler : IQueryHandler<ReadJourneyCatalog, JourneyCatalog>
{
    public async Task<Outcome<JourneyCatalog>> HandleAsync(ReadJourneyCatalog query, QueryContext context, CancellationToken cancellationToken) =>
        await JourneyCatalogs.ReadAsync(context.Database, context.Now, query.JourneyId, cancellationToken);
}
