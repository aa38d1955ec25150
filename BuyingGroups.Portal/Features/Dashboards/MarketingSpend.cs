using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>What marketing spends in a month; null where nobody has said.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record GetMarketingSpend : IQuery<MarketingSpend>;

/// <summary>Says what marketing spends in a month.</summary>
/// <param name="Month">The amount, in the currency of the portal's amounts; null to say nothing.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record SetMarketingSpend(decimal? Month) : ICommand<Done>;

/// <summary>The amount is none.</summary>
public sealed record SpendOutOfRange() : Refusal("The spend must be a number from 0 to 1,000,000,000,000. Nothing was changed.");

/// <summary>What marketing spends.</summary>
/// <param name="Month">In a month.</param>
public sealed record MarketingSpend(decimal? Month)
{
    private const string Key = "dashboards.marketing-spend";
    private const double DaysOfMonth = 365.0 / 12;

    internal static async Task<MarketingSpend> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        new(await database.Settings.Where(s => s.Key == Key).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken) is { } kept ? decimal.Parse(kept, CultureInfo.InvariantCulture) : null);

    internal async Task KeepAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await database.Settings.Where(s => s.Key == Key).ExecuteDeleteAsync(cancellationToken);
        if (Month is { } amount)
            database.Settings.Add(new Setting { Key = Key, Value = amount.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>Spend of a period over the groups that became ready for sales in it: those are the leads. Nobody says what is spent on one region or solution, so a filtered dashboard has no such figure.</summary>
    internal static async Task<KeyFigure> PerLeadAsync(PortalDbContext database, DashboardFilter filter, DashboardPeriod period, CancellationToken cancellationToken)
    {
        var spend = filter is { Solution: null, Stage: null, Industry: null, Region: null } ? (await ReadAsync(database, cancellationToken)).Month : null;
        if (spend is null)
            return new KeyFigure("Cost per lead", null, "N0", null);
        var length = period.Now - period.Start;
        var (now, before) = (await LeadsAsync(period.Start, period.Now), await LeadsAsync(period.Start - length, period.Start));
        var cost = (double)spend * length.TotalDays / DaysOfMonth;
        return new KeyFigure("Cost per lead", cost / now, "N0", cost / now - cost / before, LessIsBetter: true) { Href = "/buying-groups/ready?accounts=all" };

        async Task<double?> LeadsAsync(DateTime from, DateTime to) =>
            await database.HandOvers.Where(h => h.ReadyAt >= from && h.ReadyAt < to).Select(h => h.BuyingGroupId).Distinct().CountAsync(cancellationToken) is > 0 and var leads ? leads : null;
    }
}

public sealed class MarketingSpendHandler : IQueryHandler<GetMarketingSpend, MarketingSpend>, ICommandHandler<SetMarketingSpend, Done>
{
    private const decimal Most = 1_000_000_000_000m;

    public async Task<Outcome<MarketingSpend>> HandleAsync(GetMarketingSpend query, QueryContext context, CancellationToken cancellationToken) =>
        await MarketingSpend.ReadAsync(context.Database, cancellationToken);

    public async Task<Outcome<Done>> HandleAsync(SetMarketingSpend command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.Month is < 0 or > Most)
            return new SpendOutOfRange();
        var before = await MarketingSpend.ReadAsync(context.Database, cancellationToken);
        var after = new MarketingSpend(command.Month);
        await after.KeepAsync(context.Database, cancellationToken);
        context.Audit("Dashboards", "marketing-spend", "Marketing spend", before, after);
        return Done.Instance;
    }
}
