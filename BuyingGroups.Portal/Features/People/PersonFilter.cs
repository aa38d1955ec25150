using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Which people a list, its export or a choice shows.</summary>
public sealed record PersonFilter
{
    /// <summary>Each word begins the first name, the last name or the email address.</summary>
    public string? Search { get; init; }

    /// <summary>The people of one account.</summary>
    public long? AccountId { get; init; }

    /// <summary>Part of the job title.</summary>
    public string? TitleContains { get; init; }

    /// <summary>The job title begins with this; quicker than a part of it.</summary>
    public string? TitleStartsWith { get; init; }

    /// <summary>Any of these countries; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Has any of these roles in the account; empty for all.</summary>
    public IReadOnlyList<string> RolesInAccount { get; init; } = [];

    /// <summary>Has, or has not, unsubscribed.</summary>
    public bool? Unsubscribed { get; init; }

    /// <summary>Is, or is not, a member of any buying group.</summary>
    public bool? InBuyingGroup { get; init; }

    /// <summary>Is a member of so many buying groups; <see cref="ContactOverlap.Most"/> stands for so many and more.</summary>
    public int? Groups { get; init; }

    /// <summary>Has, or has not, any engagement.</summary>
    public bool? IsEngaged { get; init; }

    /// <summary>Filters on custom fields and any other field, all of which must match.</summary>
    public IReadOnlyList<FieldFilter> Fields { get; init; } = [];

    /// <summary>True when some of it is found through an index on the beginnings of texts.</summary>
    internal bool HasPrefixes => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrWhiteSpace(TitleStartsWith);

    /// <summary>The people that match; <paramref name="database"/>'s own set when there is nothing to filter by.</summary>
    /// <param name="database">Where to read.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="walking">True says the beginnings of texts in a way that no index serves; see <see cref="Listing"/>.</param>
    internal async Task<Outcome<IQueryable<Person>>> ApplyAsync(PortalDbContext database, DateTime now, CancellationToken cancellationToken, bool walking = false)
    {
        IQueryable<Person> people = database.People;
        if (AccountId is { } accountId)
            people = people.Where(p => p.AccountId == accountId);
        foreach (var (start, end) in Prefix.WordsOf(Search))
        {
            people = walking
                ? people.Where(p => p.NormalizedLastName!.StartsWith(start) || p.NormalizedFirstName!.StartsWith(start) || p.NormalizedEmail.StartsWith(start))
                : people.Where(p =>
                    (string.Compare(p.NormalizedLastName, start) >= 0 && string.Compare(p.NormalizedLastName, end) < 0)
                    || (string.Compare(p.NormalizedFirstName, start) >= 0 && string.Compare(p.NormalizedFirstName, end) < 0)
                    || (string.Compare(p.NormalizedEmail, start) >= 0 && string.Compare(p.NormalizedEmail, end) < 0));
        }
        if (NormalizedText.Of(TitleStartsWith) is { } beginning)
        {
            var (start, end) = Prefix.Of(beginning);
            people = walking
                ? people.Where(p => p.NormalizedJobTitle!.StartsWith(start))
                : people.Where(p => string.Compare(p.NormalizedJobTitle, start) >= 0 && string.Compare(p.NormalizedJobTitle, end) < 0);
        }
        if (NormalizedText.Of(TitleContains) is { } part)
            people = people.Where(p => p.NormalizedJobTitle!.Contains(part));
        if (Normalized(Countries) is { Count: > 0 } countries)
            people = people.Where(p => countries.Contains(p.NormalizedCountry!));
        if (Normalized(RolesInAccount) is { Count: > 0 } roles)
            people = people.Where(p => p.RolesInAccount.Any(r => roles.Contains(r.NormalizedName)));
        if (Unsubscribed is { } unsubscribed)
            people = people.Where(p => p.Unsubscribed == unsubscribed);
        if (InBuyingGroup is { } member)
            people = people.Where(p => p.Memberships.Any(m => m.IsActive) == member);
        if (Groups is { } groups)
            people = InGroups(database, people, groups);
        if (IsEngaged is { } engaged)
            people = engaged ? people.Where(p => p.EngagementScore > 0) : people.Where(p => p.EngagementScore <= 0);
        if (Fields.Count == 0)
            return Outcome<IQueryable<Person>>.Of(people);
        var catalog = new ConditionCatalog { Now = now, CustomFields = await database.CustomFields.ToListAsync(cancellationToken) };
        var condition = ConditionTranslation.OfPeople(new ConditionGroup(MatchKind.All, Fields), catalog);
        return condition.Succeeded ? Outcome<IQueryable<Person>>.Of(people.Where(condition.Value)) : Outcome<IQueryable<Person>>.Refused(condition.Refusals);
    }

    /// <summary>Who is in several is known from the roll-ups; nearly everybody else is in one.</summary>
    private static IQueryable<Person> InGroups(PortalDbContext database, IQueryable<Person> people, int groups)
    {
        if (groups <= 1)
            return people.Where(p => p.Memberships.Count(m => m.IsActive) == groups);
        var several = groups < ContactOverlap.Most ? database.OverlappingPeople.Where(o => o.Groups == groups) : database.OverlappingPeople.Where(o => o.Groups >= groups);
        return people.Where(p => several.Select(o => o.PersonId).Contains(p.Id));
    }

    private static List<string> Normalized(IReadOnlyList<string> values) => [.. values.Select(NormalizedText.Of).OfType<string>()];
}
