using AngleSharp.Dom;
using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Journeys;

public sealed class JourneyPagesTests : PageTest
{
    private JourneyWorld World { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        World = await new JourneyWorld(Portal).BuildAsync();
    }

    [Fact]
    public void The_list_shows_journeys_with_their_state_and_leads_to_them()
    {
        var page = Show<JourneysPage>("/journeys");
        page.WaitForAssertion(() => Assert.Equal($"/journeys/{World.Id}", page.Find("tbody a.m").GetAttribute("href")));
        Assert.Contains("Draft", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[data-new]"));
    }

    [Fact]
    public async Task Sales_sees_journeys_and_can_change_none()
    {
        await SignInAsync("Sales");
        var list = Show<JourneysPage>("/journeys");
        list.WaitForAssertion(() => Assert.NotEmpty(list.FindAll("tbody a.m")));
        Assert.Empty(list.FindAll("a[data-new]"));

        var page = Show<JourneyPage>($"/journeys/{World.Id}", p => p.Add(x => x.Id, World.Id));
        page.WaitForAssertion(() => Assert.Contains("Nurture", page.Find("h1").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Publish", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_with_problems_shows_them_and_cannot_be_published()
    {
        var version = (await Portal.AskAsync(new GetJourney(World.Id))).Demand().Journey.Version;
        await Portal.SendAsync(new SaveJourneyDraft(World.Id, version, JourneyWorld.Document.Replace("Influencer", "Wizard", StringComparison.Ordinal)));

        var page = Show<JourneyPage>($"/journeys/{World.Id}/draft", p => p.Add(x => x.Id, World.Id).Add(x => x.Tab, "draft"));

        page.WaitForAssertion(() => Assert.Contains("assign", page.Find("[data-problems]").TextContent, StringComparison.Ordinal));
        Assert.True(Button(page, "Publish").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_pasted_document_is_checked_at_once_and_saved()
    {
        var page = Show<JourneyPage>($"/journeys/{World.Id}/draft", p => p.Add(x => x.Id, World.Id).Add(x => x.Tab, "draft"));
        page.WaitForAssertion(() => Assert.Contains("can be published", page.Markup, StringComparison.Ordinal));

        await page.Find("textarea").ChangeAsync(JourneyWorld.Document.Replace("\"to\": \"moment\"", "\"to\": \"nowhere\"", StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("nowhere", page.Find("[data-problems]").TextContent, StringComparison.Ordinal));
        await page.Find("[data-save]").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("The draft is saved.", page.Markup, StringComparison.Ordinal));
        Assert.True(Button(page, "Publish").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_live_journey_shows_counts_per_node_and_leads_to_the_accounts()
    {
        await World.PublishAsync();
        await World.EnterAsync(await World.Groups.AccountAsync("Hexa", []), "wait", EntryStatus.Active, ("start", 1), ("split", 1));

        var page = Show<JourneyPage>($"/journeys/{World.Id}", p => p.Add(x => x.Id, World.Id));

        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("tr[data-node]").Count));
        var wait = page.Find("tr[data-node=wait]");
        Assert.Equal(["1", "1"], wait.QuerySelectorAll("td.r").Select(cell => cell.TextContent.Trim()));
        Assert.Equal($"/journeys/{World.Id}/nodes/{World.Keys["wait"]}", wait.QuerySelector("td.r a")!.GetAttribute("href"));

        var accounts = Show<NodeAccountsPage>($"/journeys/{World.Id}/nodes/{World.Keys["wait"]}", p => p.Add(x => x.JourneyId, World.Id).Add(x => x.NodeKeyId, World.Keys["wait"]));
        accounts.WaitForAssertion(() => Assert.Equal("Hexa", accounts.Find("tbody a.m").TextContent));
        Assert.Equal("Wait", accounts.Find("h1").TextContent);
    }

    [Fact]
    public async Task A_standstill_is_shown_with_its_reason()
    {
        await World.PublishAsync();
        await using (var context = Portal.Open())
            await context.Journeys.ExecuteUpdateAsync(set => set.SetProperty(j => j.Problem, "Every account failed at “assign”."));

        var page = Show<JourneyPage>($"/journeys/{World.Id}", p => p.Add(x => x.Id, World.Id));

        page.WaitForAssertion(() => Assert.Contains("Every account failed at “assign”.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parked_accounts_are_retried_from_the_page()
    {
        await World.PublishAsync();
        await World.EnterAsync(await World.Groups.AccountAsync("Hexa", []), "wait", EntryStatus.Parked, ("start", 1), ("split", 1));
        var page = Show<JourneyPage>($"/journeys/{World.Id}/parked", p => p.Add(x => x.Id, World.Id).Add(x => x.Tab, "parked"));
        page.WaitForAssertion(() => Assert.Contains("The disk was full.", page.Find("tbody").TextContent, StringComparison.Ordinal));

        await Button(page, "Retry all").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("1 account goes on.", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.DoesNotContain("The disk was full.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_timeline_of_an_account_names_nodes_and_paths()
    {
        await World.PublishAsync();
        var account = await World.Groups.AccountAsync("Hexa", []);
        await World.EnterAsync(account, "wait", EntryStatus.Active, ("start", 1), ("split", 1));

        var page = Show<JourneyTimelinePage>($"/journeys/{World.Id}/accounts/{account.Id}", p => p.Add(x => x.JourneyId, World.Id).Add(x => x.AccountId, account.Id));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("li[data-step]").Count));
        Assert.Contains("Path 1: Big", page.FindAll("li[data-step]")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("At: Wait", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_journey_is_made_from_a_document()
    {
        var page = Show<NewJourneyPage>("/journeys/new");
        await page.Find("input.in").ChangeAsync("Second");
        await page.Find("textarea.code").ChangeAsync(JourneyWorld.Document);
        page.WaitForAssertion(() => Assert.Contains("can be published", page.Markup, StringComparison.Ordinal));

        await page.Find("[data-save]").ClickAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/draft", Address.Path, StringComparison.Ordinal));
    }

    private static IElement Button<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll("button").First(button => button.TextContent.Contains(text, StringComparison.Ordinal));
}
