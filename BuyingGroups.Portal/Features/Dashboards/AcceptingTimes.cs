using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>How long sales took to accept groups: the median of a period and of the one before, along the index of decisions.</summary>
/// <param name="Now">Days; null when nothing was accepted.</param>
/// <param name="Before">Days in the period before.</param>
internal sealed record AcceptingTimes(double? Now, double? Before)
{
    public static async Task<AcceptingTimes> ReadAsync(PortalDbContext database, DashboardFilter filter, DashboardPeriod period, CancellationToken cancellationToken)
    {
        var earlier = period.Start - (period.Now - period.Start);
        return new AcceptingTimes(
            await MedianAsync(Accepted(database, filter, period.Start, period.Now), cancellationToken),
            await MedianAsync(Accepted(database, filter, earlier, period.Start), cancellationToken));
    }

    public KeyFigure Figure(string title) => new(title, Now, "{0} days", Now - Before, LessIsBetter: true) { Digits = 1, Href = "/buying-groups/ready?accounts=all&status=Accepted" };

    private static IQueryable<int> Accepted(PortalDbContext database, DashboardFilter filter, DateTime from, DateTime to)
    {
        var accepted = database.HandOvers.Where(h => h.Status == HandOverStatus.Accepted && h.DecidedAt >= from && h.DecidedAt < to);
        if (filter.Solution is { } solution)
            accepted = accepted.Where(h => h.BuyingGroup!.SolutionInterestId == solution);
        if (NormalizedText.Of(filter.Industry) is { } industry)
            accepted = accepted.Where(h => h.BuyingGroup!.Account!.NormalizedIndustry == industry);
        if (NormalizedText.Of(filter.Region) is { } region)
            accepted = accepted.Where(h => h.BuyingGroup!.Account!.NormalizedBillingRegion == region);
        return accepted.Select(h => h.SecondsToAccept ?? 0);
    }

    private static async Task<double?> MedianAsync(IQueryable<int> seconds, CancellationToken cancellationToken)
    {
        var count = await seconds.CountAsync(cancellationToken);
        if (count == 0)
            return null;
        var middle = await seconds.OrderBy(s => s).Skip((count - 1) / 2).Take(2 - count % 2).ToListAsync(cancellationToken);
        return middle.Average() / TimeSpan.SecondsPerDay;
    }
}
