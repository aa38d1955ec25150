using BuyingGroups.Portal.Shell;

namespace BuyingGroups.Tests.Shell;

/// <summary>Makes people who look at pages.</summary>
public static class Viewer
{
    public static CurrentUser With(params IReadOnlyList<string> permissions) =>
        new("7", "Anna Berg", permissions.ToHashSet(StringComparer.Ordinal), TimeZoneInfo.Utc);
}
