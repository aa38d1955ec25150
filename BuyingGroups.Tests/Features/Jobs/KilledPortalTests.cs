using System.Globalization;
using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Jobs;

/// <summary>
/// A real portal process is killed (SIGKILL) at moments nobody chose, started again, and killed again: what it leaves in the end is what
/// an undisturbed run leaves. BUYINGGROUPS_SEED repeats the moments of a run that failed.
/// </summary>
[Trait("Category", "Kill")]
public sealed class KilledPortalTests
{
    private const int Rows = 50_000;
    private const int Accounts = 40_000;
    private const int UpkeepAccounts = 15_000;
    private const int Deaths = 3;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("BUYINGGROUPS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(10_000);

    private static readonly Lazy<Task<string>> UndisturbedImport = new(async () =>
    {
        await using var portal = await TestPortal.CreateAsync();
        var (import, _) = await QueueImportAsync(portal);
        await portal.RunJobsAsync();
        return await EndState.OfImportAsync(portal, import);
    });

    private static readonly Lazy<Task<string>> UndisturbedCreation = new(async () =>
    {
        await using var portal = await TestPortal.CreateAsync();
        var started = await ManyAccounts.QueueCreationAsync(portal, Accounts);
        await portal.RunJobsAsync();
        return await EndState.OfCreationAsync(portal, started.JobId);
    });

    private static readonly Lazy<Task<string>> UndisturbedUpkeep = new(async () =>
    {
        await using var portal = await TestPortal.CreateAsync();
        await ManyActivities.QueueUpkeepAsync(portal, UpkeepAccounts);
        await portal.RunJobsAsync();
        return await EndState.OfUpkeepAsync(portal);
    });

    [OnEveryDatabase]
    public async Task An_import_killed_again_and_again_ends_as_undisturbed(DatabaseKind kind)
    {
        await using var house = await MortalPortal.CreateAsync(kind);
        var (import, job) = await QueueImportAsync(house.Portal);

        await DieAgainAndAgainAsync(house, job);
        await house.LiveAndFinishAsync(job);

        Assert.Equal((Seed, await UndisturbedImport.Value), (Seed, await EndState.OfImportAsync(house.Portal, import)));
    }

    [OnEveryDatabase]
    public async Task A_creation_job_killed_again_and_again_ends_as_undisturbed(DatabaseKind kind)
    {
        await using var house = await MortalPortal.CreateAsync(kind);
        var started = await ManyAccounts.QueueCreationAsync(house.Portal, Accounts);

        await DieAgainAndAgainAsync(house, started.JobId);
        await house.LiveAndFinishAsync(started.JobId);

        Assert.Equal((Seed, await UndisturbedCreation.Value), (Seed, await EndState.OfCreationAsync(house.Portal, started.JobId)));
    }

    [OnEveryDatabase]
    public async Task Rescoring_and_maintenance_killed_again_and_again_end_as_undisturbed(DatabaseKind kind)
    {
        await using var house = await MortalPortal.CreateAsync(kind);
        var (rescoring, maintenance) = await ManyActivities.QueueUpkeepAsync(house.Portal, UpkeepAccounts);

        // One death in each, anywhere in the first half of its work.
        var random = new Random(Seed);
        var died = 0;
        foreach (var job in new[] { rescoring, maintenance })
        {
            died += await house.LiveAndDieAsync(job, random.NextDouble() * 0.5, random.Next(0, 40)) ? 1 : 0;
            await house.MissTheDeadAsync();
        }
        Assert.True(died > 0, $"Both jobs of seed {Seed} ended before the portal could be killed at them.");
        await house.LiveAndFinishAsync(maintenance);

        Assert.Equal((Seed, await UndisturbedUpkeep.Value), (Seed, await EndState.OfUpkeepAsync(house.Portal)));
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    [Trait("Category", "Nodes")]
    public async Task A_killed_node_is_replaced_by_the_other_within_half_a_minute(DatabaseKind kind)
    {
        await using var house = await MortalPortal.CreateAsync(kind);
        await using var one = await house.StartAsync();
        await using var other = await house.StartAsync();
        var started = await ManyAccounts.QueueCreationAsync(house.Portal, Accounts);

        var held = await house.UntilAsync(started.JobId, job => job is { Status: JobStatus.Running, DoneUnits: > 0 });
        var node = held.Owner!.EndsWith($":{one.Process.Id}", StringComparison.Ordinal) ? one : other;
        node.Process.Kill();
        var died = DateTime.UtcNow;
        var taken = await house.UntilAsync(started.JobId, job => job.Token > held.Token);
        Assert.True(DateTime.UtcNow - died < TimeSpan.FromSeconds(30), $"It took {DateTime.UtcNow - died}.");
        Assert.NotEqual(held.Owner, taken.Owner);
        await house.UntilAsync(started.JobId, job => job.Status == JobStatus.Succeeded);

        Assert.Equal(await UndisturbedCreation.Value, await EndState.OfCreationAsync(house.Portal, started.JobId));
    }

    private static async Task DieAgainAndAgainAsync(MortalPortal house, long job)
    {
        var random = new Random(Seed);
        var died = 0;
        for (var death = 0; death < Deaths; death++)
        {
            // Each life gets a little further; the moment after that is anybody's.
            // The first comes soon: a quick machine is through in a second.
            if (!await house.LiveAndDieAsync(job, death * 0.25, random.Next(0, death == 0 ? 50 : 250)))
                break;
            died++;
            await house.MissTheDeadAsync();
        }
        Assert.True(died > 0, $"The job of seed {Seed} ended before the portal could be killed at it.");
    }

    private static async Task<(int Import, long Job)> QueueImportAsync(TestPortal portal)
    {
        var received = (await portal.AskAsync(new ReceiveImportFile(ImportKind.Accounts, ManyAccounts.File(Rows)))).Demand();
        var import = (await portal.SendAsync(new AddImportFile(ImportKind.Accounts, "file.csv", received))).Demand();
        return (import, (await portal.SendAsync(new StartImport(import))).Demand());
    }
}
