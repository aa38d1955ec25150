using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Live;

/// <summary>A published version to be watched. The counts are asked for by themselves, again and again: <see cref="CountJourney"/>.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Number">The version; null for the one that new entries travel.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadLiveView(int JourneyId, int? Number = null) : IQuery<LiveViewOpening>;

/// <summary>What the live view draws.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Versions">Its versions, newest first.</param>
/// <param name="Version">The version shown; null when nothing was published yet.</param>
/// <param name="Document">Its drawing; empty likewise.</param>
/// <param name="Catalog">What journeys can name now.</param>
public sealed record LiveViewOpening(Journey Journey, IReadOnlyList<JourneyVersionRow> Versions, JourneyVersionRow? Version, JourneyDocument Document, JourneyCatalog Catalog);

/// <summary>Reads it.</summary>
public sealed class ReadLiveViewHandler : IQueryHandler<ReadLiveView, LiveViewOpening>
{
    private const int MostVersions = 50;

    public async Task<Outcome<LiveViewOpening>> HandleAsync(ReadLiveView query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.FirstOrDefaultAsync(j => j.Id == query.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.JourneyId);
        var ofJourney = database.JourneyVersions.Where(v => v.JourneyId == journey.Id);
        var versions = await Rows(database, ofJourney.OrderByDescending(v => v.Number).Take(MostVersions), journey).ToListAsync(cancellationToken);
        var wanted = ofJourney.Where(v => query.Number == null ? v.Id == journey.LiveVersionId : v.Number == query.Number);
        var shown = await Rows(database, wanted, journey).FirstOrDefaultAsync(cancellationToken);
        if (shown is null && query.Number is { } number)
            return new NotFound("version", number);
        var text = shown is null ? null : await database.JourneyVersions.Where(v => v.Id == shown.Id).Select(v => v.Document).FirstAsync(cancellationToken);
        return new LiveViewOpening(
            journey, versions, shown, text is null ? JourneyDocument.Empty : JourneyDrafts.Stored(text), await JourneyCatalogs.ReadAsync(database, context.Now, journey.Id, cancellationToken));
    }

    private static IQueryable<JourneyVersionRow> Rows(PortalDbContext database, IQueryable<JourneyVersion> versions, Journey journey) =>
        versions.Select(v => new JourneyVersionRow(v.Id, v.Number, v.PublishedAt, database.Actors.Where(a => a.Id == v.ActorId).Select(a => a.Name).FirstOrDefault(), v.Id == journey.LiveVersionId));
}
