using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Api.Reading;

/// <summary>One buying group with its roles and members.</summary>
[Requires(Permissions.BuyingGroupsView)]
public sealed record ReadBuyingGroup(long Id) : IQuery<BuyingGroupDetailsBody>;

/// <summary>A buying group with its roles and members.</summary>
/// <param name="Group">The group.</param>
/// <param name="Roles">The roles of its template, in priority order.</param>
/// <param name="Members">The first <see cref="ReadBuyingGroupHandler.MembersMost"/> members, most engaged first.</param>
public sealed record BuyingGroupDetailsBody(BuyingGroupBody Group, IReadOnlyList<RoleBody> Roles, IReadOnlyList<MemberBody> Members);

/// <summary>A role of the group's template.</summary>
/// <param name="Role">Its name.</param>
/// <param name="IsRequired">True when it counts for completeness.</param>
/// <param name="MembersRequired">How many members it needs.</param>
/// <param name="MembersAssigned">How many it has.</param>
public sealed record RoleBody(string Role, bool IsRequired, int MembersRequired, int MembersAssigned);

/// <summary>A member.</summary>
/// <param name="PersonSourceKey">Source key of the person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The person's email address.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="Role">The role in the group.</param>
/// <param name="Source">Manual, Journey or System: who decided.</param>
/// <param name="Since">When the membership last changed (UTC).</param>
/// <param name="Engagement">Person score, 0 to 100.</param>
public sealed record MemberBody(string PersonSourceKey, string Name, string Email, string? JobTitle, string Role, string Source, DateTime Since, double Engagement);

/// <summary>Reads it.</summary>
public sealed class ReadBuyingGroupHandler : IQueryHandler<ReadBuyingGroup, BuyingGroupDetailsBody>
{
    /// <summary>The most members an answer holds; the group says how many there are.</summary>
    public const int MembersMost = 1_000;

    public async Task<Outcome<BuyingGroupDetailsBody>> HandleAsync(ReadBuyingGroup query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var groups = database.BuyingGroups.Where(g => g.Id == query.Id);
        if (await ReadBuyingGroupsHandler.Bodies(groups).FirstOrDefaultAsync(cancellationToken) is not { } group)
            return new NotFound("buying group", query.Id);
        var roles = await groups.SelectMany(g => database.RoleCards.Where(c => c.RoleTemplateId == g.SolutionInterest!.RoleTemplateId)).OrderBy(c => c.Priority)
            .Select(c => new RoleBody(
                database.BuyingGroupRoles.Where(r => r.Id == c.RoleId).Select(r => r.Name).First(), c.RequiredForCompleteness, c.MembersRequired,
                database.RoleFills.Where(f => f.BuyingGroupId == query.Id && f.RoleId == c.RoleId).Sum(f => f.Assigned)))
            .ToListAsync(cancellationToken);
        var members = await database.Members.Where(m => m.BuyingGroupId == query.Id && m.IsActive)
            .OrderByDescending(m => m.Person!.EngagementScore).ThenBy(m => m.PersonId).Take(MembersMost)
            .Select(m => new { m.Person!.SourceKey, m.Person.FirstName, m.Person.LastName, m.Person.Email, m.Person.JobTitle, Role = m.Role!.Name, m.Source, m.ChangedAt, m.Person.EngagementScore })
            .ToListAsync(cancellationToken);
        return new BuyingGroupDetailsBody(
            group, roles,
            [.. members.Select(m => new MemberBody(
                m.SourceKey, PersonName.Display(m.FirstName, m.LastName, m.Email), m.Email, m.JobTitle, m.Role, m.Source.ToString(), m.ChangedAt, m.EngagementScore))]);
    }
}
