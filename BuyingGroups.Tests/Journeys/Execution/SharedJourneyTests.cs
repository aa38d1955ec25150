using System.Diagnostics;
using System.Globalization;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.EndToEnd;
using BuyingGroups.Tests.Machine;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Two processes of the program share one journey; one of them stands still or dies. BUYINGGROUPS_NODES_ACCOUNTS sets how many accounts (20,000).</summary>
[Trait("Category", "Nodes")]
public sealed class SharedJourneyTests(ITestOutputHelper output)
{
    private static readonly int Accounts = int.TryParse(Environment.GetEnvironmentVariable("BUYINGGROUPS_NODES_ACCOUNTS"), CultureInfo.InvariantCulture, out var accounts) ? accounts : 20_000;

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task Two_processes_carry_each_account_once_and_keep_the_variants_quota_at_any_moment(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await BeginAsync(world, Accounts);
        using var folder = new TemporaryFolder("workers");
        var clock = Stopwatch.StartNew();
        using var one = Start(world, folder, batch: 2_000, lease: 15, idle: 6);
        using var other = Start(world, folder, batch: 1_500, lease: 15, idle: 6);

        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) == Accounts, one, other);
        await using (var context = world.Database.Open())
            await context.JourneyEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.DueAt, 1));
        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) == 0, one, other);
        output.WriteLine($"{Accounts} accounts through in {clock.Elapsed.TotalSeconds:N1} s.");
        var moves = new[] { await MovesAsync(one), await MovesAsync(other) };
        output.WriteLine($"Moves: {moves[0]} and {moves[1]}.");

        Assert.All(moves, some => Assert.True(some > 0, "One of the two did nothing."));
        Assert.Equal(Accounts * 2, moves.Sum());
        await AssertOnceAsync(world);
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task A_process_that_stood_still_in_a_transaction_past_its_lease_writes_nothing(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await BeginAsync(world, Accounts);
        using var folder = new TemporaryFolder("workers");
        var clock = Stopwatch.StartNew();
        using var paused = Start(world, folder, batch: 100, lease: 2, idle: 1);
        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) > 0, paused);
        var insideOne = false;
        for (var attempt = 0; attempt < 50 && !insideOne; attempt++)
        {
            Signal(paused, "STOP");
            await Task.Delay(100);
            if (!(insideOne = await InTransactionAsync(world)))
                Signal(paused, "CONT");
        }
        Assert.True(insideOne, "It was never met inside a transaction.");

        using var other = Start(world, folder, batch: 2_000, lease: 2, idle: 14);
        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) == Accounts, other);
        var before = await world.CountsAsync();
        Signal(paused, "CONT");
        await MovesAsync(paused);
        Assert.Equal(before, await world.CountsAsync());
        await using (var context = world.Database.Open())
        {
            await context.JourneyEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.DueAt, 1));
            var batches = await context.JourneyBatches.OrderBy(batch => batch.Id).Select(batch => new { batch.Partition, batch.Token }).ToListAsync();
            Assert.All(batches.GroupBy(batch => batch.Partition), some => Assert.Equal(some.Select(batch => batch.Token).Order(), some.Select(batch => batch.Token)));
        }
        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) == 0, other);
        await MovesAsync(other);
        await AssertOnceAsync(world);
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task A_killed_process_is_replaced_by_the_other_within_half_a_minute(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        await BeginAsync(world, Accounts);
        using var folder = new TemporaryFolder("workers");
        var clock = Stopwatch.StartNew();
        // Small enough to be killed in the middle; a worker looks at the next partition when it is through with one, so not smaller for more accounts.
        var batch = Math.Max(50, Accounts / 400);
        using var killed = Start(world, folder, batch, lease: 15, idle: 1);
        using var other = Start(world, folder, batch, lease: 15, idle: 25);
        var owner = $":{killed.Id}:";
        await UntilAsync(world, clock, async () => await HoldsAsync(world, owner) && await AtTheWaitAsync(world) > 0, killed, other);
        killed.Kill();
        var died = Stopwatch.StartNew();
        await UntilAsync(world, clock, async () => !await HoldsAsync(world, owner), other);
        Assert.True(died.Elapsed < TimeSpan.FromSeconds(30), $"It took {died.Elapsed}.");
        output.WriteLine($"Replaced {died.Elapsed.TotalSeconds:N1} s after the death.");
        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) == Accounts, other);
        await using (var context = world.Database.Open())
            await context.JourneyEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.DueAt, 1));
        await UntilAsync(world, clock, async () => await AtTheWaitAsync(world) == 0, other);
        await MovesAsync(other);
        await AssertOnceAsync(world);
    }

    private static async Task BeginAsync(JourneyWorld world, int count)
    {
        await world.Database.Portal.WriteAsync(
            async (context, token) => await world.Database.Portal.Provider.BulkInsert.InsertAsync(
                context,
                Enumerable.Range(1, count).Select(i => new Account { SourceKey = string.Create(CultureInfo.InvariantCulture, $"account:{i}"), Name = string.Create(CultureInfo.InvariantCulture, $"Account {i}"), Industry = "Logistics" }),
                token),
            CancellationToken.None);
        await using (var context = world.Database.Open())
            await context.Database.ExecuteSqlRawAsync("ANALYZE");
        await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "variant")
            .Add("variant", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 50, "call"), Share("b", 30, "alert"), Share("c", 20, "join"))
            .Add("call", new WebhookSettings("https://hooks.portal.example/call"), "join")
            .Add("alert", new SendSalesAlertSettings(world.Groups.Solution.Id), "join")
            .Add("join", new MergeSettings(), "wait")
            .Add("wait", new WaitSettings(new(new WaitDuration(1, WaitUnit.Days), null, null)), "moment")
            .Add("moment", new AccountInterestingMomentSettings("Through")));
    }

    private static Process Start(JourneyWorld world, TemporaryFolder folder, int batch, int lease, int idle) => Process.Start(RunningPortal.Command(
        ["work-journeys", "--idle", idle.ToString(CultureInfo.InvariantCulture)],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database__Provider"] = world.Database.Kind.ToString(),
            ["Database__ConnectionString"] = world.Database.ConnectionString,
            ["Journeys__Batch"] = batch.ToString(CultureInfo.InvariantCulture),
            ["Journeys__LeaseSeconds"] = lease.ToString(CultureInfo.InvariantCulture),
            ["Logging__LogLevel__Default"] = "Warning",
        },
        folder))!;

    private static async Task UntilAsync(JourneyWorld world, Stopwatch clock, Func<Task<bool>> wanted, params Process[] workers)
    {
        while (!await wanted())
        {
            await AssertQuotaAsync(world);
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), "It took more than five minutes.");
            foreach (var worker in workers.Where(worker => worker.HasExited))
                Assert.Fail($"A process ended too early:\n{await worker.StandardOutput.ReadToEndAsync()}{await worker.StandardError.ReadToEndAsync()}");
            await Task.Delay(20);
        }
        await AssertQuotaAsync(world);
    }

    private static async Task AssertQuotaAsync(JourneyWorld world)
    {
        var counts = await world.CountsAsync();
        long[] taken = [counts.GetValueOrDefault("variant/1"), counts.GetValueOrDefault("variant/2"), counts.GetValueOrDefault("variant/3")];
        foreach (var (passed, percent) in taken.Zip([50m, 30m, 20m]))
            Assert.True(Math.Abs(passed - (taken.Sum() * percent / 100)) <= 1, $"{string.Join(" ", taken)} is off by more than one.");
    }

    private static async Task<int> AtTheWaitAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        return await context.JourneyEntries.CountAsync(entry => entry.DueAt != null);
    }

    private static async Task<bool> HoldsAsync(JourneyWorld world, string owner)
    {
        await using var context = world.Database.Open();
        return await context.JourneyLeases.AnyAsync(lease => lease.Owner!.Contains(owner));
    }

    private static async Task<bool> InTransactionAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        return await context.Database.SqlQueryRaw<int>("""SELECT COUNT(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'""").SingleAsync() > 0;
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it found nobody due, and reads how many it moved.</summary>
    private static async Task<long> MovesAsync(Process worker)
    {
        var text = await worker.StandardOutput.ReadToEndAsync();
        await worker.WaitForExitAsync();
        Assert.True(worker.ExitCode == 0, text + await worker.StandardError.ReadToEndAsync());
        var said = text.Split('\n').Last(line => line.StartsWith("Nobody is due.", StringComparison.Ordinal));
        return long.Parse(new string([.. said.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
    }

    private static async Task AssertOnceAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        Assert.Equal((Accounts, Accounts), (await context.JourneyEntries.CountAsync(), await context.JourneyEntries.CountAsync(entry => entry.Status == EntryStatus.Completed)));
        Assert.Equal(Accounts, await context.JourneyEntries.Select(entry => entry.AccountId).Distinct().CountAsync());
        Assert.Equal((Accounts, Accounts), (await context.Activities.CountAsync(), await context.Activities.Select(activity => activity.AccountId).Distinct().CountAsync()));
        var counts = await world.CountsAsync();
        Assert.Equal((Accounts, Accounts, Accounts, Accounts), ((int)counts["start/1"], (int)counts["join/1"], (int)counts["wait/1"], (int)counts["moment/1"]));
        Assert.Equal(await world.VisitsAsync(), counts);
        var calls = await context.OutboxMessages.Select(message => message.AccountId).ToListAsync();
        Assert.Equal((counts["call/1"] + counts["alert/1"], calls.Count), (calls.Count, calls.Distinct().Count()));
        await AssertQuotaAsync(world);
    }
}
