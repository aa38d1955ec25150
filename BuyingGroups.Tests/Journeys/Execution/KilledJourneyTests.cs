using System.Diagnostics;
using System.Globalization;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Clock;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.EndToEnd;
using BuyingGroups.Tests.Machine;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>
/// The real program carries accounts over every kind of node and is killed (SIGKILL) again and again at moments nobody chose. Whatever it leaves is brought to
/// its end, and every row of the database is then what an undisturbed run leaves. BUYINGGROUPS_KILL_SEEDS sets how many times (20; a twentieth of it on PostgreSQL,
/// where each takes longer), BUYINGGROUPS_SEED the first.
/// </summary>
[Trait("Category", "Kill")]
public sealed class KilledJourneyTests(ITestOutputHelper output)
{
    private const int Deaths = 2;
    private static readonly int Seeds = Number("BUYINGGROUPS_KILL_SEEDS") ?? 20;
    private static readonly int FirstSeed = Number("BUYINGGROUPS_SEED") ?? Random.Shared.Next(1_000_000);

    [OnEveryDatabase(NotOnSqlServer = true)]
    public async Task Journeys_over_every_kind_of_node_killed_at_any_moment_end_as_undisturbed(DatabaseKind kind)
    {
        await using var world = await AllKindsWorld.CreateAsync(kind);
        await using var calm = await world.Database.CopyAsync();
        await FinishAsync(calm, JourneyPace.Usual);
        var wanted = await EverythingTable.OfAsync(calm);
        AssertEveryKindDidSomething(wanted);
        var span = await TimeAsync(world.Database);

        var (killed, lives) = (0, 0);
        var seeds = kind == DatabaseKind.Sqlite ? Seeds : Math.Max(1, Seeds / 20);
        await Parallel.ForEachAsync(Enumerable.Range(FirstSeed, seeds), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) =>
        {
            var random = new Random(seed);
            await using var database = await world.Database.CopyAsync();
            for (var death = 0; death < Deaths; death++)
            {
                Interlocked.Increment(ref lives);
                if (await LiveAndDieAsync(database, span * random.NextDouble() * (death == 0 ? 0.7 : 0.5)))
                    Interlocked.Increment(ref killed);
            }
            await FinishAsync(database, SmallOn(kind));
            var difference = EverythingTable.Difference(wanted, await EverythingTable.OfAsync(database));
            Assert.True(difference.Length == 0, $"Seed {seed}:\n{difference}");
            Assert.Equal("", await MiscountAsync(database));
        });

        output.WriteLine($"{kind}, seeds {FirstSeed} to {FirstSeed + seeds - 1}: {killed} of {lives} lives ended by SIGKILL at work, of {span.TotalMilliseconds:N0} ms each.");
        Assert.True(killed > lives / 2, $"Only {killed} of {lives} were killed at work.");
    }

    /// <summary>Starts the program, and kills it so long after it began to work.</summary>
    /// <returns>True when it was at work still.</returns>
    private static async Task<bool> LiveAndDieAsync(TestDatabase database, TimeSpan after)
    {
        using var folder = new TemporaryFolder("worker");
        using var process = Start(database, folder);
        if (await process.StandardOutput.ReadLineAsync() != "Working.")
            throw new InvalidOperationException("The program did not start: " + await process.StandardError.ReadToEndAsync());
        await Task.Delay(after);
        var atWork = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        return atWork;
    }

    /// <summary>How long the program works undisturbed.</summary>
    private static async Task<TimeSpan> TimeAsync(TestDatabase original)
    {
        await using var database = await original.CopyAsync();
        using var folder = new TemporaryFolder("worker");
        using var process = Start(database, folder);
        await process.StandardOutput.ReadLineAsync();
        var started = Stopwatch.GetTimestamp();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return Stopwatch.GetElapsedTime(started) - TimeSpan.FromSeconds(0.6);
    }

    private static Process Start(TestDatabase database, TemporaryFolder folder)
    {
        var pace = SmallOn(database.Kind);
        var start = RunningPortal.Command(["work-journeys", "--idle", "0.6"], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database__Provider"] = database.Kind.ToString(),
            ["Database__ConnectionString"] = database.ConnectionString,
            ["Journeys__Batch"] = pace.Batch!.Value.ToString(CultureInfo.InvariantCulture),
            ["Journeys__LeaseSeconds"] = pace.Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ["Logging__LogLevel__Default"] = "Warning",
        }, folder);
        return Process.Start(start)!;
    }

    /// <summary>What another process does with what a dead one left.</summary>
    private static async Task FinishAsync(TestDatabase database, JourneyPace pace)
    {
        var clock = new SettableClock(DateTimeOffset.UtcNow.AddSeconds(1));
        var world = JourneyWorld.Around(database, clock);
        var engine = world.NewEngine(pace);
        for (var quiet = 0; quiet < 5; quiet++)
        {
            await world.RunAsync(engine);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        await using var context = database.Open();
        var inside = await context.JourneyEntries.Where(entry => entry.DueAt != null).Select(entry => entry.JourneyId).Distinct().ToListAsync();
        Assert.True(inside.Count <= 1, $"Somebody is still on the way in journeys {string.Join(", ", inside)}.");
        Assert.Empty(await context.Journeys.Where(journey => journey.Problem != null).Select(journey => journey.Problem).ToListAsync());
    }

    /// <summary>Statistics against the visits counted again, and visits nobody made.</summary>
    private static async Task<string> MiscountAsync(TestDatabase database)
    {
        var world = JourneyWorld.Around(database, new SettableClock());
        var counted = (await world.CountsAsync()).Where(one => !one.Key.EndsWith("/-1", StringComparison.Ordinal)).OrderBy(one => one.Key, StringComparer.Ordinal);
        var visited = (await world.VisitsAsync()).OrderBy(one => one.Key, StringComparer.Ordinal);
        await using var context = database.Open();
        var strays = await context.JourneyVisits.CountAsync(visit => !context.JourneyEntries.Any(entry => entry.Id == visit.EntryId) || !context.JourneyBatches.Any(batch => batch.Id == visit.BatchId));
        return (counted.SequenceEqual(visited) ? "" : "Statistics are not what the visits count. ") + (strays == 0 ? "" : $"{strays} visits are nobody's.");
    }

    private static void AssertEveryKindDidSomething(SortedDictionary<string, List<string>> everything)
    {
        string[] touched =
        [
            "journey_entries", "journey_visits", "journey_node_statistics", "journey_days", "journey_variant_counts", "members", "membership_changes", "activities", "activity_attributes", "account_list_members",
            "outbox_messages", "record_changes", "change_events",
        ];
        Assert.All(touched, table => Assert.True(everything[table].Count > 0, $"{table} is empty."));
        Assert.Contains(everything["membership_changes"], line => line.Contains("applied=0", StringComparison.Ordinal));
    }

    /// <summary>Transactions small enough to be many; a server takes longer for each.</summary>
    private static JourneyPace SmallOn(DatabaseKind kind) => new(kind == DatabaseKind.Sqlite ? 7 : 20, TimeSpan.FromMilliseconds(50));

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
