using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Intelligent dashboard: where groups stand and move, who surges, who is at risk, which roles are covered, how quickly sales accepts.</summary>
/// <param name="Filter">What it is about.</param>
[Requires(Permissions.DashboardsView)]
public sealed record GetIntelligentDashboard(DashboardFilter Filter) : IQuery<IntelligentDashboard>;

/// <summary>The answer.</summary>
/// <param name="From">The day the period begins.</param>
/// <param name="Figures">The strip at the top.</param>
/// <param name="Stages">Groups per stage at the beginning and now.</param>
/// <param name="Engaged">The five most engaged groups.</param>
/// <param name="Fastest">The five that moved most between stages in the period.</param>
/// <param name="Still">Five complete groups that have stood longest at their stage.</param>
/// <param name="Movers">Accounts whose engagement changed most.</param>
/// <param name="Coverage">Share of groups with somebody in a role, per solution interest.</param>
/// <param name="Overlap">People by number of groups.</param>
/// <param name="InMostGroups">People in most groups.</param>
public sealed record IntelligentDashboard(
    DateOnly From, IReadOnlyList<KeyFigure> Figures, ChartData Stages, TopGroups Engaged, TopGroups Fastest, TopGroups Still, Movers Movers, ChartData Coverage, ChartData Overlap,
    ChartData InMostGroups) : IDashboard
{
    public IReadOnlyList<ChartData> Charts => [Stages, Engaged.Data, Fastest.Data, Still.Data, Movers.Data, Coverage, Overlap, InMostGroups];
}

public sealed class GetIntelligentDashboardHandler : IQueryHandler<GetIntelligentDashboard, IntelligentDashboard>
{
    public async Task<Outcome<IntelligentDashboard>> HandleAsync(GetIntelligentDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, filter) = (context.Database, query.Filter);
        var today = DateOnly.FromDateTime(context.Now);
        var from = await TallySeries.BeginAsync(database, today, filter.Days, cancellationToken);
        var series = await TallySeries.GroupsAsync(database, filter.Tallies(database), from, today, cancellationToken);
        var (now, then) = (series.Now, series.Then);
        var stages = await StageCounts.ReadAsync(database, filter, from, today, cancellationToken);
        var accepting = await AcceptingTimes.ReadAsync(database, filter, from, context.Now, cancellationToken);
        return new IntelligentDashboard(
            from,
            [
                new("Groups", now[0], "N0", now[0] - then[0]),
                new("Mean completeness", GetGroupsDashboardHandler.Mean(now, 10), "{0} %", GetGroupsDashboardHandler.Mean(now, 10) - GetGroupsDashboardHandler.Mean(then, 10)),
                new("Mean engagement", GetGroupsDashboardHandler.Mean(now, 11) / 100, "N0", (GetGroupsDashboardHandler.Mean(now, 11) - GetGroupsDashboardHandler.Mean(then, 11)) / 100),
                accepting.Figure("Median time to accept"),
                new("Won this period", stages.Won, "N0", stages.Won - stages.WonBefore),
            ],
            stages.Data,
            await TopGroups.EngagedAsync(database, filter, cancellationToken),
            await TopGroups.FastestAsync(database, filter, from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), cancellationToken),
            await TopGroups.StillAsync(database, filter, context.Now, cancellationToken),
            await Movers.ReadAsync(database, filter, from, cancellationToken),
            await Contacts.CoverageAsync(database, filter, cancellationToken),
            await Contacts.OverlapAsync(database, cancellationToken),
            await Contacts.InMostGroupsAsync(database, cancellationToken));
    }
}
