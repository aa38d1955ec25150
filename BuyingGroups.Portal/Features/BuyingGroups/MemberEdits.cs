using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>What became of each person of a command, and of the group.</summary>
/// <param name="Results">One per person asked for, in the order asked.</param>
/// <param name="CompletenessBefore">Whole percent.</param>
/// <param name="CompletenessAfter">Whole percent.</param>
public sealed record MemberResults(IReadOnlyList<MemberResult> Results, int CompletenessBefore, int CompletenessAfter)
{
    /// <summary>For how many it took effect.</summary>
    public int Applied => Results.Count(result => result.Applied);

    /// <summary>How many were refused.</summary>
    public int Refused => Results.Count(result => result.Refusal is not null);
}

/// <summary>What became of one person.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name; the number as text when there is no such person.</param>
/// <param name="Applied">True when it took effect; false when refused, or when it already stood so.</param>
/// <param name="Refusal">Why not.</param>
public sealed record MemberResult(long PersonId, string Person, bool Applied, Refusal? Refusal = null);

/// <summary>More people at once than a command takes.</summary>
/// <param name="Asked">How many were asked for.</param>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyAtOnce(int Asked, int Most) : Refusal("{0} people are more than the {1} that can be changed at once. Nobody was changed; choose fewer.", Asked, Most);

/// <summary>Nobody was chosen.</summary>
public sealed record NobodyChosen() : Refusal("Nobody was chosen. Nothing was changed; choose at least one person.");

/// <summary>The role is not in the group's template.</summary>
/// <param name="Role">The role's name, or its number.</param>
/// <param name="Template">The template's name.</param>
public sealed record RoleNotInTemplate(string Role, string Template) : Refusal("{0} is not a role of the template “{1}”. Nothing was changed; choose one of its roles.", Role, Template);

/// <summary>The person works elsewhere.</summary>
/// <param name="Person">The person's name.</param>
/// <param name="Account">The group's account.</param>
public sealed record NotAtAccount(string Person, string Account) : Refusal("{0} is not at {1}, so cannot be in its buying group. Nothing was changed for this person.", Person, Account);

/// <summary>A change made with a higher rank stands.</summary>
/// <param name="Person">The person's name.</param>
/// <param name="By">Who made the change that stands.</param>
public sealed record MembershipOutranked(string Person, string By) : Refusal("{0} stays as {1} decided, whose change ranks higher. Nothing was changed for this person; the attempt is in the history.", Person, By);

/// <summary>Only a member can get another role.</summary>
/// <param name="Person">The person's name.</param>
public sealed record NotAMember(string Person) : Refusal("{0} is not a member of the group, so has no role to change. Nothing was changed for this person; assign the person first.", Person);

/// <summary>What the commands on members share: the checks per person, the road through precedence, the results.</summary>
internal static class MemberEdits
{
    /// <summary>People a command takes (product.md § 5).</summary>
    public const int MostAtOnce = 50;

    public static async Task<Outcome<MemberResults>> ApplyAsync(
        MembershipWriter memberships, CommandContext context, long groupId, MembershipChangeKind kind, IReadOnlyList<(long PersonId, int RoleId)> asked, CancellationToken cancellationToken)
    {
        if (asked.Count == 0)
            return new NobodyChosen();
        if (asked.Count > MostAtOnce)
            return new TooManyAtOnce(asked.Count, MostAtOnce);
        var database = context.Database;
        var group = await database.BuyingGroups.AsNoTracking().Where(g => g.Id == groupId)
            .Select(g => new { g.Name, g.AccountId, Account = g.Account!.Name, g.Completeness, g.SolutionInterest!.RoleTemplateId }).FirstOrDefaultAsync(cancellationToken);
        if (group is null)
            return new NotFound("buying group", groupId);
        var template = await database.RoleTemplates.Where(t => t.Id == group.RoleTemplateId).Select(t => new { t.Name, Roles = t.Cards.Select(card => card.RoleId).ToList() }).SingleAsync(cancellationToken);
        var roles = await database.BuyingGroupRoles.ToDictionaryAsync(role => role.Id, role => role.Name, cancellationToken);
        asked = [.. asked.DistinctBy(one => one.PersonId)];
        var ids = asked.Select(one => one.PersonId).ToList();
        var people = await database.People.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.AccountId, p.FirstName, p.LastName, p.Email }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var members = await database.Members.Where(m => m.BuyingGroupId == groupId && ids.Contains(m.PersonId)).Select(m => m.PersonId).ToListAsync(cancellationToken);
        var refused = new Dictionary<long, Refusal>();
        foreach (var (personId, roleId) in asked)
        {
            if (!people.TryGetValue(personId, out var person))
                refused[personId] = new NotFound("person", personId);
            else if (kind == MembershipChangeKind.Assign && person.AccountId != group.AccountId && !members.Contains(personId))
                refused[personId] = new NotAtAccount(NameOf(personId), group.Account);
            else if (kind != MembershipChangeKind.Remove && !template.Roles.Contains(roleId))
                refused[personId] = new RoleNotInTemplate(roles.GetValueOrDefault(roleId) ?? $"{roleId}", template.Name);
        }
        var verdicts = new Dictionary<long, MembershipVerdict>();
        var lines = asked.Where(one => !refused.ContainsKey(one.PersonId)).Select(one => new MembershipLine(groupId, one.PersonId, kind, kind == MembershipChangeKind.Remove ? 0 : one.RoleId)).ToList();
        if (lines.Count > 0)
        {
            await memberships.BeginAsync(database, cancellationToken);
            await memberships.RequestAsync(database, lines, cancellationToken);
            verdicts = (await memberships.JudgeAsync(database, context.Caller.Actor.Kind, cancellationToken)).ToDictionary(verdict => verdict.PersonId);
            await memberships.ApplyAsync(database, context.Caller.Actor.Kind, context.ActorId, context.Now, cancellationToken);
        }
        var actorIds = verdicts.Values.Where(v => v.IsRefused).Select(v => v.StandingActorId).OfType<int>().ToList();
        var actors = await database.Actors.Where(a => actorIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var results = asked.Select(one => Result(one.PersonId)).ToList();
        var after = await database.BuyingGroups.Where(g => g.Id == groupId).Select(g => g.Completeness).SingleAsync(cancellationToken);
        context.Audit(
            "BuyingGroup", groupId, group.Name, new { group.Completeness },
            new { Change = kind, Completeness = after, People = results.Select(r => new { r.PersonId, r.Applied, Role = roles.GetValueOrDefault(asked.First(a => a.PersonId == r.PersonId).RoleId), Refusal = r.Refusal?.Name }) });
        return new MemberResults(results, group.Completeness, after);

        MemberResult Result(long personId)
        {
            if (refused.TryGetValue(personId, out var refusal))
                return new MemberResult(personId, NameOf(personId), false, refusal);
            var verdict = verdicts[personId];
            if (!verdict.IsRefused)
                return new MemberResult(personId, NameOf(personId), verdict.IsApplied);
            return new MemberResult(personId, NameOf(personId), false, kind == MembershipChangeKind.ChangeRole && verdict.StandingIsActive != true
                ? new NotAMember(NameOf(personId))
                : new MembershipOutranked(NameOf(personId), actors.GetValueOrDefault(verdict.StandingActorId ?? 0) ?? nameof(ActorKind.System)));
        }

        string NameOf(long personId) => people.TryGetValue(personId, out var person) ? PersonName.Display(person.FirstName, person.LastName, person.Email) : $"{personId}";
    }
}
