using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>The members of a group, paged: by role priority and score unless sorted otherwise.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Page">Which page; sorts by name, role, title, score, source, changed.</param>
/// <param name="Search">Part of name, title or email.</param>
/// <param name="RoleId">Only those with one role.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindMembers(long BuyingGroupId, PageRequest Page, string? Search = null, int? RoleId = null) : IQuery<PageOf<MemberRow>>;

/// <summary>One member.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name.</param>
/// <param name="RoleId">The role.</param>
/// <param name="Role">Its name.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="Email">Email address.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Source">Rank of the change that stands.</param>
/// <param name="ChangedBy">Who made it.</param>
/// <param name="ChangedAt">When (UTC).</param>
/// <param name="EngagementScore">Person score.</param>
public sealed record MemberRow(
    long PersonId, string Person, int RoleId, string Role, string? JobTitle, string Email, string? Phone, ActorKind Source, string ChangedBy, DateTime ChangedAt, double EngagementScore);

/// <summary>Reads them.</summary>
public sealed class FindMembersHandler : IQueryHandler<FindMembers, PageOf<MemberRow>>
{
    public async Task<Outcome<PageOf<MemberRow>>> HandleAsync(FindMembers query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var members = database.Members.Where(m => m.BuyingGroupId == query.BuyingGroupId && m.IsActive);
        if (query.RoleId is { } role)
            members = members.Where(m => m.RoleId == role);
        if (NormalizedText.Of(query.Search) is { } search)
        {
            members = members.Where(m => m.Person!.NormalizedJobTitle!.Contains(search) || m.Person.NormalizedEmail.Contains(search)
                || ((m.Person.NormalizedFirstName ?? "") + " " + (m.Person.NormalizedLastName ?? "")).Contains(search));
        }
        var total = await members.CountAsync(cancellationToken);
        var descending = query.Page.Descending;
        var ordered = query.Page.Sort switch
        {
            "name" => members.By(m => m.Person!.NormalizedLastName, descending).ThenBy(m => m.Person!.NormalizedFirstName, descending),
            "role" => members.By(m => m.Role!.NormalizedName, descending).ThenBy(m => m.Person!.NormalizedLastName, descending),
            "title" => members.By(m => m.Person!.NormalizedJobTitle, descending).ThenBy(m => m.Person!.NormalizedLastName, descending),
            "score" => members.By(m => m.Person!.EngagementScore, descending).ThenBy(m => m.PersonId, descending),
            "source" => members.By(m => m.Source, descending).ThenBy(m => m.PersonId, descending),
            "changed" => members.By(m => m.ChangedAt, descending).ThenBy(m => m.PersonId, descending),
            _ => members
                .OrderBy(m => database.RoleCards.Where(c => c.RoleId == m.RoleId && c.RoleTemplateId == m.BuyingGroup!.SolutionInterest!.RoleTemplateId).Select(c => (int?)c.Priority).FirstOrDefault() ?? int.MaxValue)
                .ThenByDescending(m => m.Person!.EngagementScore),
        };
        var rows = await ordered.ThenBy(m => m.PersonId).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(m => new { Member = m, m.Person, Role = m.Role!.Name, By = database.Actors.Where(a => a.Id == m.ActorId).Select(a => a.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return new PageOf<MemberRow>(
            [.. rows.Select(r => new MemberRow(
                r.Member.PersonId, r.Person!.DisplayName, r.Member.RoleId, r.Role, r.Person.JobTitle, r.Person.Email, r.Person.Phone, r.Member.Source, r.By ?? "", r.Member.ChangedAt,
                r.Person.EngagementScore))],
            total);
    }
}
