using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Data.RollUps;

/// <summary>Up to where the roll-ups have looked. One row.</summary>
public sealed class RollUpState
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Change events up to this one were there at the last look.</summary>
    public long EventId { get; set; }

    /// <summary>Those of the look before: a slow transaction may commit a lower id later, so the next look starts here.</summary>
    public long EarlierEventId { get; set; }

    /// <summary>As <see cref="EventId"/>, for changes of membership.</summary>
    public long MembershipChangeId { get; set; }

    public long EarlierMembershipChangeId { get; set; }

    /// <summary>Activities up to this one are counted.</summary>
    public long ActivityId { get; set; }

    /// <summary>The day that changes were last booked on.</summary>
    public DateOnly Day { get; set; }

    /// <summary>When everything was last counted (UTC).</summary>
    public DateTime CountedAt { get; set; }

    /// <summary>When anything was last counted (UTC).</summary>
    public DateTime RefreshedAt { get; set; }

    /// <summary>How long the last full count took.</summary>
    public int Milliseconds { get; set; }

    /// <summary>Holds the one row of state until the commit, so that two nodes that count at once book one after the other.</summary>
    internal static async Task<RollUpState> HoldAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.RollUpStates.Where(s => s.Id == OnlyId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Day, s => s.Day), cancellationToken);
        var state = await context.RollUpStates.FirstOrDefaultAsync(s => s.Id == OnlyId, cancellationToken);
        if (state is not null)
            return state;
        state = new RollUpState();
        context.RollUpStates.Add(state);
        await context.SaveChangesAsync(cancellationToken);
        return state;
    }
}
