using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Databases;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>As large as a journey may be.</summary>
public sealed class LargeJourneyTests
{
    [OnEveryDatabase]
    public async Task A_journey_of_a_thousand_nodes_runs_to_its_end(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        for (var i = 0; i < 5; i++)
            await world.Groups.AccountAsync($"Account {i}", ["cook"]);
        var drawing = new Drawing().Add("node0", new AccountAudienceSettings(world.Groups.Audience.Id, null), "node1");
        for (var i = 1; i < 1_000; i++)
        {
            NodeSettings settings = (i % 100) switch
            {
                50 => new WaitSettings(new(new WaitDuration(1, WaitUnit.Days), null, null)),
                0 => new AccountInterestingMomentSettings($"At {i}"),
                _ => new MergeSettings(),
            };
            drawing.Add($"node{i}", settings, i == 999 ? null : $"node{i + 1}");
        }
        var journey = await world.PublishAsync(drawing);

        await world.RunAsync();
        for (var day = 0; day < 10; day++)
            await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.All((await world.WhereAsync(journey)).Values, one => Assert.Equal("node999 Completed", one));
        var counts = await world.CountsAsync();
        Assert.Equal(1_000, counts.Count);
        Assert.All(counts.Values, passed => Assert.Equal(5, passed));
        Assert.Equal(await world.VisitsAsync(), counts);
    }

    [OnEveryDatabase]
    public async Task Twenty_five_paths_of_twenty_five_paths_each_take_each_account_to_its_own(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var drawing = new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")
            .Add("split", new SplitByAccountsSettings(), [.. Enumerable.Range(0, 25).Select(i => Branch($"b{i}", Begins($"A{i:00}"), $"split{i}"))]);
        for (var i = 0; i < 25; i++)
            drawing.Add($"split{i}", new SplitByAccountsSettings(), [.. Enumerable.Range(0, 25).Select(k => Branch($"c{k}", Begins($"A{i:00}-{k:00}"), $"end{i}-{k}"))]);
        for (var i = 0; i < 625; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{i / 25}-{i % 25}");
            drawing.Add($"end{name}", new MergeSettings());
            if (i % 7 == 0)
                await world.Groups.AccountAsync(string.Create(CultureInfo.InvariantCulture, $"A{i / 25:00}-{i % 25:00}"), []);
        }
        var journey = await world.PublishAsync(drawing);

        await world.RunAsync();

        var where = await world.WhereAsync(journey);
        Assert.Equal(90, where.Count);
        Assert.All(where, one => Assert.Equal($"end{int.Parse(one.Key[1..3], CultureInfo.InvariantCulture)}-{int.Parse(one.Key[4..6], CultureInfo.InvariantCulture)} Completed", one.Value));
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());

        static Condition Begins(string with) => When("name", ConditionOperator.StartsWith, with);
    }
}
