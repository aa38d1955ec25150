using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Journeys, paged.</summary>
/// <param name="Page">Which page; sorts by name, status, created, updated, published, start, end.</param>
/// <param name="Search">Part of the name.</param>
/// <param name="Status">Only those in this state.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindJourneys(PageRequest Page, string? Search = null, JourneyStatus? Status = null) : IQuery<PageOf<JourneyRow>>;

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

    private static IQueryable<Journey> Ordered(IQueryable<Journey> journeys, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("status", false) => journeys.OrderBy(j => j.Status).ThenBy(j => j.NormalizedName),
        ("status", true) => journeys.OrderByDescending(j => j.Status).ThenBy(j => j.NormalizedName),
        ("created", false) => journeys.OrderBy(j => j.CreatedAt).ThenBy(j => j.Id),
        ("created", true) => journeys.OrderByDescending(j => j.CreatedAt).ThenBy(j => j.Id),
        ("updated", false) => journeys.OrderBy(j => j.UpdatedAt).ThenBy(j => j.Id),
        ("updated", true) => journeys.OrderByDescending(j => j.UpdatedAt).ThenBy(j => j.Id),
        ("published", false) => journeys.OrderBy(j => j.PublishedAt).ThenBy(j => j.Id),
        ("published", true) => journeys.OrderByDescending(j => j.PublishedAt).ThenBy(j => j.Id),
        ("start", false) => journeys.OrderBy(j => j.StartsAt ?? j.PublishedAt).ThenBy(j => j.Id),
        ("start", true) => journeys.OrderByDescending(j => j.StartsAt ?? j.PublishedAt).ThenBy(j => j.Id),
        ("end", false) => journeys.OrderBy(j => j.EndsAt).ThenBy(j => j.Id),
        ("end", true) => journeys.OrderByDescending(j => j.EndsAt).ThenBy(j => j.Id),
        (_, true) => journeys.OrderByDescending(j => j.NormalizedName),
        _ => journeys.OrderBy(j => j.NormalizedName),
    };
}
