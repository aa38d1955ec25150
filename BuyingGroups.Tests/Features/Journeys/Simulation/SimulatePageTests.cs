using Bunit;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Tests.Journeys.Execution;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Features.Journeys.Simulation;

public sealed class SimulatePageTests : PageTest
{
    [Fact]
    public async Task It_shows_the_steps_with_reasons_lets_the_event_come_and_counts_the_paths()
    {
        var world = new SimulationWorld(Portal);
        await world.Groups.BuildAsync();
        var account = await world.Groups.AccountAsync("Hexa", ["chief"]);
        var form = new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut };
        await world.DraftAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")
            .Add("split", new SplitByAccountsSettings(), Branch("logistics", When("industry", ConditionOperator.Is, "Logistics"), "listen"))
            .Add("listen", new ListenForEventSettings(form, new WaitRule(new WaitDuration(1, WaitUnit.Days), null, null)), JourneyPath.Next(new NodeId("came")), Timeout(null))
            .Add("came", new AccountInterestingMomentSettings("Came")));

        var page = Show<SimulatePage>($"/journeys/{world.Id}/simulate?account={account.Id}", parameters => parameters.Add(one => one.Id, world.Id));

        page.WaitForAssertion(() => Assert.Contains("Because industry is Logistics", page.Find("[data-step=split]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-step=came]"));
        await page.Find("[data-step=listen] select").ChangeAsync(new() { Value = SimulationChoice.Event });
        page.WaitForAssertion(() => Assert.Contains("Interesting moment “Came”", page.Find("[data-step=came]").TextContent, StringComparison.Ordinal));
        await page.Find("[data-count]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("1", page.Find("[data-node=listen] .num").TextContent, StringComparison.Ordinal));
        await using var context = Portal.Open();
        Assert.Empty(context.JourneyEntries);
    }
}
