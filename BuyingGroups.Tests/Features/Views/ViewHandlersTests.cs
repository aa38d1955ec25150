using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Views;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Views;

public sealed class ViewHandlersTests
{
    [OnEveryDatabase]
    public async Task Views_are_ones_own_and_what_others_share(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var sam = await portal.UserAsync("Sam Sales", "Sales");
        var mine = (await portal.SendAsync(new SaveView("accounts", "Nordic", "billingCountry=Sweden"), anna)).Demand().Id;
        (await portal.SendAsync(new SaveView("accounts", "Big", "sort=-annualRevenue", IsShared: true), anna)).Demand();
        (await portal.SendAsync(new SaveView("people", "Elsewhere", "q=x"), anna)).Demand();

        Assert.Equal([("Big", (string?)null), ("Nordic", null)], (await portal.AskAsync(new FindViews("accounts"), anna)).Demand().Views.Select(v => (v.Name, v.SharedBy)));
        Assert.Equal([("Big", "Anna Berg")], (await portal.AskAsync(new FindViews("accounts"), sam)).Demand().Views.Select(v => (v.Name, v.SharedBy)));

        Assert.Equal(mine, (await portal.SendAsync(new SaveView("accounts", "Nordic", "billingCountry=Norway"), anna)).Demand().Id);
        Assert.Equal(mine, (await portal.SendAsync(new SaveView("accounts", "Norway", "billingCountry=Norway", mine), anna)).Demand().Id);
        Assert.NotEqual(mine, (await portal.SendAsync(new SaveView("accounts", "Norway", "q=sam", mine), sam)).Demand().Id);
        Assert.IsType<NotFound>((await portal.SendAsync(new DeleteView(mine), sam)).Refusal);
        (await portal.SendAsync(new DeleteView(mine), anna)).Demand();
        Assert.Equal("Big", Assert.Single((await portal.AskAsync(new FindViews("accounts"), anna)).Demand().Views).Name);
        Assert.IsType<NoViewsWithoutUser>((await portal.SendAsync(new SaveView("accounts", "X", ""))).Refusal);
        Assert.IsType<Required>((await portal.SendAsync(new SaveView("accounts", " ", ""), anna)).Refusal);
    }

    [Fact]
    public async Task A_shared_view_is_told_to_those_only_who_may_see_its_list()
    {
        await using var portal = await TestPortal.CreateAsync();
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var sam = await portal.UserAsync("Sam Sales", "Sales");
        var auditor = sam with { Permissions = new HashSet<string>([Permissions.AuditView], StringComparer.Ordinal) };
        var id = (await portal.SendAsync(new SaveView("accounts", "Nordic", "billingCountry=Sweden", IsShared: true), anna)).Demand().Id;

        Assert.True(Assert.Single((await portal.AskAsync(new FindViews("accounts"), anna)).Demand().Views).IsShared);
        Assert.Single((await portal.AskAsync(new FindViews("accounts"), sam)).Demand().Views);
        Assert.Empty((await portal.AskAsync(new FindViews("accounts"), auditor)).Demand().Views);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new SaveView("accounts", "Mine", "q=x", IsShared: true), auditor)).Refusal);

        (await portal.SendAsync(new SaveView("accounts", "Nordic", "billingCountry=Sweden", id, IsShared: false), anna)).Demand();
        Assert.Empty((await portal.AskAsync(new FindViews("accounts"), sam)).Demand().Views);
    }
}
