using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>People of the account who match a role of the group's template and do not have it, with the reason; paged, roles by priority.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Page">Which page.</param>
/// <param name="RoleId">Only for one role.</param>
/// <param name="Language">The language of the reasons; English when null.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindSuggestions(long BuyingGroupId, PageRequest Page, int? RoleId = null, SentenceLanguage? Language = null) : IQuery<PageOf<SuggestionRow>>;

/// <summary>One suggestion.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="EngagementScore">Person score.</param>
/// <param name="RoleId">The role that fits.</param>
/// <param name="Role">Its name.</param>
/// <param name="Reason">Why: "job title contains VP".</param>
/// <param name="CurrentRoleId">The role a member has now; null when the person is not a member.</param>
/// <param name="CurrentRole">Its name.</param>
public sealed record SuggestionRow(
    long PersonId, string Person, string? JobTitle, double EngagementScore, int RoleId, string Role, string Reason, int? CurrentRoleId, string? CurrentRole);

/// <summary>Finds them in the database; the reasons of one page are made in memory.</summary>
public sealed class FindSuggestionsHandler : IQueryHandler<FindSuggestions, PageOf<SuggestionRow>>
{
    public async Task<Outcome<PageOf<SuggestionRow>>> HandleAsync(FindSuggestions query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var group = await database.BuyingGroups.Where(g => g.Id == query.BuyingGroupId).Select(g => new { g.Id, g.AccountId, g.SolutionInterestId }).FirstOrDefaultAsync(cancellationToken);
        if (group is null)
            return new NotFound("buying group", query.BuyingGroupId);
        var plan = await GroupPlan.ReadAsync(database, group.SolutionInterestId, context.Now, cancellationToken);
        if (!plan.Succeeded)
            return Outcome<PageOf<SuggestionRow>>.Refused(plan.Refusals);
        var found = Suggestions.Of(database, group.Id, group.AccountId, plan.Value);
        if (query.RoleId is { } role)
            found = found.Where(s => s.RoleId == role);
        // The people of one account: few enough to order by a priority that only the template knows.
        var all = await found.Join(database.People, s => s.PersonId, p => p.Id, (s, p) => new { s.PersonId, s.RoleId, p.EngagementScore }).ToListAsync(cancellationToken);
        var priority = plan.Value.Cards.ToDictionary(card => card.RoleId, card => card.Priority);
        var page = all.OrderBy(s => priority[s.RoleId]).ThenByDescending(s => s.EngagementScore).ThenBy(s => s.PersonId).Skip(query.Page.Skip).Take(query.Page.Take).ToList();
        var roleOf = page.ToDictionary(s => s.PersonId, s => s.RoleId);
        var reasons = await Suggestions.ReasonsAsync(database, plan.Value, roleOf, query.Language, cancellationToken);
        var ids = roleOf.Keys.ToList();
        var people = await database.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var current = await database.Members.Where(m => m.BuyingGroupId == group.Id && m.IsActive && ids.Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, m => m.RoleId, cancellationToken);
        var names = await database.BuyingGroupRoles.ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return new PageOf<SuggestionRow>(
            [.. page.Select(s => (Suggestion: s, Person: people[s.PersonId], Current: current.TryGetValue(s.PersonId, out var now) ? now : (int?)null))
                .Select(s => new SuggestionRow(
                    s.Suggestion.PersonId, s.Person.DisplayName, s.Person.JobTitle, s.Person.EngagementScore, s.Suggestion.RoleId, names[s.Suggestion.RoleId], reasons[s.Suggestion.PersonId],
                    s.Current, s.Current is { } id ? names[id] : null))],
            all.Count);
    }
}
