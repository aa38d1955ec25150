namespace BuyingGroups.Data.RollUps;

/// <summary>What is counted about the entries of a journey.</summary>
public abstract class JourneyFigures : Figures
{
    /// <summary>Entries in all.</summary>
    public long Entered { get; set; }

    /// <summary>On their way.</summary>
    public long Active { get; set; }

    /// <summary>Went through to an end of the drawing.</summary>
    public long Completed { get; set; }

    /// <summary>Left because the goal was met.</summary>
    public long GoalMet { get; set; }

    /// <summary>Left before the end: exit condition, taken out, journey aborted or ended.</summary>
    public long LeftEarly { get; set; }

    /// <summary>Stopped by a failure.</summary>
    public long Parked { get; set; }
}

/// <summary>One journey; its id is the journey's.</summary>
public sealed class JourneyTally : JourneyFigures, ITally
{
    public int Id { get; set; }
}

/// <inheritdoc cref="ITallyDay"/>
public sealed class JourneyTallyDay : JourneyFigures, ITallyDay
{
    public int TallyId { get; set; }

    public DateOnly Day { get; set; }
}
