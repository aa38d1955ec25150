using Bunit;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Shell.Layout;

public sealed class NavigationTests : ComponentTest
{
    public NavigationTests() => Services.AddSingleton(new PageRoutes([typeof(HomePage), typeof(AccountsPage), typeof(UsersPage)]));

    [Fact]
    public void Navigation_hides_what_the_user_may_not_open()
    {
        Assert.Equal(["/", "/accounts"], Hrefs(Permissions.AccountsView));
        Assert.Equal(["/", "/users"], Hrefs(Permissions.UsersManage));
        Assert.Equal(["/"], Hrefs());
    }

    [Fact]
    public void Navigation_hides_what_has_no_page() => Assert.DoesNotContain("/journeys", Hrefs([.. Permissions.All]));

    [Fact]
    public void The_heading_of_administration_goes_with_its_last_place()
    {
        Assert.Empty(Menu().FindAll(".cap"));
        Assert.Single(Menu(Permissions.UsersManage).FindAll(".cap"));
    }

    [Fact]
    public void A_page_inside_a_section_marks_the_section()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/accounts/12?tab=people");

        var current = Menu(Permissions.AccountsView).Find("[aria-current=page]");

        Assert.Equal("/accounts", current.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/buying-groups", "/buying-groups")]
    [InlineData("/buying-groups/browse?stage=3", "/buying-groups/browse")]
    [InlineData("/buying-groups/12", "/buying-groups")]
    [InlineData("/buying-groups/12?tab=members", "/buying-groups/12?tab=members")]
    [InlineData("/accounts", null)]
    public void Of_the_tabs_the_longest_address_that_fits_is_marked(string address, string? marked)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        TabLink[] tabs = [new("Overview", "/buying-groups"), new("Browse", "/buying-groups/browse"), new("Members", "/buying-groups/12?tab=members")];

        var rendered = Render<Tabs>(p => p.Add(t => t.Items, tabs).Add(t => t.Label, "Section"));

        Assert.Equal(marked, rendered.FindAll("[aria-current]").SingleOrDefault()?.GetAttribute("href"));
    }

    List<string> Hrefs(params IReadOnlyList<string> permissions) => [.. Menu(permissions).FindAll("a").Select(link => link.GetAttribute("href")!)];

    IRenderedComponent<NavMenu> Menu(params IReadOnlyList<string> permissions) => Render<NavMenu>(p => p.AddCascadingValue(Viewer.With(permissions)));

    [Route("/")]
    sealed class HomePage;

    [Route("/accounts")]
    sealed class AccountsPage;

    [Route("/users")]
    sealed class UsersPage;
}
