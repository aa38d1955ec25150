using System.Text.RegularExpressions;
using BuyingGroups.Tests.EndToEnd.Story;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>From figures to action on the demo: a marketer goes from a dashboard to the groups behind it, sales accepts a ready group, an admin draws stages.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class InsightStoryTests(Browser browser)
{
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
    }

    private static async Task MarketerAsync(Visitor anna)
    {
        await anna.OpenAsync("/dashboards");
        await anna.Page.Locator(".chart svg").First.WaitForAsync();
        await Picture.TakeAsync(anna.Page, "dashboard-intelligent");
        await anna.OpenAsync("/dashboards/buying-groups");
        await anna.Page.GetByLabel("Region", new() { Exact = true }).SelectOptionAsync("EMEA");
        await anna.Page.WaitForURLAsync("**/dashboards/buying-groups?region=EMEA");
        await Picture.TakeAsync(anna.Page, "dashboard-groups");
        await anna.Page.Locator("ul.marks a[href*='completeness=0..24'][href*='region=EMEA']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await anna.Page.GetByRole(AriaRole.Link, new() { Name = "Intelligent", Exact = true }).ClickAsync();
        await anna.Page.GetByTitle("Open the groups without a Decision Maker").First.ClickAsync();
        await anna.Page.WaitForURLAsync("**/buying-groups/browse?*missing=1*");
        await anna.ReadyAsync();
        Assert.Contains("region=EMEA", anna.Page.Url, StringComparison.Ordinal);
        await anna.Page.Locator("tr[data-row]").First.WaitForAsync();
    }

    private static async Task SalesAsync(Visitor tomas)
    {
        await tomas.OpenAsync("/");
        var accept = tomas.Page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptSomething() }).First;
        await accept.WaitForAsync();
        await Picture.TakeAsync(tomas.Page, "home-ready");
        var name = (await accept.GetAttributeAsync("aria-label"))!["Accept ".Length..];
        await accept.ClickAsync();
        await tomas.Page.GetByRole(AriaRole.Button, new() { Name = $"Accept {name}", Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await tomas.OpenAsync("/buying-groups/ready?status=Accepted");
        await tomas.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        await tomas.Page.GetByText("Accepted by Tomás Rivera.").WaitForAsync();
    }

    private static async Task AdminAsync(Visitor sofia)
    {
        await sofia.OpenAsync("/buying-groups/stages");
        await sofia.ClickAsync("New stage model");
        await sofia.Page.GetByText("Ready to publish").WaitForAsync();
        await sofia.Page.GetByLabel("From Lost to Working", new() { Exact = true }).CheckAsync();
        await sofia.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).ClickAsync();
        await sofia.Page.GetByText("The draft is saved.").WaitForAsync();
        await Picture.TakeAsync(sofia.Page, "stage-model");
    }

    private async Task<Visitor> ArriveAsync(RunningPortal portal, string output, string who)
    {
        var line = Account().Matches(output).Single(match => match.Groups["email"].Value.StartsWith(who, StringComparison.Ordinal));
        var visitor = await Visitor.ArriveAsync(browser, portal);
        await visitor.SignInAsync(line.Groups["email"].Value, line.Groups["password"].Value);
        return visitor;
    }

    [GeneratedRegex(@"(?<email>\S+@portal\.example)\s+(?<password>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();

    [GeneratedRegex("^Accept ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AcceptSomething();
}
