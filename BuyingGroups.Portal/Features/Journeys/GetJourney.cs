using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>One journey with its draft and its versions.</summary>
/// <param name="Id">The journey.</param>
[Requires(Permissions.JourneysView)]
public sealed record GetJourney(int Id) : IQuery<JourneyDetails>;

/// <summary>The journey of a name: for people at the command line.</summary>
/// <param name="NameOrId">Its name, without regard to case, or its number.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindJourney(string NameOrId) : IQuery<int>;

/// <summary>No journey has the name.</summary>
/// <param name="Called">As typed.</param>
public sealed record NoSuchJourney(string Called) : Refusal("There is no journey “{0}”. Nothing was changed; look at the list of journeys.", Called);

/// <summary>A journey.</summary>
/// <param name="Journey">The journey, its draft included.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="UpdatedBy">Who changed it last.</param>
/// <param name="PublishedBy">Who published its live version.</param>
/// <param name="Versions">Its versions, newest first; the newest fifty.</param>
/// <param name="Parked">How many accounts are parked, counted to 1,000.</param>
public sealed record JourneyDetails(Journey Journey, string? CreatedBy, string? UpdatedBy, string? PublishedBy, IReadOnlyList<JourneyVersionRow> Versions, int Parked);

/// <summary>A published version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">1, 2, 3 … within the journey.</param>
/// <param name="PublishedAt">When (UTC).</param>
/// <param name="By">By whom.</param>
/// <param name="IsLive">True when new entries travel it.</param>
public sealed record JourneyVersionRow(int Id, int Number, DateTime PublishedAt, string? By, bool IsLive);

/// <summary>Reads it.</summary>
public sealed class GetJourneyHandler : IQueryHandler<GetJourney, JourneyDetails>
{
    private const int MostVersions = 50;
    private const int MostParked = 1_000;

    public async Task<Outcome<JourneyDetails>> HandleAsync(GetJourney query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.FirstOrDefaultAsync(j => j.Id == query.Id, cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.Id);
        var actors = await database.Actors.Where(a => a.Id == journey.CreatedBy || a.Id == journey.UpdatedBy || a.Id == journey.PublishedBy).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var versions = await database.JourneyVersions.Where(v => v.JourneyId == journey.Id).OrderByDescending(v => v.Number).Take(MostVersions)
            .Select(v => new JourneyVersionRow(v.Id, v.Number, v.PublishedAt, database.Actors.Where(a => a.Id == v.ActorId).Select(a => a.Name).FirstOrDefault(), v.Id == journey.LiveVersionId))
            .ToListAsync(cancellationToken);
        var parked = await JourneyEntries.ParkedOf(database, journey.Id).Take(MostParked).CountAsync(cancellationToken);
        return new JourneyDetails(
            journey, actors.GetValueOrDefault(journey.CreatedBy), actors.GetValueOrDefault(journey.UpdatedBy), actors.GetValueOrDefault(journey.PublishedBy ?? 0), versions, parked);
    }
}

/// <summary>Finds it.</summary>
public sealed class FindJourneyHandler : IQueryHandler<FindJourney, int>
{
    public async Task<Outcome<int>> HandleAsync(FindJourney query, QueryContext context, CancellationToken cancellationToken)
    {
        var normalized = NormalizedText.Of(query.NameOrId) ?? "";
        var byName = await context.Database.Journeys.Where(j => j.NormalizedName == normalized).Select(j => (int?)j.Id).FirstOrDefaultAsync(cancellationToken);
        if (byName is { } found)
            return found;
        return int.TryParse(query.NameOrId, System.Globalization.CultureInfo.InvariantCulture, out var id) && await context.Database.Journeys.AnyAsync(j => j.Id == id, cancellationToken)
            ? id
            : new NoSuchJourney(query.NameOrId);
    }
}
