namespace BuyingGroups.Data.RollUps;

/// <summary>How engaged an account is: the highest score of its buying groups, and by how much that changed over three periods.</summary>
public sealed class AccountScore
{
    public long AccountId { get; set; }

    /// <summary>Hundredths of a point.</summary>
    public int Engagement { get; set; }

    /// <summary>Change over seven days, hundredths.</summary>
    public int Change7 { get; set; }

    /// <summary>Change over thirty days.</summary>
    public int Change30 { get; set; }

    /// <summary>Change over ninety days.</summary>
    public int Change90 { get; set; }
}

/// <summary>The engagement of an account from a day on; a row only where it changed.</summary>
public sealed class AccountScoreDay
{
    public long AccountId { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>Hundredths of a point.</summary>
    public int Engagement { get; set; }
}
