using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Stages;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Five groups that stand out.</summary>
/// <param name="Data">The groups with a figure each.</param>
/// <param name="Groups">The groups.</param>
public sealed record TopGroups(ChartData Data, IReadOnlyList<TopGroup> Groups)
{
    private const int Five = 5;

    internal static async Task<TopGroups> EngagedAsync(PortalDbContext database, DashboardFilter filter, CancellationToken cancellationToken)
    {
        var groups = await RowsAsync(filter.Groups.Apply(database).Where(g => g.EngagementScore > 0).OrderByDescending(g => g.EngagementScore).ThenByDescending(g => g.Id).Take(Five), cancellationToken);
        return Of("top-engaged", "Change in seven days", groups.OrderByDescending(g => g.Engagement).ThenByDescending(g => g.Id), g => Math.Round(g.Change));
    }

    /// <summary>Those that made most moves between stages since a moment; equally quick ones by their engagement.</summary>
    internal static async Task<TopGroups> FastestAsync(PortalDbContext database, DashboardFilter filter, DateTime since, CancellationToken cancellationToken)
    {
        var groups = filter.Groups.Apply(database);
        var moves = await database.StageChanges.Where(c => c.At >= since && c.Applied && c.FromStageId != null)
            .Join(groups, c => c.BuyingGroupId, g => g.Id, (c, g) => new { g.Id, g.EngagementScore })
            .GroupBy(m => new { m.Id, m.EngagementScore })
            .Select(q => new { q.Key.Id, q.Key.EngagementScore, Moves = q.Count() })
            .OrderByDescending(m => m.Moves).ThenByDescending(m => m.EngagementScore).ThenBy(m => m.Id).Take(Five).ToListAsync(cancellationToken);
        var ids = moves.Select(m => m.Id).ToList();
        var rows = (await RowsAsync(database.BuyingGroups.Where(g => ids.Contains(g.Id)), cancellationToken)).ToDictionary(g => g.Id);
        return Of("top-fastest", "Moves between stages", moves.Where(m => rows.ContainsKey(m.Id)).Select(m => rows[m.Id] with { Figure = m.Moves }), g => g.Figure);
    }

    /// <summary>Complete groups on their way that have not moved for longest.</summary>
    internal static async Task<TopGroups> StillAsync(PortalDbContext database, DashboardFilter filter, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(
            (filter.Groups with { CompletenessFrom = 100 }).Apply(database)
                .Where(g => g.StageSince != null && (g.Stage!.Kind == StageKind.Entry || g.Stage.Kind == StageKind.Ordinary)).OrderBy(g => g.StageSince).ThenBy(g => g.Id).Take(Five),
            cancellationToken);
        return Of("top-still", "Days at the stage", rows.OrderBy(g => g.StageSince).ThenBy(g => g.Id).Select(g => g with { Figure = (int)(now - g.StageSince!.Value).TotalDays }), g => g.Figure);
    }

    private static TopGroups Of(string key, string figure, IEnumerable<TopGroup> groups, Func<TopGroup, double> value)
    {
        var rows = groups.ToList();
        return new TopGroups(
            new ChartData(
                key, "Group", [ChartName.Key("Engagement"), ChartName.Key("Completeness, %"), ChartName.Key(figure)],
                [.. rows.Select(g => new ChartRow(new ChartName(g.Name), [Math.Round(g.Engagement), g.Completeness, value(g)], string.Create(CultureInfo.InvariantCulture, $"/buying-groups/{g.Id}")))]),
            rows);
    }

    private static async Task<List<TopGroup>> RowsAsync(IQueryable<BuyingGroup> groups, CancellationToken cancellationToken) =>
        await groups.Select(g => new TopGroup(g.Id, g.Name, g.EngagementScore, g.EngagementChange, g.Completeness, g.Stage == null ? null : g.Stage.Name, g.StageSince)).ToListAsync(cancellationToken);
}

/// <summary>A group that stands out.</summary>
public sealed record TopGroup(long Id, string Name, double Engagement, double Change, int Completeness, string? Stage, DateTime? StageSince)
{
    /// <summary>What it stands out by: moves, or days.</summary>
    public int Figure { get; init; }
}
