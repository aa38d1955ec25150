using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>A page of accounts.</summary>
/// <param name="Filter">Which.</param>
/// <param name="Page">Sorts by name (the usual), industry, billingCountry, billingCity, annualRevenue, numberOfEmployees, updatedAt.</param>
/// <param name="WithFields">Ids of the custom fields to bring along.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindAccounts(AccountFilter Filter, PageRequest Page, IReadOnlyList<int>? WithFields = null) : IQuery<PageOf<AccountRow>>;

/// <summary>An account as the list shows it.</summary>
public sealed record AccountRow(
    long Id, string Name, string? Industry, string? BillingCity, string? BillingState, string? BillingCountry, decimal? AnnualRevenue, int? NumberOfEmployees,
    string? Website, string? OwnerName, int People, int BuyingGroups, int OpenOpportunities, DateTime UpdatedAt)
{
    /// <summary>Values of the custom fields asked for, as text, by field id.</summary>
    public IReadOnlyDictionary<int, string> Custom { get; init; } = new Dictionary<int, string>();
}

public sealed class FindAccountsHandler : IQueryHandler<FindAccounts, PageOf<AccountRow>>
{
    public async Task<Outcome<PageOf<AccountRow>>> HandleAsync(FindAccounts query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var matching = await query.Filter.ApplyAsync(database, context.Caller, context.Now, cancellationToken);
        if (!matching.Succeeded)
            return Outcome<PageOf<AccountRow>>.Refused(matching.Refusals);
        var page = await Listing.PageAsync(
            database.Accounts, matching.Value, a => a.Id, accounts => Sort(accounts, query.Page),
            a => new AccountRow(
                a.Id, a.Name, a.Industry, a.BillingCity, a.BillingState, a.BillingCountry, a.AnnualRevenue, a.NumberOfEmployees, a.Website,
                database.Users.Where(u => u.Id == a.OwnerId).Select(u => u.DisplayName).FirstOrDefault(),
                a.People.Count, a.BuyingGroups.Count, a.Opportunities.Count(o => !o.IsClosed), a.UpdatedAt),
            query.Page, cancellationToken);
        if (query.WithFields is not { Count: > 0 } fieldIds || page.Rows.Count == 0)
            return page;

        var ids = page.Rows.Select(row => row.Id).ToList();
        var fields = await database.CustomFields.Where(f => fieldIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        var values = await database.AccountFieldValues.Where(v => ids.Contains(v.AccountId) && fieldIds.Contains(v.FieldId)).ToListAsync(cancellationToken);
        var byAccount = values.ToLookup(v => v.AccountId);
        return page with { Rows = [.. page.Rows.Select(row => row with { Custom = Texts(byAccount[row.Id], fields) })] };
    }

    internal static Dictionary<int, string> Texts(IEnumerable<FieldValue> values, Dictionary<int, CustomField> fields) =>
        values.Where(v => fields.ContainsKey(v.FieldId)).ToDictionary(v => v.FieldId, v => CustomFieldRules.Read(fields[v.FieldId], v) ?? "");

    private static IQueryable<Account> Sort(IQueryable<Account> accounts, PageRequest page) => page.Sort switch
    {
        "industry" => accounts.By(a => a.NormalizedIndustry, page.Descending).ThenBy(a => a.Id, page.Descending),
        "billingCountry" => accounts.By(a => a.NormalizedBillingCountry, page.Descending).ThenBy(a => a.Id, page.Descending),
        "billingCity" => accounts.By(a => a.NormalizedBillingCity, page.Descending).ThenBy(a => a.Id, page.Descending),
        "annualRevenue" => accounts.By(a => a.AnnualRevenue, page.Descending).ThenBy(a => a.Id, page.Descending),
        "numberOfEmployees" => accounts.By(a => a.NumberOfEmployees, page.Descending).ThenBy(a => a.Id, page.Descending),
        "updatedAt" => accounts.By(a => a.UpdatedAt, page.Descending).ThenBy(a => a.Id, page.Descending),
        _ => accounts.By(a => a.NormalizedName, page.Descending).ThenBy(a => a.Id, page.Descending),
    };
}
