using System.Globalization;
using BuyingGroups.Portal.Features.Groups.Browse;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Addresses of the browse page with a filter set, for pages that lead there.</summary>
public static class BrowseAddress
{
    public const string Path = "/buying-groups/browse";

    /// <summary>The groups of a solution interest.</summary>
    public static string Solution(int id) => string.Create(CultureInfo.InvariantCulture, $"{Path}?{BuyingGroupAddress.Solution}={id}");

    /// <summary>The groups between two percentages, both included.</summary>
    public static string Completeness(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{Path}?{BuyingGroupAddress.CompletenessRange}={from}..{to}");
}
