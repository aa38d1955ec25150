using System.Linq.Expressions;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Journeys.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>One statement routes every account of the transaction; whoever matches no path and finds no "Other accounts" ends there.</summary>
public sealed class SplitByAccountsStep : JourneyStep<SplitByAccountsSettings>
{
    protected override Task RunAsync(SplitByAccountsSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        RouteAsync(run, [.. at.Node.Lanes.Where(run.Lanes.ContainsKey)], Routing.OfAccounts(at.Node, run.Catalog), cancellationToken);

    /// <summary>Gives the entries on some lanes the lane that <paramref name="route"/> finds for their account; <see cref="JourneyPlan.GoneLane"/> when the account has gone.</summary>
    public static Task<int> RouteAsync(SegmentRun run, List<int> lanes, Expression<Func<Account, int>> route, CancellationToken cancellationToken)
    {
        var accounts = run.Database.Accounts;
        Expression<Func<JourneyWork, int>> lane = work => accounts.Where(account => account.Id == work.AccountId).Select(route).FirstOrDefault();
        return run.Database.JourneyWork.Where(work => lanes.Contains(work.Lane)).ExecuteUpdateAsync(set => set.SetProperty(work => work.Lane, lane), cancellationToken);
    }
}
