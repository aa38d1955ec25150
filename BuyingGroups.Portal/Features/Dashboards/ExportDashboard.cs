using System.Globalization;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>The figures of one card of a dashboard, for download: /export/dashboard?of=intelligent&amp;card=stages and the dashboard's filters.</summary>
/// <param name="State">Dashboard, card and filters.</param>
[Requires(Permissions.DataExport)]
public sealed record ExportDashboard(ListState State) : IQuery<ExportPortion>;

/// <summary>There is no such card.</summary>
/// <param name="Card">What was asked for.</param>
public sealed record NoSuchCard(string Card) : Refusal("No dashboard has a card named “{0}”. Open the dashboard and download from there.", Card);

/// <summary>Offers them.</summary>
public sealed class DashboardExport : IListExport
{
    public string List => "dashboard";

    public IQuery<ExportPortion> Portion(ListState state, long afterId) => new ExportDashboard(state);

    /// <summary>The address of a card's CSV.</summary>
    public static string Address(string dashboard, string card, ListState state) => state.WithFilter("of", dashboard).WithFilter("card", card).ToAddress("/export/dashboard");
}

public sealed class ExportDashboardHandler(
    IQueryHandler<GetIntelligentDashboard, IntelligentDashboard> intelligent, IQueryHandler<GetGroupsDashboard, GroupsDashboard> groups, IQueryHandler<GetRoleInsights, RoleInsights> roles,
    IQueryHandler<GetEngagementDashboard, EngagementDashboard> engagement, IQueryHandler<GetJourneysDashboard, JourneysDashboard> journeys, IStringLocalizer<Text> texts)
    : IQueryHandler<ExportDashboard, ExportPortion>
{
    public async Task<Outcome<ExportPortion>> HandleAsync(ExportDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        if (!context.Caller.May(Permissions.DashboardsView))
            return new AccessDenied(Permissions.DashboardsView);
        var filter = DashboardFilter.Read(query.State);
        IDashboard? dashboard = query.State.Filter("of") switch
        {
            "intelligent" => (await intelligent.HandleAsync(new GetIntelligentDashboard(filter), context, cancellationToken)).Value,
            "groups" => (await groups.HandleAsync(new GetGroupsDashboard(filter), context, cancellationToken)).Value,
            "roles" => (await roles.HandleAsync(new GetRoleInsights(filter), context, cancellationToken)).Value,
            "engagement" => (await engagement.HandleAsync(new GetEngagementDashboard(filter), context, cancellationToken)).Value,
            "journeys" => (await journeys.HandleAsync(new GetJourneysDashboard(filter), context, cancellationToken)).Value,
            _ => null,
        };
        var card = query.State.Filter("card") ?? "";
        if (dashboard?.Charts.FirstOrDefault(chart => chart.Key == card) is not { } data)
            return new NoSuchCard(card);
        return new ExportPortion(
            [texts[data.What], .. data.Series.Select(Name)],
            [.. data.Rows.Select(row => (IReadOnlyList<CsvCell>)[Name(row.Name), .. row.Values.Select(value => CsvCell.Plain(value?.ToString("0.##", CultureInfo.InvariantCulture)))])],
            null);
    }

    /// <summary>Days as programs read them, names as people do.</summary>
    private string Name(ChartName name) => name.Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : name.In(texts);
}
