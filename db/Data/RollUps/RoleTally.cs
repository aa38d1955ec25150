namespace BuyingGroups.Data.RollUps;

/// <summary>What is counted about one role in buying groups.</summary>
public abstract class RoleFigures : Figures
{
    /// <summary>Groups whose template has the role.</summary>
    public long Groups { get; set; }

    /// <summary>Those with somebody in it.</summary>
    public long Covered { get; set; }

    /// <summary>Members in the role.</summary>
    public long Members { get; set; }

    /// <summary>Members with any engagement.</summary>
    public long Engaged { get; set; }

    /// <summary>Sum of the members' engagement, hundredths of a point.</summary>
    public long Engagement { get; set; }
}

/// <summary>One role in the groups of one solution interest, in accounts of one industry and region.</summary>
public sealed class RoleTally : RoleFigures, ISolutionTally
{
    public int Id { get; set; }

    public int SolutionInterestId { get; set; }

    public string Industry { get; set; } = "";

    public string Region { get; set; } = "";

    public int RoleId { get; set; }

    /// <summary>What tells tallies apart.</summary>
    internal (int, string, string, int) Key => (SolutionInterestId, Industry, Region, RoleId);

    public IPlacedTally At(string industry, string region) => new RoleTally { SolutionInterestId = SolutionInterestId, RoleId = RoleId, Industry = industry, Region = region };
}

/// <inheritdoc cref="ITallyDay"/>
public sealed class RoleTallyDay : RoleFigures, ITallyDay
{
    public int TallyId { get; set; }

    public DateOnly Day { get; set; }
}
