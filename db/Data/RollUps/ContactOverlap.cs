namespace BuyingGroups.Data.RollUps;

/// <summary>How many people are members of so many buying groups.</summary>
public sealed class ContactOverlap
{
    /// <summary>The most that is told apart: this many or more.</summary>
    public const int Most = 4;

    /// <summary>1, 2, 3, or 4 for four and more.</summary>
    public int Groups { get; set; }

    public long People { get; set; }
}

/// <summary>A person in more groups than nearly everybody else.</summary>
public sealed class OverlappingPerson
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 10;

    public long PersonId { get; set; }

    public int Groups { get; set; }
}

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

    /// <summary>The day that changes were last booked on.</summary>
    public DateOnly Day { get; set; }

    /// <summary>When everything was last counted (UTC).</summary>
    public DateTime CountedAt { get; set; }

    /// <summary>When anything was last counted (UTC).</summary>
    public DateTime RefreshedAt { get; set; }

    /// <summary>How long the last full count took.</summary>
    public int Milliseconds { get; set; }
}
