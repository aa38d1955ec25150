namespace BuyingGroups.Data.RollUps;

/// <summary>Figures that add up: what a tally counts now, or by how much it changed on one day.</summary>
public interface IFigures
{
    /// <summary>The figures in a fixed order.</summary>
    long[] Read();

    /// <summary>Adds to each figure.</summary>
    void Add(long[] change);
}

/// <summary>What is counted now, for one combination of what dashboards filter by.</summary>
public interface ITally : IFigures
{
    int Id { get; set; }
}

/// <summary>By how much a tally changed on one day: its value at the end of an earlier day is what it is now, less what came after.</summary>
public interface ITallyDay : IFigures
{
    int TallyId { get; set; }

    DateOnly Day { get; set; }
}
