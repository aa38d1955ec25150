using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Lists;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Accounts;

public sealed class FindAccountsTests
{
    [OnEveryDatabase]
    public async Task Every_filter_leaves_the_accounts_that_fit(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var sam = await portal.UserAsync("Sam Sales", "Sales");
        await portal.AccountAsync("Ånge Åkeri", a => (a.Industry, a.BillingCountry, a.BillingCity, a.AnnualRevenue, a.NumberOfEmployees, a.OwnerId) = ("Logistics", "Sweden", "Ånge", 1000m, 10, sam.UserId));
        var bank = await portal.AccountAsync("Banco Rio", a => (a.Industry, a.BillingCountry, a.BillingCity, a.AnnualRevenue, a.NumberOfEmployees) = ("Banking", "Brazil", "Rio", 2000.5m, 20));
        var cargo = await portal.AccountAsync("Cargo 100%", a => (a.Industry, a.BillingCountry) = ("logistics", "Norway"));
        await portal.OpportunityAsync(bank, closed: false);
        await portal.OpportunityAsync(cargo, closed: true);

        Assert.Equal(["Banco Rio", "Cargo 100%", "Ånge Åkeri"], await Names(new()));
        Assert.Equal(["Ånge Åkeri"], await Names(new() { Search = "ÅKERI" }));
        Assert.Equal(["Cargo 100%"], await Names(new() { Search = "0%" }));
        Assert.Equal(["Cargo 100%", "Ånge Åkeri"], await Names(new() { Industries = ["LOGISTICS"] }));
        Assert.Equal(["Banco Rio", "Cargo 100%"], await Names(new() { Countries = ["norway", "Brazil"] }));
        Assert.Equal(["Ånge Åkeri"], await Names(new() { Cities = ["ÅNGE"] }));
        Assert.Equal(["Banco Rio"], await Names(new() { RevenueFrom = 1000.0001m }));
        Assert.Equal(["Ånge Åkeri"], await Names(new() { RevenueTo = 1000m }));
        Assert.Equal(["Banco Rio"], await Names(new() { EmployeesFrom = 11, EmployeesTo = 20 }));
        Assert.Equal(["Ånge Åkeri"], await Names(new() { Owner = OwnerChoice.Mine }));
        Assert.Equal(["Banco Rio", "Cargo 100%"], await Names(new() { Owner = OwnerChoice.Nobody }));
        Assert.Equal(["Banco Rio"], await Names(new() { HasOpenOpportunities = true }));
        Assert.Equal(["Cargo 100%", "Ånge Åkeri"], await Names(new() { HasOpenOpportunities = false }));
        Assert.Empty(await Names(new() { Search = "nobody" }));

        async Task<IEnumerable<string>> Names(AccountFilter filter) =>
            (await portal.AskAsync(new FindAccounts(filter, new PageRequest()), sam)).Demand().Rows.Select(row => row.Name);
    }

    [OnEveryDatabase]
    public async Task Every_order_goes_both_ways(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.AccountAsync("Alfa", a => (a.Industry, a.BillingCountry, a.BillingCity, a.AnnualRevenue, a.NumberOfEmployees) = ("x", "x", "x", 1m, 1));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.AccountAsync("Beta", a => (a.Industry, a.BillingCountry, a.BillingCity, a.AnnualRevenue, a.NumberOfEmployees) = ("y", "y", "y", 2m, 2));

        foreach (var sort in new[] { null, "name", "industry", "billingCountry", "billingCity", "annualRevenue", "numberOfEmployees", "updatedAt", "unknown" })
        {
            Assert.Equal(["Alfa", "Beta"], await Names(sort, descending: false));
            Assert.Equal(["Beta", "Alfa"], await Names(sort, descending: true));
        }

        async Task<IEnumerable<string>> Names(string? sort, bool descending) =>
            (await portal.AskAsync(new FindAccounts(new(), new PageRequest(Sort: sort, Descending: descending)))).Demand().Rows.Select(row => row.Name);
    }

    [OnEveryDatabase]
    public async Task A_custom_field_filters_and_comes_along(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var field = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Choice, "Tier", ["Gold", "Silver"]))).Demand().Id;
        await portal.AccountAsync("Alfa", a => a.FieldValues.Add(new AccountFieldValue { FieldId = field, Text = "Gold" }));
        await portal.AccountAsync("Beta");
        var key = ConditionCatalog.CustomFieldKey(field);

        var gold = (await portal.AskAsync(new FindAccounts(new() { Fields = [FieldFilter.Of(key, ConditionOperator.Is, "gold")] }, new PageRequest(), [field]))).Demand();
        var row = Assert.Single(gold.Rows);
        Assert.Equal(("Alfa", "Gold"), (row.Name, row.Custom[field]));

        var gone = await portal.AskAsync(new FindAccounts(new() { Fields = [FieldFilter.Of("custom:999", ConditionOperator.Is, "x")] }, new PageRequest()));
        Assert.IsType<AttributeUnknown>(gone.Refusal);
    }

    [OnEveryDatabase]
    public async Task A_page_costs_the_same_number_of_statements_whatever_its_rows(DatabaseKind kind)
    {
        var counter = new StatementCounter();
        await using var portal = await TestPortal.CreateAsync(kind, counter.Listen);
        for (var i = 0; i < 12; i++)
        {
            var account = await portal.AccountAsync($"Account {i:00}", a => a.Industry = "Retail");
            await portal.PersonAsync(account, "Maria", "Anders");
        }

        counter.Reset();
        var page = (await portal.AskAsync(new FindAccounts(new(), new PageRequest(2, 5)))).Demand();
        Assert.Equal((12, false, 5, "Account 05", 1), (page.Total, page.TotalIsCapped, page.Rows.Count, page.Rows[0].Name, page.Rows[0].People));
        Assert.Equal(2, counter.Count);

        counter.Reset();
        page = (await portal.AskAsync(new FindAccounts(new() { Industries = ["retail"] }, new PageRequest(3, 5)))).Demand();
        Assert.Equal((12, 2, "Account 10"), (page.Total, page.Rows.Count, page.Rows[0].Name));
        Assert.Equal(2, counter.Count);
    }

    [OnEveryDatabase]
    public async Task Counting_stops_at_the_cap_and_pages_behind_it_start_over(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.Database.AddAsync([.. Enumerable.Range(0, Listing.Cap + 5).Select(i => new Account { SourceKey = $"{i}", Name = $"A{i:000000}", Industry = "Retail" })]);

        foreach (var filter in new[] { new AccountFilter(), new AccountFilter { Industries = ["Retail"] } })
        {
            var page = (await portal.AskAsync(new FindAccounts(filter, new PageRequest(2, 50)))).Demand();
            Assert.Equal((Listing.Cap, true, "A000050"), (page.Total, page.TotalIsCapped, page.Rows[0].Name));
            var beyond = (await portal.AskAsync(new FindAccounts(filter, new PageRequest(4000, 50)))).Demand();
            Assert.Equal("A000000", beyond.Rows[0].Name);
        }
    }

    [Fact]
    public async Task Who_may_not_see_accounts_is_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        var nobody = portal.Anyone with { Permissions = new HashSet<string>(StringComparer.Ordinal) };
        Assert.IsType<AccessDenied>((await portal.AskAsync(new FindAccounts(new(), new PageRequest()), nobody)).Refusal);
    }
}
