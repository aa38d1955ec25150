using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Bench;

/// <summary>
/// All accounts through a journey of fourteen nodes, two waits included, against one hand-written transaction that makes the same decisions, effects and
/// final rows. Beside it, on SQLite, a user's one-row change while the engine runs flat out.
/// </summary>
internal static class EngineBench
{
    /// <summary>Ten times the accounts up to ten times the size of the run, so that growth of the cost with the data shows.</summary>
    public static async Task RunAsync(BenchRun run)
    {
        for (var accounts = 10_000; accounts <= run.Accounts * 10; accounts *= 10)
            await RunAsync(run, accounts);
    }

    private static async Task RunAsync(BenchRun run, int accounts)
    {
        var name = $"engine.{accounts / 1000}k";
        await using var template = await run.EmptyAsync();
        await template.FillAsync(accounts, 0);
        var (plainTime, plain) = await PlainAsync(run, template);
        Console.WriteLine($"   plain: {plain} in {plainTime.TotalSeconds:N1} s");
        foreach (var workers in run.IsPostgreSql ? new[] { 1, 2 } : [1])
        {
            await using var database = await template.CopyAsync($"engine_{workers}");
            await using var portal = new BenchPortal(run, database);
            var setting = await SetUpAsync(portal);
            var before = run.IsPostgreSql ? 0 : await SizeAsync(database);
            using var stop = new CancellationTokenSource();
            var user = run.IsPostgreSql ? Task.FromResult(TimeSpan.Zero) : UserAsync(portal, stop.Token);
            await using var memory = new Memory();
            var watch = Stopwatch.StartNew();
            using (StatementTimes.Watch())
                await Task.WhenAll(Enumerable.Range(1, workers).Select(worker => Task.Run(() => WorkAsync(portal, $"worker-{worker}"))));
            watch.Stop();
            await stop.CancelAsync();
            var made = await CountAsync(database);
            if (made != plain)
                throw new InvalidOperationException($"The engine left {made}, the hand-written statements {plain}.");
            var (rate, plainRate) = (made.Visits / watch.Elapsed.TotalSeconds, plain.Visits / plainTime.TotalSeconds);
            run.Result($"{name}.steps-{workers}-worker", rate, "steps/s", rate / plainRate, plainRate);
            run.Result($"{name}.memory-{workers}-worker", memory.Peak - memory.Start, "MB-above-start", memory.Peak / memory.Start, memory.Start);
            if (!run.IsPostgreSql)
            {
                run.Result($"{name}.user-change", (await user).TotalMilliseconds, "ms-p95");
                run.Result($"{name}.growth", (double)(await SizeAsync(database) - before) / made.Visits, "bytes/step");
            }
            Console.WriteLine($"   {made}, {setting.Accounts:N0} accounts, in {watch.Elapsed.TotalSeconds:N1} s with {workers} worker(s)");
        }
    }

    private static async Task WorkAsync(BenchPortal portal, string worker)
    {
        var engine = portal.Services.GetRequiredService<JourneyEngine>();
        var idle = 0;
        while (idle < 2)
            idle = await engine.RunAsync(worker, CancellationToken.None, lookNow: true) == 0 ? idle + 1 : 0;
    }

    /// <summary>One row changed again and again as a page would, until told to stop; gives the p95.</summary>
    private static async Task<TimeSpan> UserAsync(BenchPortal portal, CancellationToken stop)
    {
        var times = new List<TimeSpan>();
        while (!stop.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await portal.Database.WriteAsync(
                (context, token) => context.Accounts.Where(account => account.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(account => account.Phone, watch.ElapsedTicks.ToString(CultureInfo.InvariantCulture)), token),
                CancellationToken.None);
            times.Add(watch.Elapsed);
            await Task.Delay(20, CancellationToken.None);
        }
        times.Sort();
        return times[(int)(times.Count * 0.95)];
    }

