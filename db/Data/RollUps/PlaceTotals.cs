namespace BuyingGroups.Data.RollUps;

/// <summary>Adds to tallies of places those of whole industries, whole regions, and everywhere.</summary>
internal static class PlaceTotals
{
    public static IReadOnlyList<TTally> With<TTally, TKey>(IReadOnlyList<TTally> counted, Func<TTally, TKey> keyOf)
        where TTally : Figures, IPlacedTally
        where TKey : notnull
    {
        var tallies = new Dictionary<TKey, TTally>();
        foreach (var tally in counted)
        {
            var (industry, region) = (Known(tally.Industry), Known(tally.Region));
            foreach (var (thisIndustry, thisRegion) in new[] { (industry, region), (industry, IPlacedTally.All), (IPlacedTally.All, region), (IPlacedTally.All, IPlacedTally.All) })
            {
                var place = (TTally)tally.At(thisIndustry, thisRegion);
                if (!tallies.TryAdd(keyOf(place), place))
                    place = tallies[keyOf(place)];
                place.Add(tally.Read());
            }
        }
        return [.. tallies.Values];
    }

    /// <summary>Whoever calls an industry "*" has named none.</summary>
    private static string Known(string name) => name == IPlacedTally.All ? "" : name;
}
