using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
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

public sealed class GetIntelligentDashboardHandler(PortalTimeZone zone) : IQueryHandler<GetIntelligentDashboard, IntelligentDashboard>
{
    public async Task<Outcome<IntelligentDashboard>> HandleAsync(GetIntelligentDashboard query, QueryContext context, CancellationToken cancellationToken)
    {
        var (database, filter) = (context.Database, query.Filter);
        var period = await DashboardPeriod.ReadAsync(context, zone, filter, cancellationToken);
        var series = await TallySeries.AllAsync<GroupTally, GroupTallyDay>(database, filter.Tallies(database), period, cancellationToken);
        var stages = await StageCounts.ReadAsync(database, filter, period, cancellationToken);
        var accepting = await AcceptingTimes.ReadAsync(database, filter, period, cancellationToken);
        return new IntelligentDashboard(
            period.From,
            [.. GroupMeans.Strip(series, filter), accepting.Figure("Median time to accept"), stages.Figure("Won this period", filter)],
            stages.Data,
            await TopGroups.EngagedAsync(database, filter, cancellationToken),
            await TopGroups.FastestAsync(database, filter, period.Start, cancellationToken),
            await TopGroups.StillAsync(database, filter, context.Now, cancellationToken),
            await Movers.ReadAsync(database, filter, period.From, cancellationToken),
            await Contacts.CoverageAsync(database, filter, cancellationToken),
            await Contacts.OverlapAsync(database, cancellationToken),
            await Contacts.InMostGroupsAsync(database, cancellationToken));
    }
}
