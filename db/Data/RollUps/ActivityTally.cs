namespace BuyingGroups.Data.RollUps;

/// <summary>What is counted about activities.</summary>
public abstract class ActivityFigures : Figures
{
    public long Activities { get; set; }
}

/// <summary>One type of activity; its id is the type's. Counts what happened on the days that are kept.</summary>
public sealed class ActivityTally : ActivityFigures, ITally
{
    public int Id { get; set; }
}

/// <summary>How often a type occurred on one day of the portal's time zone.</summary>
public sealed class ActivityTallyDay : ActivityFigures, ITallyDay
{
    public int TallyId { get; set; }

    public DateOnly Day { get; set; }
}
