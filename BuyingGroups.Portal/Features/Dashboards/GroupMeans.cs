using BuyingGroups.Data.RollUps;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>The figures of groups that several dashboards begin with.</summary>
internal static class GroupMeans
{
    /// <summary>Mean completeness in percent; null where there are no groups.</summary>
    public static double? Completeness(GroupFigures figures) => figures.Groups == 0 ? null : (double)figures.Completeness / figures.Groups;

    /// <summary>Mean engagement, 0–100; null where there are no groups.</summary>
    public static double? Engagement(GroupFigures figures) => figures.Groups == 0 ? null : (double)figures.Engagement / figures.Groups / 100;

    /// <summary>How many groups, how complete, how engaged, and how that changed over the period.</summary>
    public static IReadOnlyList<KeyFigure> Strip(TallySeries<GroupTallyDay> series, DashboardFilter filter)
    {
        var (now, then) = (series.Now, series.Then);
        return
        [
            new("Groups", now.Groups, "N0", now.Groups - then.Groups) { Href = filter.Browse() },
            new("Mean completeness", Completeness(now), "{0} %", Completeness(now) - Completeness(then)),
            new("Mean engagement", Engagement(now), "N0", Engagement(now) - Engagement(then)),
        ];
    }
}
