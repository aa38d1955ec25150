using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Export;

/// <summary>A drawing to look at: the draft, or a published version.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Number">A published version; null for the draft.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadJourneyDrawing(int JourneyId, int? Number = null) : IQuery<JourneySheet>;

/// <summary>A drawing with the names it needs.</summary>
/// <param name="Name">The journey's name.</param>
/// <param name="Document">The drawing.</param>
/// <param name="Catalog">What journeys can name now.</param>
public sealed record JourneySheet(string Name, JourneyDocument Document, JourneyCatalog Catalog);

/// <summary>Reads it.</summary>
public sealed class ReadJourneyDrawingHandler : IQueryHandler<ReadJourneyDrawing, JourneySheet>
{
    public async Task<Outcome<JourneySheet>> HandleAsync(ReadJourneyDrawing query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.Select(j => new { j.Id, j.Name, j.Draft }).FirstOrDefaultAsync(j => j.Id == query.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.JourneyId);
        var text = journey.Draft;
        if (query.Number is { } number)
        {
            var published = await database.JourneyVersions.Where(v => v.JourneyId == query.JourneyId && v.Number == number).Select(v => v.Document).FirstOrDefaultAsync(cancellationToken);
            if (published is null)
                return new NotFound("version", number);
            text = published;
        }
        return new JourneySheet(journey.Name, JourneyDrafts.Stored(text), await JourneyCatalogs.ReadAsync(database, context.Now, query.JourneyId, cancellationToken));
    }
}
