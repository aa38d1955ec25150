using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Compare;
using BuyingGroups.Portal.Features.Journeys.Designer.Live;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>The live view and the comparison of a journey.</summary>
public sealed class LivePageTests : PageTest
{
    private JourneyWorld World { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        World = await new JourneyWorld(Portal).BuildAsync();
    }

    [Fact]
    public async Task Nodes_carry_how_many_reached_them_and_are_there_and_the_counts_follow_by_themselves()
    {
        await World.PublishAsync();
        await World.EnterAsync(await World.Groups.AccountAsync("Hexa", []), "wait", EntryStatus.Active, ("start", 1), ("split", 1));
        var page = Show<LivePage>($"/journeys/{World.Id}/live", p => p.Add(x => x.Id, World.Id));
        page.WaitForAssertion(() => Assert.Equal("1 reached, 1 here now", page.Find("[data-counts=wait]").GetAttribute("title")));
        Assert.Equal("1 reached, 0 here now", page.Find("[data-counts=split]").GetAttribute("title"));
        Assert.Contains("1 · 1", page.Find("[data-canvas]").TextContent.Replace("Big", "1", StringComparison.Ordinal), StringComparison.Ordinal);

        await World.EnterAsync(await World.Groups.AccountAsync("Ostmark", []), "wait", EntryStatus.Parked, ("start", 1), ("split", 1));
        await page.InvokeAsync(page.Instance.RefreshAsync);

        page.WaitForAssertion(() => Assert.Equal("2 reached, 2 here now, 1 of them parked with an error", page.Find("[data-counts=wait]").GetAttribute("title")));
        Assert.Contains("Parked with an error 1", page.Find("[data-live-counts]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_node_lists_its_accounts_and_lets_parked_ones_try_again()
    {
        await World.PublishAsync();
        await World.EnterAsync(await World.Groups.AccountAsync("Hexa", []), "wait", EntryStatus.Active, ("start", 1), ("split", 1));
        await World.EnterAsync(await World.Groups.AccountAsync("Ostmark", []), "wait", EntryStatus.Parked, ("start", 1), ("split", 1));
        var page = Show<LivePage>($"/journeys/{World.Id}/live?node=wait", p => p.Add(x => x.Id, World.Id));

        page.WaitForAssertion(() => Assert.Equal(["Hexa", "Ostmark"], page.FindAll("[data-accounts] tbody a.m").Select(a => a.TextContent).Order(StringComparer.Ordinal)));
        Assert.Contains("Parked: The disk was full.", page.Find("[data-accounts] tbody").TextContent, StringComparison.Ordinal);
        page.FindAll("[data-accounts] tbody button").Single(button => button.TextContent == "Retry").Click();

        page.WaitForAssertion(() => Assert.DoesNotContain("The disk was full.", page.Find("[data-accounts]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("2 reached, 2 here now", page.Find("[data-counts=wait]").GetAttribute("title")));
    }

    [Fact]
    public async Task A_version_that_nobody_published_is_told()
    {
        var empty = Show<LivePage>($"/journeys/{World.Id}/live", p => p.Add(x => x.Id, World.Id));
        empty.WaitForAssertion(() => Assert.Contains("Nothing was published yet", empty.Markup, StringComparison.Ordinal));
        await World.PublishAsync();
        var missing = Show<LivePage>($"/journeys/{World.Id}/live?version=7", p => p.Add(x => x.Id, World.Id));
        missing.WaitForAssertion(() => Assert.Contains("There is no version with number 7", missing.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_marks_what_was_added_removed_and_changed_and_says_it_in_words()
    {
        await World.PublishAsync();
        var journey = (await Portal.AskAsync(new GetJourney(World.Id))).Demand().Journey;
        var changed = JourneyWorld.Document.Replace("\"Hello\"", "\"Goodbye\"", StringComparison.Ordinal)
            .Replace("\"wait\"", "\"pause\"", StringComparison.Ordinal).Replace("\"kind\": \"pause\"", "\"kind\": \"wait\"", StringComparison.Ordinal);
        (await Portal.SendAsync(new SaveJourneyDraft(World.Id, journey.Version, changed))).Demand();

        var page = Show<ComparePage>($"/journeys/{World.Id}/compare", p => p.Add(x => x.Id, World.Id));

        page.WaitForAssertion(() => Assert.Contains("added", page.Find(".nd[data-node=pause]").ClassName, StringComparison.Ordinal));
        Assert.Contains("changed", page.Find(".nd[data-node=moment]").ClassName, StringComparison.Ordinal);
        Assert.Contains("same", page.Find(".nd[data-node=assign]").ClassName, StringComparison.Ordinal);
        Assert.Equal(["Added", "Changed", "Changed", "Removed"], page.FindAll("li[data-fate]").Select(li => li.GetAttribute("data-fate")!).Order(StringComparer.Ordinal));
        Assert.Contains("Changed: properties", page.Find("aside").TextContent, StringComparison.Ordinal);

        page.Find("li[data-fate=Removed] button").Click();
        page.WaitForAssertion(() => Assert.Contains("removed", page.Find(".nd[data-node=wait]").ClassName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_changes_nothing_is_different()
    {
        await World.PublishAsync();
        var page = Show<ComparePage>($"/journeys/{World.Id}/compare", p => p.Add(x => x.Id, World.Id));
        page.WaitForAssertion(() => Assert.Contains("Nothing is different", page.Markup, StringComparison.Ordinal));
    }
}
