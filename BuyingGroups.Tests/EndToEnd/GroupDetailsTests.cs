using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Features.Groups;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>One group in the browser: seen, filled by hand, changed, in both themes and three widths.</summary>
[Collection(BrowserTests.Name)]
public sealed class GroupDetailsTests(Browser browser)
{
    private readonly Looks looks = new();

    [BrowserFact]
    public async Task Sales_opens_a_group_fills_the_gaps_by_hand_and_reads_why_a_job_was_refused()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        var page = visitor.Page;
        await visitor.BecomeFirstAdminAsync("Anna Berg", "anna@example.com");
        await using var hexa = await HexaFreight.IntoAsync(portal);

        await visitor.OpenAsync(hexa.Address);
        await LookAsync(visitor, "group-details");
        await visitor.ClickAsync("Assign members");
        await page.Locator("dialog[open]").GetByText("Ingrid Solberg").WaitForAsync();
        await page.GetByLabel("Select Ingrid Solberg").PickAsync();
        await page.GetByLabel("Role of Peter Wong").SelectOptionAsync("Champion");
        await page.GetByText("Completeness goes from 42 % to 92 %.").WaitForAsync();
        await LookAsync(visitor, "group-assign");
        await visitor.ClickAsync("Assign 2 members");
        await page.GetByText("2 people assigned.").WaitForAsync();
        await page.GetByText("Completeness went from 42 % to 92 %.").WaitForAsync();

        await visitor.ClickAsync("Confirm Hanna Lund as Practitioner");
        await page.GetByText("Every required role is filled.").WaitForAsync();
        await visitor.ClickAsync("Actions for Mei-Ling Chen");
        await LookAsync(visitor, "group-actions");
        await visitor.ClickAsync("Remove from the group");
        await visitor.ClickAsync("Remove one member");
        await page.GetByText("One member removed.").WaitForAsync();

        await hexa.AskAsync(ActorKind.System, MembershipChangeKind.Assign, ("Chen", GroupWorld.Influencer));
        await visitor.OpenAsync(hexa.Address + "/history?refused=1");
        await page.GetByText("Anna Berg had removed this person by hand.").WaitForAsync();
        await LookAsync(visitor, "group-history");
        await visitor.OpenAsync(hexa.Address + "/overview");
        await LookAsync(visitor, "group-overview");
        await visitor.OpenAsync(hexa.Address + "/table");
        await page.GetByLabel("Select Sara Aguilar").PickAsync();
        await LookAsync(visitor, "group-table");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        Assert.Equal(7, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);
        looks.NothingFound();
        visitor.NothingWentWrong();
    }

    [BrowserFact]
    public async Task Nobody_overrules_a_decision_by_hand_nor_a_job_that_of_a_journey_and_the_page_says_why()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        var page = visitor.Page;
        await visitor.BecomeFirstAdminAsync("Anna Berg", "anna@example.com");
        await using var hexa = await HexaFreight.IntoAsync(portal);
        await visitor.OpenAsync(hexa.Address);
        await visitor.ClickAsync("Assign members");
        await page.GetByLabel("Select Ingrid Solberg").PickAsync();
        await visitor.ClickAsync("Assign one member");
        await page.GetByText("One person assigned.").WaitForAsync();
        await visitor.ClickAsync("Actions for Jules Renaud");
        await visitor.ClickAsync("Remove from the group");
        await visitor.ClickAsync("Remove one member");
        await page.GetByText("One member removed.").WaitForAsync();

        await hexa.AskAsync(ActorKind.Journey, MembershipChangeKind.Remove, ("Solberg", 0), ("Karlsson", 0));
        await hexa.AskAsync(ActorKind.Journey, MembershipChangeKind.Assign, ("Renaud", GroupWorld.Influencer), ("Lund", GroupWorld.Practitioner));
        await hexa.AskAsync(ActorKind.System, MembershipChangeKind.Remove, ("Solberg", 0), ("Lund", 0), ("Aguilar", 0));
        await hexa.AskAsync(ActorKind.System, MembershipChangeKind.Assign, ("Renaud", GroupWorld.Influencer), ("Karlsson", GroupWorld.Practitioner));

        // In the group: Ingrid by hand, Hanna by the journey, Mei-Ling by the job. Out of it: Jules by hand, Olof by the journey, Sara by the job.
        await visitor.OpenAsync(hexa.Address + "/table");
        await page.GetByText("Hanna Lund").WaitForAsync();
        Assert.Equal(["Hanna Lund", "Ingrid Solberg", "Mei-Ling Chen"], (await page.Locator("tr[data-row] a.m").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await visitor.OpenAsync(hexa.Address + "/history?refused=1");
        await page.GetByText("A System actor tried to add Olof Karlsson").WaitForAsync();
        var refused = await page.Locator("td .what").AllInnerTextsAsync();
        Assert.Equal(6, refused.Count);
        Says("A Journey actor tried to remove Ingrid Solberg", "Anna Berg had decided this by hand.");
        Says("A System actor tried to remove Ingrid Solberg", "Anna Berg had decided this by hand.");
        Says("A Journey actor tried to add Jules Renaud", "Anna Berg had removed this person by hand.");
        Says("A System actor tried to add Jules Renaud", "Anna Berg had removed this person by hand.");
        Says("A System actor tried to remove Hanna Lund", "The journey A Journey actor had decided this.");
        Says("A System actor tried to add Olof Karlsson", "The journey A Journey actor had removed this person.");
        visitor.NothingWentWrong();

        void Says(string what, string why) => Assert.Contains(why, Assert.Single(refused, line => line.StartsWith(what, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private async Task LookAsync(Visitor visitor, string name)
    {
        await looks.TakeAsync(visitor, name);
        foreach (var (width, suffix) in new[] { (1280, "-1280"), (768, "-narrow") })
            await looks.FitsAsync(visitor, name, width, suffix);
    }
}
