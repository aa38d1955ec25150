namespace BuyingGroups.Data.RollUps;

/// <summary>What is counted about buying groups: how many, in which bands, and the sums that means are made of.</summary>
public abstract class GroupFigures : Figures
{
    /// <summary>Groups.</summary>
    public long Groups { get; set; }

    /// <summary>Complete to 0–24 %.</summary>
    public long Complete0 { get; set; }

    /// <summary>25–49 %.</summary>
    public long Complete25 { get; set; }

    /// <summary>50–74 %.</summary>
    public long Complete50 { get; set; }

    /// <summary>75–100 %.</summary>
    public long Complete75 { get; set; }

    /// <summary>Engagement of 0–24 as shown.</summary>
    public long Engaged0 { get; set; }

    /// <summary>25–49.</summary>
    public long Engaged25 { get; set; }

    /// <summary>50–74.</summary>
    public long Engaged50 { get; set; }

    /// <summary>75–100.</summary>
    public long Engaged75 { get; set; }

    /// <summary>Groups with any engagement.</summary>
    public long Engaged { get; set; }

    /// <summary>Sum of completeness, percent.</summary>
    public long Completeness { get; set; }

    /// <summary>Sum of engagement, hundredths of a point.</summary>
    public long Engagement { get; set; }
}

/// <summary>The groups of one solution interest at one stage, in accounts of one industry and region.</summary>
public sealed class GroupTally : GroupFigures, ISolutionTally
{
    public int Id { get; set; }

    public int SolutionInterestId { get; set; }

    /// <summary>As the accounts have it; empty where they have none.</summary>
    public string Industry { get; set; } = "";

    public string Region { get; set; } = "";

    /// <summary>0 where there is no stage.</summary>
    public int StageId { get; set; }

    /// <summary>What tells tallies apart.</summary>
    internal (int, string, string, int) Key => (SolutionInterestId, Industry, Region, StageId);

    public IPlacedTally At(string industry, string region) => new GroupTally { SolutionInterestId = SolutionInterestId, StageId = StageId, Industry = industry, Region = region };
}

/// <inheritdoc cref="ITallyDay"/>
public sealed class GroupTallyDay : GroupFigures, ITallyDay
{
    public int TallyId { get; set; }

    public DateOnly Day { get; set; }
}
