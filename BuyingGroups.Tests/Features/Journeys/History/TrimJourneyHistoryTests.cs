using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Details;
using BuyingGroups.Portal.Features.Journeys.History;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;
using World = BuyingGroups.Tests.Journeys.Execution.JourneyWorld;

namespace BuyingGroups.Tests.Features.Journeys.History;

public sealed class TrimJourneyHistoryTests
{
    [OnEveryDatabase]
    public async Task The_steps_of_whoever_left_long_ago_go_and_everything_counted_stays(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await World.OnAsync(portal.Database, portal.Clock);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "call")
            .Add("call", new WebhookSettings("https://crm.example/hook"), "split")
            .Add("split", new SplitByAccountsSettings(), Branch("long", When("name", ConditionOperator.IsAnyOf, "Inside", "Parked"), "wait"), Other("moment"))
            .Add("wait", new WaitSettings(new WaitRule(new WaitDuration(30, WaitUnit.Months), null, null)))
            .Add("moment", new AccountInterestingMomentSettings("Through")));
        await EnterAsync("Gone");
        await EnterAsync("Inside");
        await EnterAsync("Parked");
        await using (var arrange = portal.Open())
        {
            var parked = await arrange.Accounts.SingleAsync(account => account.Name == "Parked");
            await arrange.JourneyEntries.Where(entry => entry.AccountId == parked.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EntryStatus.Parked).SetProperty(e => e.DueAt, (long?)null));
            await arrange.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(message => message.Status, OutboxStatus.Sent));
        }
        portal.Clock.Advance(TimeSpan.FromDays(200));
        var late = await EnterAsync("Late");
        portal.Clock.Advance(TimeSpan.FromDays(166));
        var (counts, figures) = (await world.CountsAsync(), (await portal.AskAsync(new GetJourneyFigures(journey))).Demand());

        await TrimAsync();

        await using var context = portal.Open();
        var ids = await context.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
        Assert.Equal(["call/1", "split/1", "start/1"], await StepsAsync("Inside"));
        Assert.Equal(["call/1", "split/1", "start/1"], await StepsAsync("Parked"));
        Assert.Equal(["call/1", "moment/1", "split/2", "start/1"], await StepsAsync("Late"));
        Assert.Equal([], await StepsAsync("Gone"));
        Assert.Equal(["Inside", "Late", "Parked"], (await context.OutboxMessages.Select(m => m.AccountId).ToListAsync()).Select(id => ids.Single(one => one.Value == id).Key).Order());
        Assert.Equal(3, await context.JourneyBatches.CountAsync());
        Assert.All((await portal.AskAsync(new GetJourneyTimeline(journey, late))).Demand().Steps, step => Assert.NotNull(step.At));

        Assert.Equal(counts, await world.CountsAsync());
        var after = (await portal.AskAsync(new GetJourneyFigures(journey))).Demand();
        Assert.Equal((figures.Entered, figures.Completed, figures.InProgress, figures.Parked), (after.Entered, after.Completed, after.InProgress, after.Parked));
        await world.RunAsync();
        Assert.Equal("moment Completed", (await world.WhereAsync(journey))["Gone"]);
        var gone = (await portal.AskAsync(new GetJourneyTimeline(journey, ids["Gone"]))).Demand();
        Assert.Equal((0, EntryStatus.Completed), (gone.Steps.Count, gone.Entry.Status));

        portal.Clock.Advance(TimeSpan.FromDays(200));
        await TrimAsync();
        Assert.Equal([], await StepsAsync("Late"));
        Assert.Equal(["call/1", "split/1", "start/1"], await StepsAsync("Inside"));

        async Task<long> EnterAsync(string name)
        {
            var account = await world.Groups.AccountAsync(name, []);
            await world.RunAsync();
            return account.Id;
        }

        async Task TrimAsync()
        {
            (await portal.SendAsync(new RunDailyJob(TrimJourneyHistoryWork.WorkKind))).Demand();
            await portal.RunJobsAsync();
        }

        async Task<List<string>> StepsAsync(string name)
        {
            await using var read = portal.Open();
            return (await (from visit in read.JourneyVisits
                           join entry in read.JourneyEntries on visit.EntryId equals entry.Id
                           join key in read.JourneyNodeKeys on visit.NodeKey equals key.Id
                           where entry.AccountId == ids[name]
                           select key.NodeId + "/" + visit.Path).ToListAsync()).Order(StringComparer.Ordinal).ToList();
        }
    }

    [Theory]
    [InlineData(null, 365)]
    [InlineData("30", 30)]
    [InlineData("0", null)]
    public void It_is_kept_for_a_year_for_so_many_days_or_for_ever(string? setting, int? days) =>
        Assert.Equal(days, HistoryKeeping.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Journeys:HistoryDays", setting)]).Build()).Days);
}
