using BuyingGroups.Data;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Groups;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>At whom maintenance looks for one solution interest: everybody at accounts with a group, or those who changed since the last run.</summary>
/// <param name="IsAll">True for everybody.</param>
/// <param name="Since">People changed from this moment on (UTC), when not everybody.</param>
/// <param name="SinceEvent">Change events above this number, when not everybody: custom fields change without their person.</param>
/// <param name="NextThrough">From when the next run looks.</param>
/// <param name="NextEvent">From which event the next run looks.</param>
/// <param name="People">How many people that is, about.</param>
public sealed record MaintenanceExtent(bool IsAll, DateTime Since, long SinceEvent, DateTime NextThrough, long NextEvent, long People)
{
    /// <summary>Beyond this share of changed people it is cheaper to look at everybody.</summary>
    private const int AllFrom = 5;

    /// <summary>A transaction that began before a run may commit after it looked: what changed this long before it is looked at again by the next.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    /// <summary>What is to be looked at now.</summary>
    public static async Task<MaintenanceExtent> OfAsync(PortalDbContext read, GroupPlan plan, DateTime now, CancellationToken cancellationToken)
    {
        var solution = plan.SolutionInterest.Id;
        var state = await read.MaintenanceStates.FirstOrDefaultAsync(s => s.SolutionInterestId == solution, cancellationToken);
        var settled = now - Settling;
        var seen = state?.ThroughEvent ?? 0;
        var nextEvent = await read.ChangeEvents.Where(e => e.Id > seen && e.At <= settled).MaxAsync(e => (long?)e.Id, cancellationToken) ?? seen;
        var changed = new MaintenanceExtent(IsAll: false, state?.Through ?? DateTime.MinValue, seen, settled, nextEvent, 0);
        var everybody = await read.People.LongCountAsync(cancellationToken);
        if (state is null || await MayHaveChangedAsync(read, plan, state.Through, cancellationToken))
            return changed with { IsAll = true, People = everybody };
        var count = await changed.Changed(read).LongCountAsync(cancellationToken);
        return count * AllFrom > everybody && everybody > AllFrom ? changed with { IsAll = true, People = everybody } : changed with { People = count };
    }

    /// <summary>The people who changed: two short lists put together, because "one or the other" would read everybody.</summary>
    public IQueryable<Person> Changed(PortalDbContext context)
    {
        var (since, seen) = (Since, SinceEvent);
        var changed = context.People.Where(p => p.UpdatedAt >= since).Select(p => p.Id)
            .Union(context.ChangeEvents.Where(e => e.Id > seen && e.Kind == ChangeEventKind.PersonData && e.PersonId != null).Select(e => e.PersonId!.Value));
        return context.People.Where(p => changed.Contains(p.Id));
    }

    /// <summary>The people to look at.</summary>
    public IQueryable<Person> Of(PortalDbContext context, int solutionInterestId) =>
        IsAll ? context.People.Where(p => context.BuyingGroups.Any(g => g.AccountId == p.AccountId && g.SolutionInterestId == solutionInterestId)) : Changed(context);

    /// <summary>System members whose person is at another account now. Everybody: of groups in a range of accounts; otherwise: changed people in it.</summary>
    public IQueryable<MemberKeyRow> WhoLeft(PortalDbContext context, int solutionInterestId, long first, long last)
    {
        var members = context.Members.Where(m => m.IsActive && m.Source == ActorKind.System);
        return IsAll
            ? context.BuyingGroups.Where(g => g.SolutionInterestId == solutionInterestId && g.AccountId >= first && g.AccountId <= last)
                .SelectMany(g => members.Where(m => m.BuyingGroupId == g.Id && m.Person!.AccountId != g.AccountId), (g, m) => new MemberKeyRow { BuyingGroupId = m.BuyingGroupId, PersonId = m.PersonId })
            : Changed(context).Where(p => p.AccountId >= first && p.AccountId <= last)
                .SelectMany(
                    p => members.Where(m => m.PersonId == p.Id && m.BuyingGroup!.SolutionInterestId == solutionInterestId && m.BuyingGroup.AccountId != p.AccountId),
                    (p, m) => new MemberKeyRow { BuyingGroupId = m.BuyingGroupId, PersonId = m.PersonId });
    }

    private static async Task<bool> MayHaveChangedAsync(PortalDbContext read, GroupPlan plan, DateTime since, CancellationToken cancellationToken)
    {
        var conditions = plan.Cards.Where(card => card is { AutoAssign: true, Condition: not null }).Select(card => card.Condition!).ToList();
        return conditions.Exists(ConditionConstancy.MayChangeByItself)
            || (conditions.Exists(ConditionConstancy.NamesPersona) && await read.Personas.AnyAsync(p => p.UpdatedAt >= since, cancellationToken));
    }
}
