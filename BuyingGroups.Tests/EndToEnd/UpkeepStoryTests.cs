using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>An admin decides what counts, everybody is scored, groups are brought up to date, and the reports say so.</summary>
[Collection(BrowserTests.Name)]
public sealed class UpkeepStoryTests(Browser browser)
{
    private readonly Looks looks = new();

    [BrowserFact]
    public async Task An_admin_activates_weights_the_group_shows_its_score_and_maintenance_leaves_a_report()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        var page = visitor.Page;
        await visitor.BecomeFirstAdminAsync("Sofia Wallin", "sofia@example.com");
        await using var hexa = await HexaFreight.IntoAsync(portal);
        await hexa.ChangeAsync(async context =>
        {
            foreach (var (last, count) in new[] { ("Chen", 12), ("Renaud", 5), ("Karlsson", 2) })
            {
                var person = await context.People.SingleAsync(p => p.LastName == last);
                for (var number = 0; number < count; number++)
                {
                    var at = DateTime.UtcNow.AddHours(-number * 7);
                    context.Add(new Activity { AccountId = person.AccountId, PersonId = person.Id, ActivityTypeId = number % 2 == 0 ? ActivityType.PageViews : ActivityType.AttendEvent, OccurredAt = at, RecordedAt = at });
                }
            }
        });

        await visitor.OpenAsync("/configuration/engagement");
        await visitor.ClickAsync("Duplicate Default model");
        await visitor.FillAsync("Name", "Events first");
        await page.GetByLabel("Band of Attend Event").SelectOptionAsync("5");
        await page.GetByLabel("Band of Page Views").SelectOptionAsync("0");
        await visitor.FillAsync("Weight of Page Views", "25");
        await visitor.ClickAsync("Save");
        await page.Locator("button[data-save][disabled]").WaitForAsync();
        await LookAsync(visitor, "weighting-model");
        await visitor.ClickAsync("Activate");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Activate model", Exact = true }).ClickAsync();
        await page.Locator("[data-scored=yes] time").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Events first" }).WaitForAsync();
        await LookAsync(visitor, "engagement-scores");

        await visitor.OpenAsync(hexa.Address + "/overview");
        await page.Locator("svg.line[aria-label='Score from 100 to 100, now 100']").WaitForAsync();
        Assert.Equal("100", await page.Locator(".figures .big").Nth(1).InnerTextAsync());
        await LookAsync(visitor, "group-engagement");

        await hexa.AskAsync(ActorKind.Manual, MembershipChangeKind.Assign, ("Lund", GroupWorld.Champion));
        await hexa.ChangeAsync(async context => (await context.People.SingleAsync(p => p.LastName == "Aguilar")).JobTitle = "Cook");
        await visitor.OpenAsync("/buying-groups/maintenance");
        await visitor.ClickAsync("Maintain now");
        await page.Locator("tr[data-row]").GetByText("Done").WaitForAsync();
        await LookAsync(visitor, "maintenance");
        await page.Locator("tr[data-row] a.m").First.ClickAsync();
        await visitor.ClickAsync("Show changes of Fleet analytics for Hexa Freight");
        await page.GetByText("Maintenance added Ingrid Solberg as Decision Maker.").WaitForAsync();
        await page.GetByText("Maintenance removed Sara Aguilar, who was Practitioner.").WaitForAsync();
        await page.GetByText("Maintenance tried to change Hanna Lund to Practitioner. A Manual actor had decided this by hand.").WaitForAsync();
        await LookAsync(visitor, "maintenance-report");

        await visitor.OpenAsync("/jobs/schedules");
        await page.Locator("[data-daily=maintenance]").GetByText("Done").WaitForAsync();
        await visitor.ClickAsync("Pause Outbox");
        await page.Locator("[data-clock=deliver-outbox]").GetByText("Paused").WaitForAsync();
        await LookAsync(visitor, "schedules");
        await visitor.ClickAsync("Resume Outbox");
        await page.GetByLabel("Pause Outbox").WaitForAsync();

        await visitor.OpenAsync(hexa.Address + "/overview");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open account", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Coverage", Exact = true }).WaitForAsync();
        await LookAsync(visitor, "account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Timeline", Exact = true }).ClickAsync();
        await page.Locator("tr[data-row]").First.WaitForAsync();
        await LookAsync(visitor, "account-timeline");
        await visitor.ClickAsync("Buying groups");
        await page.Locator("tr[data-row]").GetByText("Ingrid Solberg").First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Engagement over time", Exact = true }).WaitForAsync();
        await LookAsync(visitor, "person");
        looks.NothingFound();
        visitor.NothingWentWrong();
    }

    private async Task LookAsync(Visitor visitor, string name)
    {
        await visitor.ReadyAsync();
        // The alert that a job is done comes and goes by itself.
        await visitor.Page.WaitForFunctionAsync("() => !document.querySelector('.rz-notification-item')");
        await looks.TakeAsync(visitor, name);
    }
}
