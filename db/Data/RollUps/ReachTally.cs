namespace BuyingGroups.Data.RollUps;

/// <summary>What is counted about accounts and people, whether they are in buying groups or not.</summary>
public abstract class ReachFigures : Figures
{
    public long Accounts { get; set; }

    /// <summary>Accounts with at least one engaged person.</summary>
    public long AccountsEngaged { get; set; }

    /// <summary>Accounts with at least one buying group.</summary>
    public long AccountsWithGroups { get; set; }

    public long People { get; set; }

    /// <summary>People with any engagement.</summary>
    public long PeopleEngaged { get; set; }

    /// <summary>Sum of the people's engagement, hundredths of a point.</summary>
    public long Engagement { get; set; }
}

/// <summary>Accounts of one industry and region, and their people.</summary>
public sealed class ReachTally : ReachFigures, IPlacedTally
{
    public int Id { get; set; }

    public string Industry { get; set; } = "";

    public string Region { get; set; } = "";

    /// <summary>What tells tallies apart.</summary>
    internal (string, string) Key => (Industry, Region);

    public IPlacedTally At(string industry, string region) => new ReachTally { Industry = industry, Region = region };
}

/// <inheritdoc cref="ITallyDay"/>
public sealed class ReachTallyDay : ReachFigures, ITallyDay
{
    public int TallyId { get; set; }

    public DateOnly Day { get; set; }
}
