using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Who was assigned, removed or moved in a group, by whom and when, refusals included; newest first, paged.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Page">Which page.</param>
/// <param name="PersonId">Only of one person.</param>
/// <param name="RefusedOnly">Only what was refused.</param>
/// <param name="MaintenanceRunId">Only what one run of maintenance did.</param>
[Requires(Permissions.BuyingGroupsView)]
public sealed record FindMembershipHistory(long BuyingGroupId, PageRequest Page, long? PersonId = null, bool RefusedOnly = false, long? MaintenanceRunId = null) : IQuery<PageOf<MembershipHistoryRow>>;

/// <summary>One line.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name; null when the person was erased.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Applied">False when refused.</param>
/// <param name="Role">The role asked for; on removal the one held.</param>
/// <param name="PreviousRole">The role held before.</param>
/// <param name="Source">Rank of the asker.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When (UTC).</param>
/// <param name="StandingSource">When refused: the rank of what stands; null when the person never was a member.</param>
/// <param name="StandingBy">When refused: who made the change that stands.</param>
/// <param name="StandingRemoved">When refused: true when that was a removal.</param>
public sealed record MembershipHistoryRow(
    long Id, long PersonId, string? Person, MembershipChangeKind Kind, bool Applied, string? Role, string? PreviousRole, ActorKind Source, string By, DateTime At,
    ActorKind? StandingSource, string? StandingBy, bool? StandingRemoved)
{
    /// <summary>Why it was refused; null when it took effect.</summary>
    public MembershipRefusal? Why => Applied ? null
        : Kind == MembershipChangeKind.ChangeRole && StandingRemoved != false ? MembershipRefusal.NotAMember
        : MembershipRefusal.Outranked;
}

/// <summary>Reads it.</summary>
public sealed class FindMembershipHistoryHandler : IQueryHandler<FindMembershipHistory, PageOf<MembershipHistoryRow>>
{
    public async Task<Outcome<PageOf<MembershipHistoryRow>>> HandleAsync(FindMembershipHistory query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var changes = database.MembershipChanges.Where(c => c.BuyingGroupId == query.BuyingGroupId);
        if (query.PersonId is { } person)
            changes = changes.Where(c => c.PersonId == person);
        if (query.RefusedOnly)
            changes = changes.Where(c => !c.Applied);
        if (query.MaintenanceRunId is { } run)
        {
            var maintainer = MaintainGroupsWork.Maintainer.Reference;
            changes = changes.Where(c => database.MaintenanceRuns.Any(r => r.Id == run && c.At >= r.StartedAt && (r.FinishedAt == null || c.At <= r.FinishedAt))
                && database.Actors.Any(a => a.Id == c.ActorId && a.Reference == maintainer));
        }
        var total = await changes.CountAsync(cancellationToken);
        var found = await changes.OrderByDescending(c => c.Id).Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(c => new
            {
                Change = c,
                Person = database.People.Where(p => p.Id == c.PersonId).Select(p => new { p.FirstName, p.LastName, p.Email }).FirstOrDefault(),
                Role = database.BuyingGroupRoles.Where(r => r.Id == c.RoleId).Select(r => r.Name).FirstOrDefault(),
                PreviousRole = database.BuyingGroupRoles.Where(r => r.Id == c.PreviousRoleId).Select(r => r.Name).FirstOrDefault(),
                By = database.Actors.Where(a => a.Id == c.ActorId).Select(a => a.Name).FirstOrDefault(),
                StandingBy = database.Actors.Where(a => a.Id == c.StandingActorId).Select(a => a.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new PageOf<MembershipHistoryRow>(
            [.. found.Select(f => new MembershipHistoryRow(
                f.Change.Id, f.Change.PersonId, f.Person is null ? null : PersonName.Display(f.Person.FirstName, f.Person.LastName, f.Person.Email), f.Change.Kind, f.Change.Applied,
                f.Role, f.PreviousRole, f.Change.Source, f.By ?? "", f.Change.At, f.Change.StandingSource, f.StandingBy, f.Change.StandingRemoved))],
            total);
    }
}
