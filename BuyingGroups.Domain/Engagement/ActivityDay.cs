namespace BuyingGroups.Domain.Engagement;

/// <summary>How often a person did one thing on one day of the portal's time zone: what is left of thirty million activities when scores are counted.</summary>
public sealed class ActivityDay
{
    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>What was done.</summary>
    public int ActivityTypeId { get; set; }

    /// <summary>The day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day { get; set; }

    /// <summary>How often, not capped.</summary>
    public int Count { get; set; }
}

/// <summary>A person's weighted activities in the window, kept between the two passes of a rescoring.</summary>
public sealed class PersonSum
{
    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>Σ capped counts × weights, before weights are normalised: a whole number, so that every database agrees.</summary>
    public long Weighted { get; set; }
}

/// <summary>A group's weighted sum (<see cref="EngagementScoring.GroupSum"/>), kept so that a change of members rescores that group only.</summary>
public sealed class GroupSum
{
    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The sum.</summary>
    public double Weighted { get; set; }
}

/// <summary>History of a person's score: a row for each day on which the score as shown was another than before.</summary>
public sealed class PersonScore
{
    /// <summary>The person.</summary>
    public long PersonId { get; set; }

    /// <summary>The day, as <see cref="DateOnly.DayNumber"/>, in the portal's time zone.</summary>
    public int Day { get; set; }

    /// <summary>The score from then on.</summary>
    public double Score { get; set; }
}

/// <summary>History of a group's score: the first one, then a row for each day on which the score as shown was another than before.</summary>
public sealed class GroupScore
{
    /// <summary>The group.</summary>
    public long BuyingGroupId { get; set; }

    /// <summary>The day, as <see cref="DateOnly.DayNumber"/>, in the portal's time zone.</summary>
    public int Day { get; set; }

    /// <summary>The score from then on.</summary>
    public double Score { get; set; }
}
