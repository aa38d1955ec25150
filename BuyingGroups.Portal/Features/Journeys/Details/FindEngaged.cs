using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>Accounts, or people of theirs, that did something while the account travelled a journey, paged.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="People">True for people, false for accounts.</param>
/// <param name="Page">Which page.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindEngaged(int JourneyId, bool People, PageRequest Page) : IQuery<PageOf<EngagedRow>>;

/// <summary>Somebody who was active.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Account">Its name; null when it was deleted.</param>
/// <param name="PersonId">The person; 0 in a list of accounts.</param>
/// <param name="Person">The person's name; null when erased, and in a list of accounts.</param>
/// <param name="JobTitle">The person's job title.</param>
/// <param name="At">The first activity seen (UTC).</param>
public sealed record EngagedRow(long AccountId, string? Account, long PersonId, string? Person, string? JobTitle, DateTime At);

/// <summary>Reads them.</summary>
public sealed class FindEngagedHandler : IQueryHandler<FindEngaged, PageOf<EngagedRow>>
{
    public async Task<Outcome<PageOf<EngagedRow>>> HandleAsync(FindEngaged query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var engaged = query.People
            ? database.JourneyEngagements.Where(e => e.JourneyId == query.JourneyId && e.PersonId != 0)
            : database.JourneyEngagements.Where(e => e.JourneyId == query.JourneyId && e.PersonId == 0);
        var total = await engaged.Take(Listing.Cap + 1).CountAsync(cancellationToken);
        var rows = await engaged.OrderBy(e => e.PersonId).ThenBy(e => e.AccountId).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(e => new
            {
                e.AccountId,
                e.PersonId,
                e.At,
                Account = database.Accounts.Where(a => a.Id == e.AccountId).Select(a => a.Name).FirstOrDefault(),
                Person = database.People.Where(p => p.Id == e.PersonId).Select(p => new { p.FirstName, p.LastName, p.Email, p.JobTitle }).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return new PageOf<EngagedRow>(
            [.. rows.Select(row => new EngagedRow(
                row.AccountId, row.Account, row.PersonId, row.Person is null ? null : PersonName.Display(row.Person.FirstName, row.Person.LastName, row.Person.Email), row.Person?.JobTitle, row.At))],
            Math.Min(total, Listing.Cap), total > Listing.Cap);
    }
}
