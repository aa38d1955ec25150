using Bunit;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Portal.Features.Dashboards;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Radzen.Blazor.Rendering;

namespace BuyingGroups.Tests.Features.Dashboards;

public sealed class DashboardPagesTests : PageTest
{
    /// <summary>A chart asks the browser for its place.</summary>
    public DashboardPagesTests() => JSInterop.Setup<Rect>("Radzen.createChart", _ => true).SetResult(new Rect { Width = 600, Height = 230 });

    [Fact]
    public async Task The_intelligent_dashboard_shows_figures_with_the_lists_behind_them()
    {
        var solution = await GroupsAsync();
        var page = Show<IntelligentDashboardPage>("/dashboards?period=7");

        page.WaitForAssertion(() => Assert.Contains("Groups per stage", page.Markup, StringComparison.Ordinal));
        var stage = page.FindAll("ul.marks a").First(mark => mark.TextContent.StartsWith("Working: ", StringComparison.Ordinal));
        Assert.Contains("stage=", stage.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains($"missing={GroupWorld.Champion}&solution={solution}", page.Find("a[title='Open the groups without a Champion']").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("shown.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("(T)", page.Markup, StringComparison.Ordinal);

        page.Find("button[aria-label='View data of Groups per stage']").Click();
        page.WaitForAssertion(() => Assert.Contains("Working", page.Find("[aria-label='Data of Groups per stage']").TextContent, StringComparison.Ordinal));
        Assert.Equal("/export/dashboard?card=stages&of=intelligent&period=7", page.Find("a[aria-label='Download Groups per stage as CSV']").GetAttribute("href"));
        page.FindAll("button").Single(button => button.TextContent == "Fastest").Click();
        page.WaitForAssertion(() => Assert.Contains("1 move", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_is_downloaded_by_its_name_and_an_unknown_one_refused()
    {
        await GroupsAsync();

        var portion = await Portal.AskAsync(new ExportDashboard(global::BuyingGroups.Portal.Shell.Lists.ListState.Parse("?of=groups&card=completeness")));
        var unknown = await Portal.AskAsync(new ExportDashboard(global::BuyingGroups.Portal.Shell.Lists.ListState.Parse("?of=groups&card=nonsense")));

        Assert.Equal(["Completeness", "Groups"], portion.Value!.Header);
        Assert.Equal(4, portion.Value.Rows.Count);
        Assert.IsType<NoSuchCard>(unknown.Refusal);
    }

    [Fact]
    public async Task The_home_of_an_admin_tells_of_what_fails_and_that_of_a_marketer_where_to_act()
    {
        await GroupsAsync();
        await Portal.Services.GetRequiredService<WatchRecurring>().NoteAsync("keep-roll-ups", "The disk is full.", CancellationToken.None);

        var admin = Show<TroublesAtHome>();
        admin.WaitForAssertion(() => Assert.Contains("The disk is full.", admin.Markup, StringComparison.Ordinal));
        var marketer = Show<NextStepsAtHome>();
        marketer.WaitForAssertion(() => Assert.Contains("Champion missing in Fleet analytics", marketer.Markup, StringComparison.Ordinal));

        await Portal.Services.GetRequiredService<WatchRecurring>().NoteAsync("keep-roll-ups", null, CancellationToken.None);
        Assert.True((await Portal.AskAsync(new FindTroubles())).Value!.IsNone);
    }

    /// <summary>Three groups, one of them moved from New to Working, counted.</summary>
    private async Task<int> GroupsAsync()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        var model = await Portal.Database.StageModelAsync();
        await world.UseAsync(Portal.Database, model);
        var groups = new List<long>();
        foreach (var (name, industry) in new[] { ("Hexa Freight", "Logistics"), ("Vega Grid", "Logistics"), ("Aria Foods", "Food") })
            groups.Add((await world.GroupAsync(await world.AccountAsync(name, ["chief"], industry))).Id);
        await using var context = Portal.Open();
        await context.BuyingGroups.ExecuteUpdateAsync(set => set.SetProperty(g => g.StageId, model.Named("New").Id));
        foreach (var group in groups)
        {
            foreach (var role in new[] { GroupWorld.DecisionMaker, GroupWorld.Champion })
                context.RoleFills.Add(new global::BuyingGroups.Domain.BuyingGroups.RoleFill { BuyingGroupId = group, RoleId = role, Assigned = role == GroupWorld.DecisionMaker ? 1 : 0 });
        }
        await context.SaveChangesAsync();
        await Portal.SendAsync(new MoveBuyingGroupStage(groups[0], model.Named("Working").Id));
        await Portal.Services.GetRequiredService<RollUpWriter>().CountAllAsync(Portal.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        return world.Solution.Id;
    }
}
