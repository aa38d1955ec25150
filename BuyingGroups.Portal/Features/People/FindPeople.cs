using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>A page of people.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Page">Sorts by lastName (the usual), firstName, email, jobTitle, engagementScore, updatedAt.</param>
/// <param name="WithFields">Ids of the custom fields to bring along.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindPeople(PersonFilter Filter, PageRequest Page, IReadOnlyList<int>? WithFields = null) : IQuery<PageOf<PersonRow>>;

/// <summary>A person as the list shows them.</summary>
public sealed record PersonRow(
    long Id, string? FirstName, string? LastName, string Email, string? JobTitle, string? Phone, string? City, string? Country, long AccountId, string AccountName,
    bool Unsubscribed, double EngagementScore, int BuyingGroups, DateTime UpdatedAt)
{
    /// <summary>First and last name, or the email address.</summary>
    public string DisplayName => PersonName.Display(FirstName, LastName, Email);

    /// <summary>Values of the custom fields asked for, as text, by field id.</summary>
    public IReadOnlyDictionary<int, string> Custom { get; init; } = new Dictionary<int, string>();
}

public sealed class FindPeopleHandler : IQueryHandler<FindPeople, PageOf<PersonRow>>
{
    public async Task<Outcome<PageOf<PersonRow>>> HandleAsync(FindPeople query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var matching = await query.Filter.ApplyAsync(database, context.Now, cancellationToken);
        if (!matching.Succeeded)
            return Outcome<PageOf<PersonRow>>.Refused(matching.Refusals);
        var page = await Listing.PageAsync(
            database.People, matching.Value, p => p.Id, people => Sort(people, query.Page),
            p => new PersonRow(
                p.Id, p.FirstName, p.LastName, p.Email, p.JobTitle, p.Phone, p.City, p.Country, p.AccountId, p.Account!.Name, p.Unsubscribed, p.EngagementScore,
                p.Memberships.Count(m => m.IsActive), p.UpdatedAt),
            query.Page, cancellationToken,
            query.Filter.HasPrefixes ? (await query.Filter.ApplyAsync(database, context.Now, cancellationToken, walking: true)).Value : null);
        if (query.WithFields is not { Count: > 0 } fieldIds || page.Rows.Count == 0)
            return page;

        var ids = page.Rows.Select(row => row.Id).ToList();
        var fields = await database.CustomFields.Where(f => fieldIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        var values = await database.PersonFieldValues.Where(v => ids.Contains(v.PersonId) && fieldIds.Contains(v.FieldId)).ToListAsync(cancellationToken);
        var byPerson = values.ToLookup(v => v.PersonId);
        return page with { Rows = [.. page.Rows.Select(row => row with { Custom = FindAccountsHandler.Texts(byPerson[row.Id], fields) })] };
    }

    private static IQueryable<Person> Sort(IQueryable<Person> people, PageRequest page) => page.Sort switch
    {
        "firstName" => people.By(p => p.NormalizedFirstName, page.Descending).ThenBy(p => p.Id, page.Descending),
        "email" => people.By(p => p.NormalizedEmail, page.Descending).ThenBy(p => p.Id, page.Descending),
        "jobTitle" => people.By(p => p.NormalizedJobTitle, page.Descending).ThenBy(p => p.Id, page.Descending),
        "engagementScore" => people.By(p => p.EngagementScore, page.Descending).ThenBy(p => p.Id, page.Descending),
        "updatedAt" => people.By(p => p.UpdatedAt, page.Descending).ThenBy(p => p.Id, page.Descending),
        _ => people.By(p => p.NormalizedLastName, page.Descending).ThenBy(p => p.NormalizedFirstName, page.Descending).ThenBy(p => p.Id, page.Descending),
    };
}
