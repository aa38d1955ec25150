using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Portal.Features.Groups.Browse;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>What a dashboard is about, as its address says.</summary>
/// <param name="Days">How many days back it looks: 7, 30 or 90.</param>
/// <param name="Solution">One solution interest; null for all.</param>
/// <param name="Stage">One stage; null for all.</param>
/// <param name="Industry">One industry; null for all.</param>
/// <param name="Region">One region; null for all.</param>
public sealed record DashboardFilter(int Days = 30, int? Solution = null, int? Stage = null, string? Industry = null, string? Region = null)
{
    /// <summary>The periods offered, in days.</summary>
    public static IReadOnlyList<int> Periods => AccountMoves.Periods;

    /// <summary>Reads it from an address; what is malformed is left out.</summary>
    public static DashboardFilter Read(ListState state) => new(
        state.FilterNumber("period") is { } days && Periods.Contains(days) ? days : 30,
        state.FilterNumber("solution"), state.FilterNumber("stage"), state.Filter("industry"), state.Filter("region"));

    /// <summary>The groups that it is about.</summary>
    internal BuyingGroupFilter Groups => new()
    {
        SolutionInterests = Solution is { } solution ? [solution] : [],
        Stages = Stage is { } stage ? [stage] : [],
        Industries = Industry is { } industry ? [industry] : [],
        Regions = Region is { } region ? [region] : [],
    };

    /// <summary>The browse page with this filter and one more.</summary>
    internal string Browse(string? key = null, params IReadOnlyList<string> values)
    {
        var state = new ListState();
        foreach (var (name, kept) in new[] { ("solution", Text(Solution)), ("stage", Text(Stage)), ("industry", Industry), ("region", Region) })
        {
            if (kept is not null)
                state = state.WithFilter(name, kept);
        }
        return (key is null ? state : state.WithFilter(key, values)).ToAddress(Features.Groups.BrowseAddress.Path);
    }

    /// <summary>The list of accounts with the places of this filter and one more.</summary>
    internal string Accounts(string key, string value)
    {
        var state = new ListState().WithFilter(key, value);
        if (Industry is { } industry)
            state = state.WithFilter("industry", industry);
        return (Region is { } region ? state.WithFilter("region", region) : state).ToAddress("/accounts");
    }

    internal IQueryable<GroupTally> Tallies(PortalDbContext database)
    {
        var tallies = OfSolution(database.GroupTallies);
        return Stage is { } stage ? tallies.Where(t => t.StageId == stage) : tallies;
    }

    /// <summary>Roles are not counted per stage.</summary>
    internal IQueryable<RoleTally> Roles(PortalDbContext database) => OfSolution(database.RoleTallies);

    /// <summary>Accounts and people are not counted per solution interest.</summary>
    internal IQueryable<ReachTally> Reach(PortalDbContext database) => InPlace(database.ReachTallies);

    /// <summary>The scores of accounts.</summary>
    internal IQueryable<AccountScore> Scores(PortalDbContext database)
    {
        IQueryable<AccountScore> scores = database.AccountScores;
        if (NormalizedText.Of(Industry) is { } industry)
            scores = scores.Where(s => database.Accounts.Any(a => a.Id == s.AccountId && a.NormalizedIndustry == industry));
        if (NormalizedText.Of(Region) is { } region)
            scores = scores.Where(s => database.Accounts.Any(a => a.Id == s.AccountId && a.NormalizedBillingRegion == region));
        if (Solution is { } solution)
            scores = scores.Where(s => database.BuyingGroups.Any(g => g.AccountId == s.AccountId && g.SolutionInterestId == solution));
        return scores;
    }

    private IQueryable<TTally> OfSolution<TTally>(IQueryable<TTally> tallies)
        where TTally : class, ISolutionTally =>
        InPlace(Solution is { } solution ? tallies.Where(t => t.SolutionInterestId == solution) : tallies);

    private IQueryable<TTally> InPlace<TTally>(IQueryable<TTally> tallies)
        where TTally : class, IPlacedTally
    {
        var (industry, region) = (Industry ?? IPlacedTally.All, Region ?? IPlacedTally.All);
        return tallies.Where(t => t.Industry == industry && t.Region == region);
    }

    private static string? Text(int? id) => id?.ToString(CultureInfo.InvariantCulture);
}
