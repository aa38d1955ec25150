using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>People of the account who are not in the group, with the role that fits each; paged.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Page">Which page; sorts by name or score, the best fitting first by itself.</param>
/// <param name="Search">Part of name, title or email.</param>
/// <param name="SuggestedOnly">Only people whom a role fits.</param>
/// <param name="Language">The language of the reasons; English when null.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record FindAssignablePeople(long BuyingGroupId, PageRequest Page, string? Search = null, bool SuggestedOnly = false, SentenceLanguage? Language = null)
    : IQuery<PageOf<AssignablePerson>>;

/// <summary>One who could be assigned.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="Email">Email address.</param>
/// <param name="EngagementScore">Person score.</param>
/// <param name="SuggestedRoleId">The role that fits; null when none does.</param>
/// <param name="Reason">Why it fits.</param>
/// <param name="RemovedSource">Rank of the removal when the person was a member before.</param>
public sealed record AssignablePerson(
    long PersonId, string Person, string? JobTitle, string Email, double EngagementScore, int? SuggestedRoleId, string? Reason, ActorKind? RemovedSource);

/// <summary>Finds them.</summary>
public sealed class FindAssignablePeopleHandler : IQueryHandler<FindAssignablePeople, PageOf<AssignablePerson>>
{
    public async Task<Outcome<PageOf<AssignablePerson>>> HandleAsync(FindAssignablePeople query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var group = await database.BuyingGroups.Where(g => g.Id == query.BuyingGroupId).Select(g => new { g.Id, g.AccountId, g.SolutionInterestId }).FirstOrDefaultAsync(cancellationToken);
        if (group is null)
            return new NotFound("buying group", query.BuyingGroupId);
        var plan = await GroupPlan.ReadAsync(database, group.SolutionInterestId, context.Now, cancellationToken);
        if (!plan.Succeeded)
            return Outcome<PageOf<AssignablePerson>>.Refused(plan.Refusals);
        var suggested = await Suggestions.Of(database, group.Id, group.AccountId, plan.Value).ToDictionaryAsync(s => s.PersonId, s => s.RoleId, cancellationToken);
        var people = database.People.Where(p => p.AccountId == group.AccountId && !database.Members.Any(m => m.BuyingGroupId == group.Id && m.PersonId == p.Id && m.IsActive));
        if (NormalizedText.Of(query.Search) is { } search)
        {
            people = people.Where(p => p.NormalizedJobTitle!.Contains(search) || p.NormalizedEmail.Contains(search)
                || ((p.NormalizedFirstName ?? "") + " " + (p.NormalizedLastName ?? "")).Contains(search));
        }
        var fitting = suggested.Keys.ToList();
        if (query.SuggestedOnly)
            people = people.Where(p => fitting.Contains(p.Id));
        var total = await people.CountAsync(cancellationToken);
        var ordered = query.Page.Sort switch
        {
            "name" => people.By(p => p.NormalizedLastName, query.Page.Descending).ThenBy(p => p.NormalizedFirstName, query.Page.Descending),
            "score" => people.By(p => p.EngagementScore, query.Page.Descending),
            _ => people.OrderBy(p => fitting.Contains(p.Id) ? 0 : 1).ThenByDescending(p => p.EngagementScore).ThenBy(p => p.NormalizedLastName),
        };
        var rows = await ordered.ThenBy(p => p.Id).Skip(query.Page.Skip).Take(query.Page.Take).ToListAsync(cancellationToken);
        var ids = rows.Select(p => p.Id).ToList();
        var removed = await database.Members.Where(m => m.BuyingGroupId == group.Id && ids.Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, m => m.Source, cancellationToken);
        var reasons = await Suggestions.ReasonsAsync(
            database, plan.Value, rows.Where(p => suggested.ContainsKey(p.Id)).ToDictionary(p => p.Id, p => suggested[p.Id]), query.Language, cancellationToken);
        return new PageOf<AssignablePerson>(
            [.. rows.Select(p => new AssignablePerson(
                p.Id, p.DisplayName, p.JobTitle, p.Email, p.EngagementScore, suggested.TryGetValue(p.Id, out var role) ? role : null, reasons.GetValueOrDefault(p.Id),
                removed.TryGetValue(p.Id, out var source) ? source : null))],
            total);
    }
}
