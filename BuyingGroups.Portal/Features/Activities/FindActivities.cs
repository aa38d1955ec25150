using BuyingGroups.Data;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Activities;

/// <summary>What an account's people, or one person, did; latest first, paged.</summary>
/// <param name="Page">Which page.</param>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">The person; with it the account is not asked for.</param>
/// <param name="ActivityTypeId">Only this type; null for all.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindActivities(PageRequest Page, long? AccountId = null, long? PersonId = null, int? ActivityTypeId = null) : IQuery<PageOf<ActivityRow>>;

/// <summary>One activity.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="Type">Name of its type.</param>
/// <param name="PersonId">Who; null for something of the account itself.</param>
/// <param name="Person">The person's name.</param>
/// <param name="Known">What is known of it, by name.</param>
public sealed record ActivityRow(long Id, DateTime OccurredAt, string Type, long? PersonId, string? Person, IReadOnlyList<KnownOfActivity> Known)
{
    /// <summary>What is told of an interesting moment; null when nothing is.</summary>
    public string? Description => Known.FirstOrDefault(known => string.Equals(known.Name, "description", StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>One thing known of an activity.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value as sent.</param>
public sealed record KnownOfActivity(string Name, string Value);

public sealed class FindActivitiesHandler : IQueryHandler<FindActivities, PageOf<ActivityRow>>
{
    public async Task<Outcome<PageOf<ActivityRow>>> HandleAsync(FindActivities query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var activities = query.PersonId is { } person ? database.Activities.Where(a => a.PersonId == person) : database.Activities.Where(a => a.AccountId == query.AccountId);
        if (query.ActivityTypeId is { } type)
            activities = activities.Where(a => a.ActivityTypeId == type);
        var total = await activities.CountAsync(cancellationToken);
        var page = activities.OrderByDescending(a => a.OccurredAt).ThenByDescending(a => a.Id).Skip(query.Page.Skip).Take(query.Page.Take);
        return new PageOf<ActivityRow>(await ActivityRows.ReadAsync(database, page, cancellationToken), total);
    }
}

/// <summary>Reads activities with the names of their type and person and what is known of them.</summary>
internal static class ActivityRows
{
    public static async Task<IReadOnlyList<ActivityRow>> ReadAsync(PortalDbContext database, IQueryable<Activity> activities, CancellationToken cancellationToken)
    {
        var found = await activities
            .Select(a => new
            {
                a.Id,
                a.OccurredAt,
                Type = database.ActivityTypes.Where(t => t.Id == a.ActivityTypeId).Select(t => t.Name).First(),
                Person = database.People.Where(p => p.Id == a.PersonId).Select(p => new { p.Id, p.FirstName, p.LastName, p.Email }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = found.Select(a => a.Id).ToArray();
        var known = (await database.ActivityAttributes.Where(a => EF.Parameter(ids).Contains(a.ActivityId)).OrderBy(a => a.Name).Select(a => new { a.ActivityId, a.Name, a.Value }).ToListAsync(cancellationToken))
            .ToLookup(a => a.ActivityId, a => new KnownOfActivity(a.Name, a.Value));
        return
        [
            .. found.Select(a => new ActivityRow(
                a.Id, a.OccurredAt, a.Type, a.Person?.Id, a.Person is null ? null : PersonName.Display(a.Person.FirstName, a.Person.LastName, a.Person.Email), [.. known[a.Id]])),
        ];
    }
}
