using System.Text.RegularExpressions;
using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>From figures to action on the demo: a marketer goes from a dashboard to the groups behind it, sales accepts a ready group, an admin draws stages, weighs activities and looks after the jobs.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class InsightStoryTests(Browser browser)
{
    private readonly Looks looks = new();

    [BrowserFact]
    public async Task From_a_figure_to_the_groups_behind_it_from_ready_to_accepted_and_from_stages_to_a_model()
    {
        await using var portal = await RunningPortal.StartAsync();
        var (code, output) = await portal.CommandAsync("demo", "--exit");
        Assert.True(code == 0, output);

        await using (var anna = await ArriveAsync(portal, output, "anna.berg"))
        {
            await MarketerAsync(anna);
            anna.NothingWentWrong();
        }
        await using (var tomas = await ArriveAsync(portal, output, "tomas.rivera"))
        {
            await SalesAsync(tomas);
            tomas.NothingWentWrong();
        }
        await using var sofia = await ArriveAsync(portal, output, "sofia.wallin");
        await AdminAsync(sofia);
        sofia.NothingWentWrong();
        looks.NothingFound();
    }

    private async Task MarketerAsync(Visitor anna)
    {
        var page = anna.Page;
        await anna.OpenAsync("/dashboards");
        await DrawnAsync(anna);
        await looks.TakeAsync(anna, "dashboard-intelligent");
        foreach (var (address, name) in new[] { ("roles", "dashboard-roles"), ("engagement", "dashboard-engagement"), ("journeys", "dashboard-journeys") })
        {
            await anna.OpenAsync("/dashboards/" + address);
            await DrawnAsync(anna);
            await looks.TakeAsync(anna, name);
        }
        await anna.OpenAsync("/dashboards/buying-groups");
        await page.GetByLabel("Region", new() { Exact = true }).SelectOptionAsync("EMEA");
        await page.Locator("ul.marks a[href*='completeness=0..24'][href*='region=EMEA']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await DrawnAsync(anna);
        await looks.TakeAsync(anna, "dashboard-groups");
        await page.GetByRole(AriaRole.Link, new() { Name = "Intelligent", Exact = true }).ClickAsync();
        await page.GetByTitle("Open the groups without a Decision Maker").First.ClickAsync();
        await page.Locator("tr[data-row]").First.WaitForAsync();
        Assert.Contains("/buying-groups/browse?", page.Url, StringComparison.Ordinal);
        Assert.Contains("missing=1", page.Url, StringComparison.Ordinal);
        Assert.Contains("region=EMEA", page.Url, StringComparison.Ordinal);
    }

    private async Task SalesAsync(Visitor tomas)
    {
        var page = tomas.Page;
        await tomas.OpenAsync("/");
        var accept = page.Locator("button[aria-label^='Accept ']").First;
        await accept.WaitForAsync();
        await looks.TakeAsync(tomas, "home-ready");
        var name = (await accept.GetAttributeAsync("aria-label"))!["Accept ".Length..];
        await accept.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Accept {name}", Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await tomas.OpenAsync("/buying-groups/ready?status=Accepted");
        await looks.TakeAsync(tomas, "hand-over");
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        await page.GetByText("Accepted by Tomás Rivera.").WaitForAsync();
    }

    private async Task AdminAsync(Visitor sofia)
    {
        var page = sofia.Page;
        await sofia.OpenAsync("/buying-groups/stages");
        await sofia.ClickAsync("New stage model");
        await page.GetByText("Ready to publish").WaitForAsync();
        await sofia.FillAsync("Name of the model", "Second sales");
        await page.GetByLabel("From Lost to Working", new() { Exact = true }).CheckAsync();
        await sofia.ClickAsync("Save draft");
        await page.GetByText("The draft is saved.").WaitForAsync();
        await looks.TakeAsync(sofia, "stage-model");
        await sofia.ClickAsync("Publish stage model");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish stage model", Exact = true }).ClickAsync();
        await page.GetByText("A live model does not change. Duplicate it to make another.").WaitForAsync();

        await sofia.OpenAsync("/configuration/engagement");
        await sofia.ClickAsync("Duplicate Default model");
        await page.GetByLabel("Band of Page Views").SelectOptionAsync("0");
        await sofia.FillAsync("Weight of Page Views", "25");
        await sofia.ClickAsync("Save");
        await page.Locator("button[data-save][disabled]").WaitForAsync();

        await sofia.OpenAsync("/jobs/schedules");
        await sofia.ClickAsync("Run now: Check of dashboard figures");
        await page.Locator("[data-daily=check-roll-ups]").GetByText("Done").WaitForAsync();
        await page.Locator("[data-daily=check-roll-ups] a[href^='/jobs/']").ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Checking the figures of dashboards" }).WaitForAsync();
        await sofia.ReadyAsync();
        await looks.TakeAsync(sofia, "job");
    }

    /// <summary>A chart measures its place first and draws then.</summary>
    private static Task DrawnAsync(Visitor visitor) => visitor.Page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('.rz-chart')].length > 0 && [...document.querySelectorAll('.rz-chart')].every(chart => chart.querySelector('svg path'))");

    private async Task<Visitor> ArriveAsync(RunningPortal portal, string output, string who)
    {
        var line = Account().Matches(output).Single(match => match.Groups["email"].Value.StartsWith(who, StringComparison.Ordinal));
        var visitor = await Visitor.ArriveAsync(browser, portal);
        await visitor.SignInAsync(line.Groups["email"].Value, line.Groups["password"].Value);
        return visitor;
    }

    [GeneratedRegex(@"(?<email>\S+@portal\.example)\s+(?<password>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();
}
