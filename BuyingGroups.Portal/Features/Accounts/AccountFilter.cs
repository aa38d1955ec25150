using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Which accounts a list, its export or a choice shows.</summary>
public sealed record AccountFilter
{
    /// <summary>Part of the name.</summary>
    public string? Search { get; init; }

    /// <summary>Any of these industries; empty for all.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>Any of these billing countries; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Any of these billing cities; empty for all.</summary>
    public IReadOnlyList<string> Cities { get; init; } = [];

    /// <summary>Any of these billing regions; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Annual revenue at least.</summary>
    public decimal? RevenueFrom { get; init; }

    /// <summary>Annual revenue at most.</summary>
    public decimal? RevenueTo { get; init; }

    /// <summary>Number of employees at least.</summary>
    public int? EmployeesFrom { get; init; }

    /// <summary>Number of employees at most.</summary>
    public int? EmployeesTo { get; init; }

    /// <summary>Whose accounts.</summary>
    public OwnerChoice? Owner { get; init; }

    /// <summary>With, or without, open opportunities.</summary>
    public bool? HasOpenOpportunities { get; init; }

    /// <summary>With, or without, anybody who is engaged.</summary>
    public bool? IsEngaged { get; init; }

    /// <summary>Whose engagement changed.</summary>
    public EngagementMove? Moved { get; init; }

    /// <summary>Filters on custom fields and any other field, all of which must match.</summary>
    public IReadOnlyList<FieldFilter> Fields { get; init; } = [];

    /// <summary>The accounts that match; <paramref name="database"/>'s own set when there is nothing to filter by.</summary>
    internal async Task<Outcome<IQueryable<Account>>> ApplyAsync(PortalDbContext database, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        IQueryable<Account> accounts = database.Accounts;
        if (NormalizedText.Of(Search) is { } search)
            accounts = accounts.Where(a => a.NormalizedName.Contains(search));
        if (Normalized(Industries) is { Count: > 0 } industries)
            accounts = accounts.Where(a => industries.Contains(a.NormalizedIndustry!));
        if (Normalized(Countries) is { Count: > 0 } countries)
            accounts = accounts.Where(a => countries.Contains(a.NormalizedBillingCountry!));
        if (Normalized(Cities) is { Count: > 0 } cities)
            accounts = accounts.Where(a => cities.Contains(a.NormalizedBillingCity!));
        if (Normalized(Regions) is { Count: > 0 } regions)
            accounts = accounts.Where(a => regions.Contains(a.NormalizedBillingRegion!));
        if (RevenueFrom is { } revenueFrom)
            accounts = accounts.Where(a => a.AnnualRevenue >= revenueFrom);
        if (RevenueTo is { } revenueTo)
            accounts = accounts.Where(a => a.AnnualRevenue <= revenueTo);
        if (EmployeesFrom is { } employeesFrom)
            accounts = accounts.Where(a => a.NumberOfEmployees >= employeesFrom);
        if (EmployeesTo is { } employeesTo)
            accounts = accounts.Where(a => a.NumberOfEmployees <= employeesTo);
        if (Owner is { } owner)
        {
            var ownerId = owner.IdFor(caller);
            accounts = accounts.Where(a => a.OwnerId == ownerId);
        }
        if (HasOpenOpportunities is { } has)
            accounts = accounts.Where(a => a.Opportunities.Any(o => !o.IsClosed) == has);
        if (IsEngaged is { } engaged)
            accounts = accounts.Where(a => a.People.Any(p => p.EngagementScore > 0) == engaged);
        if (Moved is { } moved)
        {
            var moves = moved.IsUp ? AccountMoves.Gained(database.AccountScores, moved.Days) : AccountMoves.Lost(database.AccountScores, moved.Days);
            accounts = accounts.Where(a => moves.Select(m => m.AccountId).Contains(a.Id));
        }
        if (Fields.Count == 0)
            return Outcome<IQueryable<Account>>.Of(accounts);
        var catalog = new ConditionCatalog { Now = now, CustomFields = await database.CustomFields.ToListAsync(cancellationToken) };
        var condition = ConditionTranslation.OfAccounts(new ConditionGroup(MatchKind.All, Fields), catalog);
        return condition.Succeeded ? Outcome<IQueryable<Account>>.Of(accounts.Where(condition.Value)) : Outcome<IQueryable<Account>>.Refused(condition.Refusals);
    }

    private static List<string> Normalized(IReadOnlyList<string> values) => [.. values.Select(NormalizedText.Of).OfType<string>()];
}

/// <summary>Gained, or lost, five points of engagement or more over some days.</summary>
/// <param name="IsUp">True for gained.</param>
/// <param name="Days">One of the periods that are kept.</param>
public sealed record EngagementMove(bool IsUp, int Days);

/// <summary>Whose accounts: the caller's own, nobody's, or a certain user's.</summary>
/// <param name="IsMine">True for the caller's own.</param>
/// <param name="UserId">The user; null with <paramref name="IsMine"/> false means accounts without an owner.</param>
public sealed record OwnerChoice(bool IsMine, int? UserId = null)
{
    /// <summary>The caller's own.</summary>
    public static OwnerChoice Mine { get; } = new(true);

    /// <summary>Accounts nobody looks after.</summary>
    public static OwnerChoice Nobody { get; } = new(false);

    // A job or the command line owns nothing.
    internal int? IdFor(Caller caller) => IsMine ? caller.UserId ?? -1 : UserId;
}
