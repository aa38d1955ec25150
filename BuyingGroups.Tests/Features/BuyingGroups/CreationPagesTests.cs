using Bunit;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Groups;

namespace BuyingGroups.Tests.Features.Groups;

public sealed class CreationPagesTests : PageTest
{
    [Fact]
    public async Task The_wizard_leads_from_guidance_to_groups()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        await world.AccountAsync("Hexa Freight", ["Chief pilot", "VP sales", "cook"]);
        await world.AccountAsync("Nord Cargo", []);

        var wizard = Show<CreateGroupsPage>("/buying-groups/new");
        Assert.Equal("Guidance", wizard.Find(".steps [aria-current=step]").TextContent.TrimStart('1'));
        await Button(wizard, "Start").ClickAsync();
        // The only solution interest and the only audience are chosen already.
        wizard.WaitForAssertion(() => Assert.Equal(2, wizard.FindAll("[data-choice] .opt.on").Count));
        await Button(wizard, "Summary").ClickAsync();
        wizard.WaitForAssertion(() => Assert.Equal(("2", "2"), (wizard.Find("[data-groups]").TextContent, wizard.Find("[data-members]").TextContent)));
        await Button(wizard, "Create 2 groups").ClickAsync();
        wizard.WaitForAssertion(() => Assert.StartsWith("/buying-groups/new?job=", Address.Path, StringComparison.Ordinal));
        await Portal.RunJobsAsync();
        var progress = Show<CreateGroupsPage>(Address.Path);

        progress.WaitForAssertion(() => Assert.Contains("2 groups with 2 members were created", progress.Find("[data-creation-run=Succeeded]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_overview_counts_groups_by_completeness_and_solution()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        await world.AccountAsync("Hexa Freight", ["Chief pilot", "VP sales"]);
        await world.AccountAsync("Nord Cargo", []);
        (await Portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await Portal.RunJobsAsync();

        var overview = Show<OverviewPage>("/buying-groups");

        overview.WaitForAssertion(() => Assert.Equal(["1", "1", "0", "0"], overview.FindAll(".bands td.num").Select(cell => cell.TextContent)));
        Assert.Equal(["2", "2", "1"], overview.FindAll(".figures dd").Select(figure => figure.TextContent));
        Assert.Equal("/buying-groups/browse?completeness=0..24", overview.Find(".bands a").GetAttribute("href"));
        Assert.Contains("From Logistics", overview.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_portal_says_what_to_do_and_sales_sees_no_button()
    {
        var overview = Show<OverviewPage>("/buying-groups");
        overview.WaitForAssertion(() => Assert.Contains("No buying groups yet", overview.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(overview.FindAll("a[href='/buying-groups/new']"));

        await SignInAsync("Sales");
        var sales = Show<OverviewPage>("/buying-groups");
        sales.WaitForElement(".empty");
        Assert.Empty(sales.FindAll("a[href='/buying-groups/new']"));
    }

    [Fact]
    public async Task Creation_jobs_are_listed_with_how_they_stand()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        await world.AccountAsync("Hexa Freight", []);
        (await Portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();

        var waiting = Show<CreationJobsPage>("/buying-groups/creation-jobs");
        waiting.WaitForAssertion(() => Assert.Contains("Waiting", waiting.Find("tr[data-row]").TextContent, StringComparison.Ordinal));
        await Portal.RunJobsAsync();
        var done = Show<CreationJobsPage>($"/buying-groups/creation-jobs?solution={world.Solution.Id}");

        done.WaitForAssertion(() => Assert.Contains("Attached", done.Find("tr[data-row]").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, (await Portal.AskAsync(new FindCreationJobs(new PageRequest()))).Demand().Total);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CreateGroupsPage> wizard, string text) =>
        wizard.FindAll("button").First(button => button.TextContent.StartsWith(text, StringComparison.Ordinal));
}
