namespace BuyingGroups.Data.RollUps;

/// <summary>The industries and regions there are, as filters offer them.</summary>
public static class PlaceNames
{
    public static IQueryable<string> Industries(IQueryable<ReachTally> tallies) =>
        tallies.Where(t => t.Region == IPlacedTally.All && t.Industry != IPlacedTally.All && t.Industry != "").Select(t => t.Industry).OrderBy(name => name);

    public static IQueryable<string> Regions(IQueryable<ReachTally> tallies) =>
        tallies.Where(t => t.Industry == IPlacedTally.All && t.Region != IPlacedTally.All && t.Region != "").Select(t => t.Region).OrderBy(name => name);
}
