using Bunit;
using BuyingGroups.Portal.Shell.FirstSteps;
using BuyingGroups.Portal.Shell.Home;
using BuyingGroups.Portal.Shell.Notifications;
using BuyingGroups.Portal.Shell.Pages;
using BuyingGroups.Tests.Features;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Shell;

/// <summary>The home page: the groups of one's own accounts for sales, the checklist and the jobs for who sets the portal up.</summary>
public sealed class HomeTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton<INotifications, NoNotifications>().AddSingleton<IRunningJobs, NoRunningJobs>();
        foreach (var card in Portal.Services.GetServices<HomeCard>())
            Services.AddSingleton(card);
    }

    [Fact]
    public async Task Sales_see_the_groups_of_their_own_accounts_with_what_is_missing()
    {
        await SignInAsync("Sales");
        await GroupsAsync();

        var home = Show<Home>("/");

        home.WaitForAssertion(() => Assert.Equal(["Fleet analytics for Hexa Freight"], NamesIn(home, "Recently changed")));
        Assert.Equal(["Fleet analytics for Hexa Freight"], NamesIn(home, "Closest to complete"));
        Assert.Contains("Decision Maker missing", home.Markup, StringComparison.Ordinal);
        Assert.Contains(", 3 more roles", home.Markup, StringComparison.Ordinal);
        Assert.Contains("No group of your accounts is complete yet.", home.Markup, StringComparison.Ordinal);
        Assert.Equal("/buying-groups/browse?completeness=..99&owner=mine&sort=-completeness", SeeAll(home, "Closest to complete"));
        home.WaitForAssertion(() => Assert.Equal("/buying-groups/ready", SeeAll(home, "Ready to accept")));
        Assert.DoesNotContain("Running jobs", home.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_shows_those_of_all_accounts_and_the_address_says_so()
    {
        await SignInAsync("Sales");
        await GroupsAsync();
        var home = Show<Home>("/");

        await home.FindAll("button").Single(button => button.TextContent == "All accounts").ClickAsync(new());

        Assert.Equal("/?accounts=all", Address.Path);
        home.WaitForAssertion(() => Assert.Equal(2, NamesIn(home, "Recently changed").Count));
    }

    [Fact]
    public async Task A_marketer_begins_with_the_checklist_and_sees_running_jobs()
    {
        await SignInAsync("Marketer");
        Services.AddSingleton<IFirstSteps>(new Steps());

        var home = Show<Home>("/");

        home.WaitForAssertion(() => Assert.Contains("First steps", home.Markup, StringComparison.Ordinal));
        Assert.Contains("Running jobs", home.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Closest to complete", home.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Securing_the_account_alone_keeps_nobody_from_their_work()
    {
        await SignInAsync("Sales");
        Services.AddSingleton<IFirstSteps>(new Steps());

        var home = Show<Home>("/");

        home.WaitForAssertion(() => Assert.Contains("Closest to complete", home.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("First steps", home.Markup, StringComparison.Ordinal);
    }

    private async Task GroupsAsync()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        var own = await world.AccountAsync("Hexa Freight", []);
        await world.GroupAsync(own);
        await world.GroupAsync(await world.AccountAsync("Nord Cargo", []));
        await using var context = Portal.Open();
        await context.Accounts.Where(account => account.Id == own.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.OwnerId, Caller.UserId));
    }

    /// <summary>Where the "See all" of a card leads.</summary>
    private static string? SeeAll(IRenderedComponent<Home> home, string card) =>
        home.FindAll("section.card").Single(section => section.QuerySelector("h2")?.TextContent == card).QuerySelectorAll("a").Single(link => link.TextContent == "See all").GetAttribute("href");

    private static List<string> NamesIn(IRenderedComponent<Home> home, string title) =>
        [.. home.FindAll("section").Where(section => section.QuerySelector("h2")?.TextContent == title).SelectMany(section => section.QuerySelectorAll(".who a")).Select(link => link.TextContent)];

    private sealed class Steps : IFirstSteps
    {
        public Task<IReadOnlyList<FirstStep>> StepsAsync(global::BuyingGroups.Portal.Shell.CurrentUser user, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FirstStep>>(
        [
            new(FirstStep.SecureAccount, "Secure your account", "", false, "/profile", "SignedIn"),
            new(60, "Create your first buying groups", "", false, "/buying-groups/new", "BuyingGroups.Manage"),
        ]);
    }
}
