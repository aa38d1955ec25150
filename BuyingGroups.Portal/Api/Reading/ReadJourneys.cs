using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Api.Reading;

/// <summary>Journeys in the order of their numbers.</summary>
/// <param name="Names">Only those with these names; null for all.</param>
/// <param name="After">Only those with a larger number: the place where the page before ended.</param>
/// <param name="Most">How many.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadJourneys(IReadOnlyList<string>? Names, long After, int Most) : IQuery<Portion<JourneyBody>>;

/// <summary>A journey.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Version">Counts saves; send it back with a changed draft.</param>
/// <param name="PublishedAt">When its live version was published; UTC.</param>
/// <param name="StartsAt">First moment of entry; UTC.</param>
/// <param name="EndsAt">When everybody in it stops; UTC.</param>
/// <param name="Problem">Why the engine stands still; null: it does not.</param>
public sealed record JourneyBody(
    int Id, string Name, string? Description, JourneyStatus Status, int Version, DateTime? PublishedAt, DateTime? StartsAt, DateTime? EndsAt, string? Problem);

/// <summary>Reads them.</summary>
public sealed class ReadJourneysHandler : IQueryHandler<ReadJourneys, Portion<JourneyBody>>
{
    public async Task<Outcome<Portion<JourneyBody>>> HandleAsync(ReadJourneys query, QueryContext context, CancellationToken cancellationToken)
    {
        var journeys = context.Database.Journeys.Where(j => j.Id > query.After);
        if (query.Names is { } names)
        {
            var normalized = names.Select(name => Domain.NormalizedText.Of(name) ?? "").ToList();
            journeys = journeys.Where(j => normalized.Contains(j.NormalizedName));
        }
        var read = await journeys.OrderBy(j => j.Id).Take(query.Most + 1)
            .Select(j => new JourneyBody(j.Id, j.Name, j.Description, j.Status, j.Version, j.PublishedAt, j.StartsAt, j.EndsAt, j.Problem)).ToListAsync(cancellationToken);
        return Portion<JourneyBody>.Of(read, query.Most, j => j.Id);
    }
}
