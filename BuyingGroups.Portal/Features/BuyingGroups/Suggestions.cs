using System.Linq.Expressions;
using BuyingGroups.Data;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Conditions;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>
/// Who would fit where: people of the account whose first matching role they do not have. Left alone is what a user decided: members by
/// hand, people removed by hand, suggestions turned down.
/// </summary>
internal static class Suggestions
{
    /// <summary>The people suggested for a group, as a query.</summary>
    public static IQueryable<SuggestedRole> Of(PortalDbContext database, long groupId, long accountId, GroupPlan plan)
    {
        var person = plan.Role.Parameters[0];
        var row = Expression.MemberInit(
            Expression.New(typeof(SuggestedRole)),
            Expression.Bind(typeof(SuggestedRole).GetProperty(nameof(SuggestedRole.PersonId))!, Expression.Property(person, nameof(Person.Id))),
            Expression.Bind(typeof(SuggestedRole).GetProperty(nameof(SuggestedRole.RoleId))!, plan.Role.Body));
        return database.People.Where(p => p.AccountId == accountId)
            .Select(Expression.Lambda<Func<Person, SuggestedRole>>(row, person))
            .Where(s => s.RoleId != RoleAssignment.NoRole
                && !database.Members.Any(m => m.BuyingGroupId == groupId && m.PersonId == s.PersonId && (m.Source == ActorKind.Manual || (m.IsActive && m.RoleId == s.RoleId)))
                && !database.DismissedSuggestions.Any(d => d.BuyingGroupId == groupId && d.PersonId == s.PersonId && d.RoleId == s.RoleId));
    }

    /// <summary>Why each of some people fits the role, in words: "job title contains VP".</summary>
    public static async Task<IReadOnlyDictionary<long, string>> ReasonsAsync(
        PortalDbContext database, GroupPlan plan, IReadOnlyDictionary<long, int> roles, SentenceLanguage? language, CancellationToken cancellationToken)
    {
        var ids = roles.Keys.ToList();
        var people = await database.People.AsNoTracking().AsSplitQuery().Include(p => p.RolesInAccount).Include(p => p.FieldValues)
            .Include(p => p.Memberships).ThenInclude(m => m.BuyingGroup).Where(p => ids.Contains(p.Id)).WithActivitiesFor(plan.Cards.Select(card => card.Condition)).ToListAsync(cancellationToken);
        var sentence = new ConditionSentence(plan.Catalog, language ?? SentenceLanguage.English);
        var reasons = plan.Cards.Where(card => card is { AutoAssign: true, Condition: not null })
            .ToDictionary(card => card.RoleId, card => new ConditionReason<Person>(card.Condition!, plan.Catalog, sentence));
        return people.ToDictionary(p => p.Id, p => reasons[roles[p.Id]].Why(p) ?? "");
    }
}

/// <summary>A person and the role that would fit.</summary>
internal sealed class SuggestedRole
{
    public long PersonId { get; init; }

    public int RoleId { get; init; }
}
