using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Who may write.</summary>
public sealed class LeaseTests
{
    [OnEveryDatabase]
    public async Task A_lease_is_one_workers_until_it_runs_out_and_the_old_token_writes_nothing_then(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Account", []);
        var journey = await world.PublishAsync(Waiting(world));
        var leases = new JourneyLeases(world.Database.Portal, world.Clock);
        var old = await leases.TakeAsync(journey, 0, "paused", CancellationToken.None);
        Assert.Null(await leases.TakeAsync(journey, 0, "other", CancellationToken.None));
        await world.RunAsync();
        Assert.Empty(await world.WhereAsync(journey));

        world.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.NotEqual(old, await leases.TakeAsync(journey, 0, "other", CancellationToken.None));
        var wrote = false;
        await Assert.ThrowsAsync<PartitionLostException>(() => world.Database.Portal.WriteAsync(
            async (context, token) =>
            {
                await context.Actors.ExecuteUpdateAsync(set => set.SetProperty(actor => actor.Name, "Written late"), token);
                wrote = true;
                await leases.FenceAsync(context, old!, token, JourneyStatus.Live);
            },
            CancellationToken.None));
        await leases.FreeAsync(old!, CancellationToken.None);

        Assert.True(wrote);
        await using var context = world.Database.Open();
        Assert.False(await context.Actors.AnyAsync(actor => actor.Name == "Written late"));
        Assert.Equal("other", (await context.JourneyLeases.SingleAsync(lease => lease.Partition == 0)).Owner);
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task A_worker_does_not_wait_for_a_partition_that_another_transaction_holds(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await world.Groups.AccountAsync("Account", []);
        var journey = await world.PublishAsync(Waiting(world));
        var leases = new JourneyLeases(world.Database.Portal, world.Clock);
        PartitionLease? refused = null;
        var engine = world.NewEngine(new SuddenStep(async _ => refused =
            await leases.TakeAsync(journey, 0, "other", CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5)) ?? new PartitionLease(0, 0, 0)));

        await world.RunAsync(engine);

        Assert.Equal(new PartitionLease(0, 0, 0), refused);
        Assert.Equal("wait Active", (await world.WhereAsync(journey))["Account"]);
    }

    private static Drawing Waiting(JourneyWorld world) => new Drawing()
        .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "join")
        .Add("join", new MergeSettings(), "wait")
        .Add("wait", new WaitSettings(new(new WaitDuration(1, WaitUnit.Days), null, null)));
}
