using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Templates;
using BuyingGroups.Portal.Features.Demo;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Templates;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>The plays a journey can begin with, over what the demo's marketing has set up.</summary>
public sealed class JourneyTemplateTests
{
    [Fact]
    public async Task Every_play_opens_as_a_draft_that_can_be_published()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SetUpAsync(portal);
        await using var context = portal.Open();
        var audience = await context.Audiences.Where(a => a.Name == "Companies with vehicles").Select(a => a.Id).SingleAsync();
        var interest = await context.SolutionInterests.Where(i => i.Name == "Fleet analytics").Select(i => i.Id).SingleAsync();
        Assert.True(JourneyTemplates.All.Count >= 6);
        foreach (var template in JourneyTemplates.All)
        {
            var created = await portal.SendAsync(new CreateFromTemplate(template.Key, template.Name, new TemplateChoices(audience, null, interest, 1)));
            var journey = (await portal.AskAsync(new GetJourney(created.Demand()))).Demand().Journey;
            var check = (await portal.AskAsync(new CheckJourneyDocument(journey.Draft, journey.Id))).Demand();

            Assert.Equal(JourneyStatus.Draft, journey.Status);
            Assert.True(check.Problems.Count == 0, $"{template.Key}: {string.Join(" | ", check.Problems)}");
            Assert.True((await portal.SendAsync(new PublishJourney(journey.Id))).Succeeded, template.Key);
        }
    }

    [Fact]
    public async Task What_a_play_needs_is_asked_for_by_name()
    {
        await using var portal = await TestPortal.CreateAsync();
        var play = JourneyTemplates.All[0];

        Assert.Equal(new TemplateNeeds("an audience or account list"), (await portal.SendAsync(new CreateFromTemplate(play.Key, "One", new TemplateChoices(null, null)))).Refusal);
        Assert.Equal(new TemplateNeeds("a role"), (await portal.SendAsync(new CreateFromTemplate(play.Key, "One", new TemplateChoices(1, null, 1)))).Refusal);
        Assert.Equal(new TemplateChoiceGone("audience"), (await portal.SendAsync(new CreateFromTemplate(play.Key, "One", new TemplateChoices(99, null, 1, 1)))).Refusal);
        await using var context = portal.Open();
        Assert.Empty(await context.Journeys.ToListAsync());
    }

    internal static async Task SetUpAsync(TestPortal portal)
    {
        var marketing = portal.Services.GetRequiredService<DemoMarketing>();
        await marketing.PrepareAsync(portal.Anyone, CancellationToken.None);
        await marketing.PublishAsync(portal.Anyone, CancellationToken.None);
    }
}
