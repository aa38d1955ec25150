using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Journeys, paged.</summary>
/// <param name="Page">Which page; sorts by name, status, created, updated, published, start, end.</param>
/// <param name="Search">Part of the name.</param>
/// <param name="Status">Only those in this state.</param>
/// <param name="Filter">More that they must satisfy.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindJourneys(PageRequest Page, string? Search = null, JourneyStatus? Status = null, JourneyFilter? Filter = null) : IQuery<PageOf<JourneyRow>>;

/// <summary>What a list of journeys can be narrowed by. Days count in UTC, both ends included.</summary>
/// <param name="IsMine">True for those that the caller made, changed last or published.</param>
/// <param name="StandsStill">True for those whose engine stands still.</param>
/// <param name="Updated">Changed last on these days.</param>
/// <param name="Published">Published on these days.</param>
/// <param name="Start">First entry on these days.</param>
/// <param name="End">End date on these days.</param>
public sealed record JourneyFilter(bool IsMine = false, bool StandsStill = false, DayRange? Updated = null, DayRange? Published = null, DayRange? Start = null, DayRange? End = null);

/// <summary>From a day to a day; an end that is null is open.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record DayRange(DateOnly? From, DateOnly? To)
{
    /// <summary>The first moment.</summary>
    public DateTime Begin => From?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);

    /// <summary>The first moment after it.</summary>
    public DateTime End => To is { } to && to < DateOnly.MaxValue ? to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
}

/// <summary>One journey as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">Its state.</param>
/// <param name="HasProblem">True when the engine stands still.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="UpdatedAt">When it was changed last (UTC).</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="PublishedAt">When its live version was published (UTC).</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="StartsAt">First moment of entry (UTC).</param>
/// <param name="EndsAt">When everybody in it stops (UTC).</param>
public sealed record JourneyRow(
    int Id, string Name, string? Description, JourneyStatus Status, bool HasProblem, DateTime CreatedAt, string? CreatedBy, DateTime UpdatedAt, string? UpdatedBy,
    DateTime? PublishedAt, string? PublishedBy, DateTime? StartsAt, DateTime? EndsAt);

/// <summary>Reads them.</summary>
public sealed class FindJourneysHandler : IQueryHandler<FindJourneys, PageOf<JourneyRow>>
{
    public async Task<Outcome<PageOf<JourneyRow>>> HandleAsync(FindJourneys query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journeys = database.Journeys.AsQueryable();
        if (NormalizedText.Of(query.Search) is { } search)
            journeys = journeys.Where(j => j.NormalizedName.Contains(search));
        if (query.Status is { } status)
            journeys = journeys.Where(j => j.Status == status);
        if (query.Filter is { } filter)
            journeys = Narrowed(journeys, filter, database, context.Caller);
        var total = await journeys.CountAsync(cancellationToken);
        var rows = await Ordered(journeys, query.Page).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(j => new JourneyRow(
                j.Id, j.Name, j.Description, j.Status, j.Problem != null,
                j.CreatedAt, database.Actors.Where(a => a.Id == j.CreatedBy).Select(a => a.Name).FirstOrDefault(),
                j.UpdatedAt, database.Actors.Where(a => a.Id == j.UpdatedBy).Select(a => a.Name).FirstOrDefault(),
                j.PublishedAt, database.Actors.Where(a => a.Id == j.PublishedBy).Select(a => a.Name).FirstOrDefault(),
                j.StartsAt ?? j.PublishedAt, j.EndsAt))
            .ToListAsync(cancellationToken);
        return new PageOf<JourneyRow>(rows, total);
    }

    private static IQueryable<Journey> Narrowed(IQueryable<Journey> journeys, JourneyFilter filter, PortalDbContext database, Caller caller)
    {
        if (filter.IsMine)
        {
            var (kind, reference) = (caller.Actor.Kind, caller.Actor.Reference);
            var mine = database.Actors.Where(a => a.Kind == kind && a.Reference == reference).Select(a => a.Id);
            journeys = journeys.Where(j => mine.Contains(j.CreatedBy) || mine.Contains(j.UpdatedBy) || mine.Contains(j.PublishedBy!.Value));
        }
        if (filter.StandsStill)
            journeys = journeys.Where(j => j.Problem != null);
        if (filter.Updated is { Begin: var updatedFrom, End: var updatedTo })
            journeys = journeys.Where(j => j.UpdatedAt >= updatedFrom && j.UpdatedAt < updatedTo);
        if (filter.Published is { Begin: var publishedFrom, End: var publishedTo })
            journeys = journeys.Where(j => j.PublishedAt >= publishedFrom && j.PublishedAt < publishedTo);
        if (filter.Start is { Begin: var startFrom, End: var startTo })
            journeys = journeys.Where(j => (j.StartsAt ?? j.PublishedAt) >= startFrom && (j.StartsAt ?? j.PublishedAt) < startTo);
        if (filter.End is { Begin: var endFrom, End: var endTo })
            journeys = journeys.Where(j => j.EndsAt >= endFrom && j.EndsAt < endTo);
        return journeys;
    }

    private static IQueryable<Journey> Ordered(IQueryable<Journey> journeys, PageRequest page) => page.Sort switch
    {
        "status" => journeys.By(j => j.Status, page.Descending).ThenBy(j => j.NormalizedName),
        "created" => journeys.By(j => j.CreatedAt, page.Descending).ThenBy(j => j.Id),
        "updated" => journeys.By(j => j.UpdatedAt, page.Descending).ThenBy(j => j.Id),
        "published" => journeys.By(j => j.PublishedAt, page.Descending).ThenBy(j => j.Id),
        "start" => journeys.By(j => j.StartsAt ?? j.PublishedAt, page.Descending).ThenBy(j => j.Id),
        "end" => journeys.By(j => j.EndsAt, page.Descending).ThenBy(j => j.Id),
        _ => journeys.By(j => j.NormalizedName, page.Descending),
    };
}
