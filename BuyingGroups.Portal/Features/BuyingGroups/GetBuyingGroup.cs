using BuyingGroups.Data;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>A group with its summary, roles and account.</summary>
/// <param name="Id">The group.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetBuyingGroup(long Id) : IQuery<BuyingGroupDetails>;

/// <summary>Reads it in a fixed number of small statements.</summary>
public sealed class GetBuyingGroupHandler : IQueryHandler<GetBuyingGroup, BuyingGroupDetails>
{
    private const int DecisionMakerRoleId = 1;
    private const int Top = 3;
    private const int Lately = 7;

    public async Task<Outcome<BuyingGroupDetails>> HandleAsync(GetBuyingGroup query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var group = await database.BuyingGroups.Include(g => g.RoleFills).FirstOrDefaultAsync(g => g.Id == query.Id, cancellationToken);
        if (group is null)
            return new NotFound("buying group", query.Id);
        var solution = await database.SolutionInterests.SingleAsync(s => s.Id == group.SolutionInterestId, cancellationToken);
        var template = await database.RoleTemplates.Where(t => t.Id == solution.RoleTemplateId).Select(t => t.Name).SingleAsync(cancellationToken);
        var roles = await RolesAsync(database, group, solution.RoleTemplateId, cancellationToken);
        var stages = await database.Stages.Where(s => s.StageModelId == solution.StageModelId).OrderBy(s => s.Order).Select(s => new GroupStage(s.Id, s.Name, s.Kind)).ToListAsync(cancellationToken);
        var engaged = await TopAsync(database, group.Id, null, cancellationToken);
        var since = context.Now.AddDays(-Lately);
        var lately = await database.Members.Where(m => m.BuyingGroupId == group.Id && m.ChangedAt >= since)
            .Select(m => new
            {
                m.IsActive,
                // Who only changed role, or was confirmed by hand, did not join.
                Joined = !database.MembershipChanges.Any(c => c.BuyingGroupId == group.Id && c.PersonId == m.PersonId && c.Applied && c.At < since && c.Kind != MembershipChangeKind.Remove),
            })
            .ToListAsync(cancellationToken);
        var members = group.RoleFills.Sum(fill => fill.Assigned);
        var summary = GroupSummary.Of(new SummaryFacts(
            [.. roles.Where(role => role.Weighting is not null).Select(role => new SummaryRole(role.RoleId, role.Name, role.IsRequired, role.Required, role.Assigned))],
            members, engaged.Where(m => m.EngagementScore > 0).Select(m => m.Person).FirstOrDefault(), group.EngagementChange,
            lately.Count(m => m is { IsActive: true, Joined: true }), lately.Count(m => !m.IsActive)));
        var plan = await GroupPlan.ReadAsync(database, group.SolutionInterestId, context.Now, cancellationToken);
        var suggestions = plan.Succeeded ? await Suggestions.Of(database, group.Id, group.AccountId, plan.Value).CountAsync(cancellationToken) : 0;
        return new BuyingGroupDetails(
            group.Id, group.Name, await AccountAsync(database, group.AccountId, cancellationToken), solution.Id, solution.Name, solution.RoleTemplateId, template, group.Completeness,
            group.EngagementScore, group.EngagementChange, group.Status, stages, group.StageId, group.StageSince, group.CreatedAt, group.UpdatedAt, members, roles, summary,
            await TopAsync(database, group.Id, DecisionMakerRoleId, cancellationToken), engaged, suggestions)
        {
            NextStageIds = stages.Exists(stage => stage.Id == group.StageId)
                ? await database.StageTransitions.Where(t => t.FromStageId == group.StageId).Select(t => t.ToStageId).ToListAsync(cancellationToken)
                : [.. stages.Where(stage => stage.Kind == StageKind.Entry).Select(stage => stage.Id)],
        };
    }

    private static async Task<IReadOnlyList<GroupRole>> RolesAsync(PortalDbContext database, BuyingGroup group, int templateId, CancellationToken cancellationToken)
    {
        var names = await database.BuyingGroupRoles.ToDictionaryAsync(role => role.Id, cancellationToken);
        var cards = await database.RoleCards.Where(card => card.RoleTemplateId == templateId).OrderBy(card => card.Priority).ToListAsync(cancellationToken);
        var assigned = group.RoleFills.ToDictionary(fill => fill.RoleId, fill => fill.Assigned);
        return
        [
            .. cards.Select(card => new GroupRole(
                card.RoleId, names[card.RoleId].Name, names[card.RoleId].Abbreviation, card.Weighting, card.RequiredForCompleteness, card.MembersRequired,
                assigned.GetValueOrDefault(card.RoleId), card.AutoAssign)),
            .. assigned.Where(role => role.Value > 0 && cards.All(card => card.RoleId != role.Key)).OrderBy(role => role.Key)
                .Select(role => new GroupRole(role.Key, names[role.Key].Name, names[role.Key].Abbreviation, null, false, 0, role.Value, false)),
        ];
    }

    private static async Task<IReadOnlyList<GroupMember>> TopAsync(PortalDbContext database, long groupId, int? roleId, CancellationToken cancellationToken)
    {
        var top = await database.Members.Where(m => m.BuyingGroupId == groupId && m.IsActive && (roleId == null || m.RoleId == roleId))
            .OrderByDescending(m => m.Person!.EngagementScore).ThenBy(m => m.PersonId).Take(Top)
            .Select(m => new { m.PersonId, m.Person!.FirstName, m.Person.LastName, m.Person.Email, m.Person.JobTitle, m.RoleId, Role = m.Role!.Name, m.Person.EngagementScore })
            .ToListAsync(cancellationToken);
        return [.. top.Select(m => new GroupMember(m.PersonId, PersonName.Display(m.FirstName, m.LastName, m.Email), m.JobTitle, m.RoleId, m.Role, m.EngagementScore))];
    }

    private static async Task<GroupAccount> AccountAsync(PortalDbContext database, long accountId, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.Where(a => a.Id == accountId)
            .Select(a => new { a.Name, a.Industry, a.BillingCountry, a.NumberOfEmployees, People = a.People.Count }).SingleAsync(cancellationToken);
        var open = await database.Opportunities.Where(o => o.AccountId == accountId && !o.IsClosed).OrderBy(o => o.ExpectedClose ?? DateOnly.MaxValue).ThenBy(o => o.Id)
            .Select(o => new GroupOpportunity(o.Id, o.Name, o.Stage, o.Amount, o.ExpectedClose)).ToListAsync(cancellationToken);
        return new GroupAccount(
            accountId, account.Name, account.Industry, account.BillingCountry, account.NumberOfEmployees, account.People, open.Count, open.Sum(o => o.Amount ?? 0), [.. open.Take(Top)]);
    }
}
