using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Audiences;

public sealed class AudienceHandlersTests
{
    private static readonly Condition NamedNorth = new ConditionGroup(MatchKind.All, [FieldFilter.Of("name", ConditionOperator.StartsWith, "North")]);

    [OnEveryDatabase]
    public async Task An_audience_is_drafted_counted_and_published_and_then_its_condition_stays(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.AccountAsync("Northwind");
        await portal.AccountAsync("Southwind");
        var id = (await portal.SendAsync(new SaveAudience(null, "North", null, NamedNorth))).Demand();
        Assert.Equal(1, (await portal.SendAsync(new EvaluateAudience(id))).Demand());
        (await portal.SendAsync(new PublishAudience(id))).Demand();

        var audience = (await portal.AskAsync(new GetAudience(id))).Demand();
        Assert.Equal((PublicationStatus.Live, 1), (audience.Status, audience.AccountCount));
        Assert.IsType<ConditionFixed>((await portal.SendAsync(new SaveAudience(id, "North", null, ConditionGroup.Everything, audience.Version))).Refusal);
        (await portal.SendAsync(new SaveAudience(id, "The north", null, NamedNorth, audience.Version))).Demand();
        Assert.IsType<AlreadyLive>((await portal.SendAsync(new PublishAudience(id))).Refusal);
        var copy = (await portal.SendAsync(new DuplicateAudience(id))).Demand();
        Assert.Equal(PublicationStatus.Draft, (await portal.AskAsync(new GetAudience(copy))).Demand().Status);
        (await portal.SendAsync(new DeleteAudience(copy))).Demand();
    }

    [OnEveryDatabase]
    public async Task A_condition_that_names_something_unknown_is_not_saved(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var unknown = new ConditionGroup(MatchKind.All, [FieldFilter.Of("custom:99", ConditionOperator.Is, "x")]);
        Assert.IsType<AttributeUnknown>((await portal.SendAsync(new SaveAudience(null, "Lost", null, unknown))).Refusal);
        Assert.IsType<AttributeUnknown>((await portal.SendAsync(new SaveAccountList(null, "Lost", null, AccountListKind.Dynamic, unknown))).Refusal);
    }

    [OnEveryDatabase]
    public async Task The_accounts_of_an_audience_come_in_pages(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        foreach (var name in new[] { "Northwind", "North Sea", "Southwind", "Northern" })
            await portal.AccountAsync(name);
        var id = (await portal.SendAsync(new SaveAudience(null, "North", null, NamedNorth))).Demand();
        var page = (await portal.AskAsync(new FindListedAccounts(new AccountSource(AudienceId: id), new PageRequest(1, 2)))).Demand();
        Assert.Equal(3, page.Total);
        Assert.Equal(["North Sea", "Northern"], page.Rows.Select(r => r.Name));
        Assert.Equal("Northwind", Assert.Single((await portal.AskAsync(new FindListedAccounts(new AccountSource(AudienceId: id), new PageRequest(), "wind"))).Demand().Rows).Name);
    }

    [OnEveryDatabase]
    public async Task A_static_list_is_filled_by_hand_and_by_filter_and_nothing_stands_on_it_twice(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var northwind = await portal.AccountAsync("Northwind");
        await portal.AccountAsync("North Sea");
        var south = await portal.AccountAsync("Southwind");
        var id = (await portal.SendAsync(new SaveAccountList(null, "Picked", null, AccountListKind.Static))).Demand();
        Assert.Equal(new ListedAccountsChanged(2, 0), (await portal.SendAsync(new ChangeListedAccounts(id, [northwind.Id, south.Id], []))).Demand());
        Assert.Equal(new ListedAccountsChanged(0, 1), (await portal.SendAsync(new ChangeListedAccounts(id, [northwind.Id], [south.Id]))).Demand());

        (await portal.SendAsync(new FillAccountList(id, NamedNorth))).Demand();
        await portal.RunJobsAsync();
        var page = (await portal.AskAsync(new FindListedAccounts(new AccountSource(AccountListId: id), new PageRequest()))).Demand();
        Assert.Equal(["North Sea", "Northwind"], page.Rows.Select(r => r.Name));
        Assert.Equal(2, Assert.Single((await portal.AskAsync(new FindAccountLists(new PageRequest()))).Demand().Rows).AccountCount);
    }

    [OnEveryDatabase]
    public async Task A_dynamic_list_cannot_be_filled_by_hand(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var id = (await portal.SendAsync(new SaveAccountList(null, "North", null, AccountListKind.Dynamic, NamedNorth))).Demand();
        Assert.IsType<ListIsDynamic>((await portal.SendAsync(new ChangeListedAccounts(id, [account.Id], []))).Refusal);
        Assert.IsType<ListIsDynamic>((await portal.SendAsync(new FillAccountList(id, NamedNorth))).Refusal);
        (await portal.SendAsync(new PublishAccountList(id))).Demand();
        Assert.IsType<ConditionFixed>((await portal.SendAsync(new SaveAccountList(id, "North", null, AccountListKind.Dynamic, ConditionGroup.Everything, 2))).Refusal);
        (await portal.SendAsync(new DeleteAccountList(id))).Demand();
    }

    [OnEveryDatabase]
    public async Task Sales_may_not_make_audiences(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var karin = await portal.UserAsync("Karin Lindqvist", "Sales");
        Assert.IsType<AccessDenied>((await portal.SendAsync(new SaveAudience(null, "North", null, NamedNorth), karin)).Refusal);
    }
}
