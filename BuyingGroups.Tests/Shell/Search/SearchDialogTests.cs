using Bunit;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Shell.Search;

public sealed class SearchDialogTests : ComponentTest
{
    readonly Source accounts = new("Accounts", Permissions.AccountsView, 2, new SearchHit("Hexa Freight", "/accounts/1"));
    readonly Source groups = new("Buying groups", Permissions.BuyingGroupsView, 1, new SearchHit("Fleet for Hexa", "/buying-groups/9"));

    public SearchDialogTests()
    {
        Services.AddSingleton<ISearchSource>(accounts);
        Services.AddSingleton<ISearchSource>(groups);
    }

    [Fact]
    public async Task Hits_stand_under_their_kind_in_order()
    {
        var dialog = await OpenAsync(Permissions.AccountsView, Permissions.BuyingGroupsView);

        dialog.Find("input").Input("hexa");

        dialog.WaitForAssertion(() => Assert.Equal(["Buying groups", "Accounts"], dialog.FindAll(".cap").Select(cap => cap.TextContent)));
        Assert.Equal(2, dialog.FindAll("[role=option]").Count);
    }

    [Fact]
    public async Task What_the_user_may_not_see_is_not_even_asked()
    {
        var dialog = await OpenAsync(Permissions.BuyingGroupsView);

        dialog.Find("input").Input("hexa");

        dialog.WaitForAssertion(() => Assert.Single(dialog.FindAll("[role=option]")));
        Assert.Empty(accounts.Asked);
    }

    [Fact]
    public async Task Arrows_choose_and_Enter_opens()
    {
        var dialog = await OpenAsync(Permissions.AccountsView, Permissions.BuyingGroupsView);
        dialog.Find("input").Input("hexa");
        dialog.WaitForAssertion(() => Assert.Equal(2, dialog.FindAll("[role=option]").Count));

        await dialog.Find("input").KeyDownAsync("ArrowDown");
        Assert.Equal("hit-1", dialog.Find("input").GetAttribute("aria-activedescendant"));
        await dialog.Find("input").KeyDownAsync("Enter");

        Assert.EndsWith("/accounts/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_text_takes_the_place_of_an_older_one()
    {
        var dialog = await OpenAsync(Permissions.AccountsView);

        dialog.Find("input").Input("he");
        dialog.Find("input").Input("hexa");

        dialog.WaitForAssertion(() => Assert.Single(dialog.FindAll("[role=option]")));
        Assert.Equal(["hexa"], accounts.Asked);
    }

    [Fact]
    public async Task A_failure_is_told_and_keeps_the_text()
    {
        var dialog = await OpenAsync(Permissions.AccountsView);
        accounts.Fails = true;

        dialog.Find("input").Input("hexa");

        dialog.WaitForAssertion(() => Assert.Contains("The search failed.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("hexa", dialog.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task One_letter_asks_nobody()
    {
        var dialog = await OpenAsync(Permissions.AccountsView);

        await dialog.Find("input").InputAsync("h");

        Assert.Contains("at least two letters", dialog.Markup, StringComparison.Ordinal);
        Assert.Empty(accounts.Asked);
    }

    async Task<IRenderedComponent<SearchDialog>> OpenAsync(params IReadOnlyList<string> permissions)
    {
        var dialog = Render<SearchDialog>(p => p.AddCascadingValue(Viewer.With(permissions)));
        await dialog.InvokeAsync(dialog.Instance.OpenAsync);
        return dialog;
    }

    sealed class Source(string kind, string permission, int order, params SearchHit[] hits) : ISearchSource
    {
        public List<string> Asked { get; } = [];

        public bool Fails { get; set; }

        public string Kind => kind;

        public string Icon => "apartment";

        public string Permission => permission;

        public int Order => order;

        public Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellation)
        {
            Asked.Add(text);
            return Fails ? throw new InvalidOperationException("no index") : Task.FromResult<IReadOnlyList<SearchHit>>(hits);
        }
    }
}
