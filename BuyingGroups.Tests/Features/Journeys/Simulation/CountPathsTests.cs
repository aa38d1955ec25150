using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Simulation;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using Microsoft.Extensions.DependencyInjection;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Features.Journeys.Simulation;

public sealed class CountPathsTests
{
    private static readonly WaitRule ADay = new(new WaitDuration(1, WaitUnit.Days), null, null);

    [OnEveryDatabase]
    public async Task The_counts_are_those_of_the_engine_and_nothing_is_written(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await AccountsAsync(portal);
        await world.DraftAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")
            .Add("split", new SplitByAccountsSettings(),
                Branch("ones", When("name", ConditionOperator.Contains, "1"), "variant"),
                Branch("twos", When("name", ConditionOperator.Contains, "2"), "joined"))
            .Add("variant", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 60, "wait"), Share("b", 40, "joined"))
            .Add("wait", new WaitSettings(ADay), "joined")
            .Add("joined", new MergeSettings(), "people")
            .Add("people", new SplitByPeopleSettings(), Branch("leaders", When("jobTitle", ConditionOperator.Is, "chief"), "moment"))
            .Add("moment", new PersonInterestingMomentSettings("Hello"), "closed")
            .Add("closed", new PeopleMergeSettings(new NodeId("people"))));
        var before = await world.RowsAsync();

        var counts = (await portal.AskAsync(new CountPaths(world.Id))).Demand();

        Assert.Equal(before, await world.RowsAsync());
        Assert.Equal((true, 24L, 24L), (counts.IsComplete, counts.Accounts, counts.Counted));
        await world.RunAsync();
        var engine = (await portal.AskAsync(new CountJourney(world.Id))).Demand().Nodes.ToDictionary(node => node.NodeId, StringComparer.Ordinal);
        foreach (var node in counts.Nodes.Where(node => node.NodeId != "people"))
        {
            Assert.Equal((node.NodeId, engine[node.NodeId].Reached, engine[node.NodeId].Ended), (node.NodeId, node.Reached, node.Ended));
            Assert.Equal(engine[node.NodeId].Paths.Select(path => path.Passed), node.Paths.Select(path => (long?)path.Accounts));
        }
    }

    [OnEveryDatabase]
    public async Task Where_an_event_is_listened_for_both_paths_show_all_and_where_they_meet_each_is_one_again(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await AccountsAsync(portal);
        var form = new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut };
        await world.DraftAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "listen")
            .Add("listen", new ListenForEventSettings(form, ADay), JourneyPath.Next(new NodeId("came")), Timeout("joined"))
            .Add("came", new SplitByAccountsSettings(), Branch("ones", When("name", ConditionOperator.Contains, "1"), "joined"))
            .Add("joined", new MergeSettings(), "moment")
            .Add("moment", new AccountInterestingMomentSettings("Hello")));

        var nodes = (await portal.AskAsync(new CountPaths(world.Id))).Demand().Nodes.ToDictionary(node => node.NodeId, StringComparer.Ordinal);

        Assert.Equal([24L, 24L], nodes["listen"].Paths.Select(path => path.Accounts));
        Assert.Equal((24L, 12L), (nodes["came"].Reached, nodes["came"].Ended));
        Assert.Equal(24, nodes["moment"].Reached);
    }

    [OnEveryDatabase]
    public async Task What_is_capped_says_so_and_a_writer_is_not_waited_for(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await AccountsAsync(portal);
        await world.DraftAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "wait")
            .Add("wait", new WaitSettings(ADay)));

        var counts = await portal.Database.Portal.WriteAsync(
            async (context, token) =>
            {
                context.Settings.Add(new() { Key = "written", Value = "in the middle" });
                await context.SaveChangesAsync(token);
                return ((await portal.AskAsync(new CountPaths(world.Id, MostAccounts: 10))).Demand(), true);
            },
            CancellationToken.None);

        Assert.Equal((false, 24L, 10L), (counts.IsComplete, counts.Accounts, counts.Counted));
        Assert.Equal(10, counts.Nodes[^1].Reached);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Services.GetRequiredService<BuyingGroups.Portal.Security.Gateway.PortalGateway>()
            .AskAsync(new CountPaths(world.Id), portal.Anyone, cancelled.Token));
    }

    /// <summary>Twenty-four accounts in the audience, one outside; every third without a chief.</summary>
    private static async Task<SimulationWorld> AccountsAsync(TestPortal portal)
    {
        var world = new SimulationWorld(portal);
        await world.Groups.BuildAsync();
        for (var i = 1; i <= 24; i++)
            await world.Groups.AccountAsync($"Account {i}", i % 3 == 0 ? ["cook"] : ["chief", "cook"]);
        await world.Groups.AccountAsync("Mine 1", [], "Mining");
        return world;
    }
}
