namespace BuyingGroups.Domain.Journeys;

/// <summary>An account or person that was active while the account travelled the journey: opened, clicked, filled, visited. What journeys record themselves does not count.</summary>
public sealed class JourneyEngagement
{
    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>The person; 0: the row of the account as a whole.</summary>
    public long PersonId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The first activity seen (UTC).</summary>
    public DateTime At { get; set; }
}

/// <summary>How far the activities were looked through for a journey, and how many were found engaged.</summary>
public sealed class JourneyEngagementMark
{
    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>Activities up to this id need not be looked at again.</summary>
    public long SeenId { get; set; }

    /// <summary>Accounts engaged so far.</summary>
    public long Accounts { get; set; }

    /// <summary>People engaged so far.</summary>
    public long People { get; set; }
}