    private static async Task<Setting> SetUpAsync(BenchPortal portal)
    {
        await using var context = portal.Services.GetRequiredService<IDbContextFactory<Data.PortalDbContext>>().CreateDbContext();
        var audience = new Audience { Name = "Everybody", Status = PublicationStatus.Live, Condition = new ConditionGroup(MatchKind.All, [FieldFilter.Of("name", ConditionOperator.IsNotEmpty)]) };
        var lists = new[] { "A", "B", "C" }.Select(name => new AccountList { Name = name, Kind = AccountListKind.Static, Status = PublicationStatus.Live }).ToList();
        context.Add(audience);
        context.AddRange(lists);
        await context.SaveChangesAsync();
        var document = Draw(audience.Id, [.. lists.Select(list => list.Id)]);
        var journey = new Journey { Name = "Bench", Draft = "{}", Status = JourneyStatus.Live };
        context.Add(journey);
        await context.SaveChangesAsync();
        var version = new JourneyVersion { JourneyId = journey.Id, Number = 1, Document = JourneyJson.Write(document), PublishedAt = DateTime.UtcNow };
        context.Add(version);
        await context.SaveChangesAsync();
        journey.LiveVersionId = version.Id;
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in new[] { "start", "size", "variant", "list-a", "list-b", "join-variant", "join", "wait-1", "revenue", "list-c", "join-2", "wait-2", "off", "last" })
        {
            var actor = new ActorRecord { Kind = ActorKind.Journey, Reference = $"journey:{journey.Id}/node:{id}", Name = id };
            context.Add(actor);
            await context.SaveChangesAsync();
            var key = new JourneyNodeKey { JourneyVersionId = version.Id, NodeId = id, ActorId = actor.Id };
            context.Add(key);
            await context.SaveChangesAsync();
            keys[id] = key.Id;
        }
        context.Add(new JourneyVariantCount { NodeKey = keys["variant"] });
        context.AddRange(Enumerable.Range(0, portal.Database.Provider.JourneyPartitions).Select(partition => new JourneyLease { JourneyId = journey.Id, Partition = partition }));
        await context.SaveChangesAsync();
        return new Setting(journey.Id, keys, [.. lists.Select(list => list.Id)], await context.Accounts.CountAsync());
    }

    private static JourneyDocument Draw(int audience, IReadOnlyList<int> lists)
    {
        JourneyNode Node(string id, NodeSettings settings, params IReadOnlyList<JourneyPath> paths) => new(new NodeId(id), settings, paths);
        JourneyPath Branch(string key, string attribute, int least, string to) => new(key, PathKind.Branch, new NodeId(to))
        {
            Condition = new ConditionGroup(MatchKind.All, [FieldFilter.Of(attribute, ConditionOperator.GreaterOrEqual, least.ToString(CultureInfo.InvariantCulture))]),
        };
        JourneyPath To(string? id) => JourneyPath.Next(id is null ? null : new NodeId(id));
        var now = new WaitSettings(new WaitRule(new WaitDuration(0, WaitUnit.Minutes), null, null));
        JourneyNode[] nodes =
        [
            Node("start", new AccountAudienceSettings(audience, null), To("size")),
            Node("size", new SplitByAccountsSettings(), Branch("large", "numberOfEmployees", 1000, "variant"), new JourneyPath("other", PathKind.Other, new NodeId("join"))),
            Node("variant", new VariantSplitSettings(SplitSubject.Accounts), new JourneyPath("a", PathKind.Branch, new NodeId("list-a")) { Percent = 50 }, new JourneyPath("b", PathKind.Branch, new NodeId("list-b")) { Percent = 50 }),
            Node("list-a", new AddToAccountListSettings(lists[0]), To("join-variant")),
            Node("list-b", new AddToAccountListSettings(lists[1]), To("join-variant")),
            Node("join-variant", new MergeSettings(), To("join")),
            Node("join", new MergeSettings(), To("wait-1")),
            Node("wait-1", now, To("revenue")),
            Node("revenue", new SplitByAccountsSettings(), Branch("rich", "annualRevenue", 100_000_000, "list-c"), new JourneyPath("other", PathKind.Other, new NodeId("join-2"))),
            Node("list-c", new AddToAccountListSettings(lists[2]), To("join-2")),
            Node("join-2", new MergeSettings(), To("wait-2")),
            Node("wait-2", now, To("off")),
            Node("off", new RemoveFromAccountListSettings(lists[0]), To("last")),
            Node("last", new MergeSettings(), To(null)),
        ];
        return new JourneyDocument(nodes[0].Id, nodes.ToImmutableSortedDictionary(node => node.Id, node => node), JourneySettings.Default);
    }

    /// <summary>The same by hand: one temporary table of who goes where, then one statement per node.</summary>
    private static async Task<(TimeSpan Time, EngineMade Made)> PlainAsync(BenchRun run, BenchDatabase template)
    {
        await using var database = await template.CopyAsync("engine_plain");
        Setting setting;
        await using (var portal = new BenchPortal(run, database))
            setting = await SetUpAsync(portal);
        await using var connection = await database.OpenRawAsync();
        var (keys, lists) = (setting.Keys, setting.Lists);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var at = run.IsPostgreSql ? "now()" : "'2026-01-01 00:00:00'";
        var revenue = run.IsPostgreSql ? "100000000" : "1000000000000";
        var slot = "(ROW_NUMBER() OVER (PARTITION BY a.number_of_employees >= 1000 ORDER BY a.id)) % 2";
        string Visit(string node, string where, string path = "1") => $"INSERT INTO journey_visits (node_key, entry_id, path, batch_id) SELECT {keys[node]}, id, {path}, 1 FROM plain WHERE {where} ORDER BY id";
        string Put(int list, string where) => $"INSERT INTO account_list_members (account_list_id, account_id, added_at, actor_id) SELECT {list}, account_id, {at}, 1 FROM plain WHERE {where}";
        string[] statements =
        [
            $"""
            CREATE TEMP TABLE plain AS SELECT ROW_NUMBER() OVER (ORDER BY a.id) AS id, a.id AS account_id, CASE WHEN a.number_of_employees >= 1000 THEN 1 ELSE 2 END AS size,
              CASE WHEN a.number_of_employees >= 1000 THEN 2 - {slot} ELSE 0 END AS variant, CASE WHEN a.annual_revenue >= {revenue} THEN 1 ELSE 2 END AS revenue
            FROM accounts a WHERE a.name <> ''
            """,
            $"INSERT INTO journey_batches (journey_id, partition, token, at) VALUES ({setting.JourneyId}, 0, 1, {now})",
            Visit("start", "1 = 1"), Visit("size", "1 = 1", "size"), Visit("variant", "variant > 0", "variant"), Visit("list-a", "variant = 1"), Visit("list-b", "variant = 2"),
            Put(lists[0], "variant = 1"), Put(lists[1], "variant = 2"), Visit("join-variant", "variant > 0"), Visit("join", "1 = 1"), Visit("wait-1", "1 = 1"),
            Visit("revenue", "1 = 1", "revenue"), Visit("list-c", "revenue = 1"), Put(lists[2], "revenue = 1"), Visit("join-2", "1 = 1"), Visit("wait-2", "1 = 1"), Visit("off", "1 = 1"),
            $"DELETE FROM account_list_members WHERE account_list_id = {lists[0]} AND account_id IN (SELECT account_id FROM plain)",
            Visit("last", "1 = 1"),
            $"""
            INSERT INTO journey_entries (id, account_id, journey_id, entry_number, partition, node_key, due_at, status, entered_at, arrived_at)
            SELECT id, account_id, {setting.JourneyId}, 1, 0, {keys["last"]}, NULL, 2, {now}, {now} FROM plain ORDER BY id
            """,
            "INSERT INTO journey_node_statistics (node_key, partition, path, passed) SELECT node_key, 0, path, COUNT(*) FROM journey_visits GROUP BY node_key, path",
        ];
        var watch = Stopwatch.StartNew();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var statement in statements)
                await ExecuteAsync(connection, transaction, statement);
            await transaction.CommitAsync();
        }
        watch.Stop();
        return (watch.Elapsed, await CountAsync(database));
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction transaction, string statement)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandTimeout, command.CommandText) = (transaction, 600, statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<EngineMade> CountAsync(BenchDatabase database)
    {
        await using var context = database.Open();
        context.Database.SetCommandTimeout(600);
        return new EngineMade(
            await context.JourneyEntries.CountAsync(entry => entry.DueAt == null), await context.JourneyVisits.LongCountAsync(), await context.AccountListMembers.CountAsync(),
            await context.JourneyNodeStatistics.SumAsync(statistic => statistic.Passed));
    }

    private static async Task<long> SizeAsync(BenchDatabase database)
    {
        await using var context = database.Open();
        return await context.Database.SqlQueryRaw<long>("SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size()) AS \"Value\"").SingleAsync();
    }

    private sealed record Setting(int JourneyId, IReadOnlyDictionary<string, int> Keys, IReadOnlyList<int> Lists, int Accounts);

    private sealed record EngineMade(int Ended, long Visits, int OnLists, long Passed);
}
