using Bunit;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Groups.Details;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Tests.Features.Maintenance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Engagement;

public sealed class EngagementPagesTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton(Portal.Services.GetRequiredService<JobBoard>());
    }

    [Fact]
    public void A_model_is_duplicated_from_the_list()
    {
        var page = Show<WeightingModelsPage>("/configuration/engagement");

        page.WaitForElement("button[aria-label='Duplicate Default model']").Click();

        page.WaitForAssertion(() => Assert.Equal("/configuration/engagement/2", Address.Path));
    }

    [Fact]
    public async Task A_draft_is_edited_by_band_and_by_weight_and_saved()
    {
        var id = (await Portal.SendAsync(new DuplicateWeightingModel(WeightingModel.DefaultId))).Demand();
        var page = Show<WeightingModelPage>($"/configuration/engagement/{id}", with => with.Add(p => p.Id, id));

        page.WaitForElement("input[name=name]").Input("Events first");
        page.Find("select[aria-label='Band of Page Views']").Change("1");
        page.Find("select[aria-label='Band of Attend Event']").Change("0");
        page.Find("input[aria-label='Weight of Attend Event']").Change("97");
        page.Find("button[aria-label='Remove band Minor']").Click();
        page.Find("input[aria-label='Weight of band 1']").Change("15");
        page.WaitForAssertion(() => Assert.False(page.Find("button[data-save]").HasAttribute("disabled")));
        page.Find("button[data-save]").Click();

        page.WaitForAssertion(() => Assert.True(page.Find("button[data-save]").HasAttribute("disabled")));
        var saved = (await Portal.AskAsync(new GetWeightingModel(id))).Demand();
        Assert.Equal("Events first", saved.Name);
        var weights = saved.Weights.ToDictionary(w => w.ActivityTypeId);
        Assert.Equal((15, 1), (weights[ActivityType.PageViews].Weight, weights[ActivityType.PageViews].Band));
        Assert.Equal((97, null), (weights[ActivityType.AttendEvent].Weight, weights[ActivityType.AttendEvent].Band));
        // The band went; what was on it keeps its weight. Those behind it move up.
        Assert.Equal((40, null), (weights[ActivityType.LinkClicks].Weight, weights[ActivityType.LinkClicks].Band));
        Assert.Equal((60, 2), (weights[ActivityType.RegisterForEvent].Weight, weights[ActivityType.RegisterForEvent].Band));
    }

    [Fact]
    public async Task A_weight_that_is_none_is_refused_by_name_and_what_was_typed_stays()
    {
        var id = (await Portal.SendAsync(new DuplicateWeightingModel(WeightingModel.DefaultId))).Demand();
        var page = Show<WeightingModelPage>($"/configuration/engagement/{id}", with => with.Add(p => p.Id, id));

        page.WaitForElement("input[aria-label='Weight of Email Opened']").Change("101");
        page.Find("button[data-save]").Click();

        page.WaitForAssertion(() => Assert.Contains("The weight of “Email Opened” must be from 0 to 100", page.Markup, StringComparison.Ordinal));
        Assert.Equal("101", page.Find("input[aria-label='Weight of Email Opened']").GetAttribute("value"));
    }

    [Fact]
    public void An_active_model_is_only_looked_at()
    {
        var page = Show<WeightingModelPage>("/configuration/engagement/1", with => with.Add(p => p.Id, WeightingModel.DefaultId));

        page.WaitForAssertion(() => Assert.Contains("Only a draft changes", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("main input, button[data-save]"));
    }

    [Fact]
    public async Task The_score_of_a_person_and_of_a_group_is_shown_over_time()
    {
        var world = await new EngagementWorld(Portal).BuildAsync(accounts: 2, peopleEach: 1);
        await world.RescoreAsync();
        Portal.Clock.Advance(TimeSpan.FromDays(2));
        await world.ActivityAsync(0, ActivityType.PageViews, 9);
        await world.ActivityAsync(1, ActivityType.PageViews, 4);
        await world.RescoreAsync();

        var person = Show<PersonPage>($"/people/{world.People[1]}", with => with.Add(p => p.Id, world.People[1]));
        person.WaitForAssertion(() => Assert.Equal("Score from 67 to 67, now 67", person.Find("svg.line").GetAttribute("aria-label")));
        Assert.Equal("67", person.Find("[role=meter][aria-label=Engagement]").GetAttribute("aria-valuenow"));

        var group = Show<GroupPage>($"/buying-groups/{world.Groups[0]}/overview", with => with.Add(p => p.Id, world.Groups[0]).Add(p => p.Tab, "overview"));
        group.WaitForAssertion(() => Assert.Equal("Score from 0 to 100, now 100", group.Find("svg.line").GetAttribute("aria-label")));
        group.Find("button[aria-pressed='false']:contains('View data')").Click();
        group.WaitForAssertion(() => Assert.Equal(["100", "0"], group.FindAll("section[aria-labelledby=score-line] tbody td.num").Select(cell => cell.TextContent)));
    }

    [Fact]
    public async Task Maintenance_is_started_and_its_report_shows_what_was_refused_and_why()
    {
        var world = await new MaintenanceWorld(Portal).BuildAsync();
        var (_, group) = await world.GroupAsync("Hexa Freight", "chief", "VP");
        var person = await MaintainGroupsTests.FirstOfAsync(Portal, group.AccountId);
        await world.AskAsync(BuyingGroups.Domain.Actors.ActorKind.Manual, group.Id, person, BuyingGroups.Domain.BuyingGroups.MembershipChangeKind.Assign, 5);
        var list = Show<MaintenancePage>("/buying-groups/maintenance");
        list.WaitForAssertion(() => Assert.Contains("No runs yet", list.Markup, StringComparison.Ordinal));
        list.WaitForAssertion(() => Assert.Contains("Fleet analytics", list.Find("select[name=solution]").TextContent, StringComparison.Ordinal));
        list.Find("select[name=solution]").Change($"{world.World.Solution.Id}");
        list.Find("button.btn.p").Click();
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("[role=alert]")));
        await Portal.RunJobsAsync();
        await using var context = Portal.Open();
        var run = await context.MaintenanceRuns.SingleAsync();

        var page = Show<MaintenanceRunPage>($"/buying-groups/maintenance/{run.Id}", with => with.Add(p => p.Id, run.Id));
        page.WaitForElement("button[aria-label='Show changes of Fleet analytics for Hexa Freight']").Click();

        page.WaitForAssertion(() => Assert.Contains("What is decided by hand stands", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Maintenance added", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_is_changed_paused_and_run_now()
    {
        var page = Show<SchedulesPage>("/jobs/schedules");
        page.WaitForElement("[data-daily=engagement] input[type=time]").Change("05:15");
        page.WaitForAssertion(() => Assert.Equal("05:15", page.Find("[data-daily=engagement] input[type=time]").GetAttribute("value")));
        page.Find("button[aria-label='Pause Maintenance of buying groups']").Click();
        page.WaitForElement("button[aria-label='Resume Maintenance of buying groups']");
        page.Find("button[aria-label='Run now: Engagement scores']").Click();

        page.WaitForAssertion(() => Assert.Contains("Last run", page.Find("[data-daily=engagement]").TextContent, StringComparison.Ordinal));
        var jobs = (await Portal.AskAsync(new FindDailyJobs())).Demand().Jobs;
        Assert.Equal([("maintenance", new TimeOnly(3, 0), false), ("engagement", new TimeOnly(5, 15), true)], jobs.Where(j => j.Key is "maintenance" or "engagement").OrderBy(j => j.At).Select(j => (j.Key, j.At, j.IsOn)));
    }
}
