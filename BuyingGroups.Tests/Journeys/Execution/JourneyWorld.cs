using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Tests.Clock;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>A database with a solution interest and an audience, an engine, and a clock that stands still.</summary>
internal sealed class JourneyWorld : IAsyncDisposable
{
    private JourneyWorld(TestDatabase database, SettableClock clock)
    {
        (Database, Clock) = (database, clock);
        Groups = new GroupWorld(database.Open);
        Engine = NewEngine();
    }

    public TestDatabase Database { get; }

    public SettableClock Clock { get; }

    public GroupWorld Groups { get; }

    public JourneyEngine Engine { get; }

    public static async Task<JourneyWorld> CreateAsync(DatabaseKind kind)
    {
        var clock = new SettableClock();
        var world = new JourneyWorld(await TestDatabase.CreateAsync(kind, clock), clock);
        await world.Groups.BuildAsync();
        return world;
    }

    /// <summary>On a database that somebody else made and disposes.</summary>
    public static async Task<JourneyWorld> OnAsync(TestDatabase database, SettableClock clock)
    {
        var world = new JourneyWorld(database, clock);
        await world.Groups.BuildAsync();
        return world;
    }

    /// <summary>On a database that is arranged already.</summary>
    public static JourneyWorld Around(TestDatabase database, SettableClock clock) => new(database, clock);

    /// <summary>An engine as another process would have it, on the same database.</summary>
    /// <param name="extra">Steps that take the place of the portal's for their node kind.</param>
    public JourneyEngine NewEngine(params IReadOnlyList<JourneyStep> extra) => NewEngine(JourneyPace.Usual, extra);

    /// <summary>An engine with transactions and leases of another size.</summary>
    public JourneyEngine NewEngine(JourneyPace pace, params IReadOnlyList<JourneyStep> extra)
    {
        var leases = new JourneyLeases(Database.Portal, Clock, pace);
        var steps = typeof(JourneyStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JourneyStep)) && !type.IsAbstract)
            .Select(type => (JourneyStep)ActivatorUtilities.CreateInstance(Database.Services, type)).Where(step => extra.All(other => other.Settings != step.Settings)).Concat(extra);
        return new JourneyEngine(
            Database.Portal, leases, new JourneyPlans(), new Segment(steps), new Leaving(Database.Portal, leases, Clock),
            new EntryIds(Database.Portal), Clock, NullLogger<JourneyEngine>.Instance, pace);
    }

    /// <summary>Lets the engine work until nobody moves any more.</summary>
    public async Task RunAsync(JourneyEngine? engine = null)
    {
        while (await (engine ?? Engine).RunAsync("test", CancellationToken.None, lookNow: true) > 0)
        {
        }
    }

    /// <summary>Moves the clock and lets the engine work.</summary>
    public Task RunAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return RunAsync();
    }

    /// <summary>A live journey.</summary>
    public Task<int> PublishAsync(Drawing drawing, string name = "Journey") => PublishAsync(drawing.Document, name);

    /// <inheritdoc cref="PublishAsync(Drawing, string)"/>
    public async Task<int> PublishAsync(JourneyDocument document, string name)
    {
        await using var context = Database.Open();
        var now = Clock.GetUtcNow().UtcDateTime;
        var journey = new Journey
        {
            Name = name,
            Draft = JourneyJson.Write(document),
            Status = JourneyStatus.Live,
            StartsAt = document.Settings.StartsAt,
            EndsAt = document.Settings.EndsAt,
            PublishedAt = now,
        };
        context.Journeys.Add(journey);
        await context.SaveChangesAsync();
        context.JourneyLeases.AddRange(Enumerable.Range(0, Database.Portal.Provider.JourneyPartitions).Select(partition => new JourneyLease { JourneyId = journey.Id, Partition = partition }));
        await context.SaveChangesAsync();
        await PublishVersionAsync(journey.Id, document, 1);
        return journey.Id;
    }

    /// <summary>Another version of a journey; new entries travel it.</summary>
    public Task PublishVersionAsync(int journeyId, Drawing drawing, int number) => PublishVersionAsync(journeyId, drawing.Document, number);

    private async Task PublishVersionAsync(int journeyId, JourneyDocument document, int number)
    {
        await using var context = Database.Open();
        var version = new JourneyVersion { JourneyId = journeyId, Number = number, Document = JourneyJson.Write(document), PublishedAt = Clock.GetUtcNow().UtcDateTime };
        context.JourneyVersions.Add(version);
        await context.SaveChangesAsync();
        foreach (var node in document.Nodes.Values)
        {
            var actor = new ActorRecord { Kind = ActorKind.Journey, Reference = $"journey:{journeyId}/version:{number}/node:{node.Id}", Name = $"Journey › {node.Id}" };
            context.Actors.Add(actor);
            await context.SaveChangesAsync();
            var key = new JourneyNodeKey { JourneyVersionId = version.Id, NodeId = node.Id.Value, ActorId = actor.Id };
            context.JourneyNodeKeys.Add(key);
            await context.SaveChangesAsync();
            if (node.Settings is VariantSplitSettings { Subject: SplitSubject.Accounts })
                context.JourneyVariantCounts.Add(new JourneyVariantCount { NodeKey = key.Id });
        }
        await context.SaveChangesAsync();
        await context.Journeys.Where(journey => journey.Id == journeyId).ExecuteUpdateAsync(set => set.SetProperty(journey => journey.LiveVersionId, version.Id));
    }

    /// <summary>An activity that occurs now, or at the time given.</summary>
    public Task HappenAsync(long accountId, int typeId, long? personId = null, DateTimeOffset? at = null, params IReadOnlyList<ActivityAttribute> attributes)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var activity = new Activity { AccountId = accountId, PersonId = personId, ActivityTypeId = typeId, OccurredAt = at?.UtcDateTime ?? now, RecordedAt = now };
        foreach (var attribute in attributes)
            activity.Attributes.Add(attribute);
        return Database.AddAsync([activity]);
    }

    /// <summary>How the statistics count each path: "node/path" → passed; the place of the path from 1, 0 when none, −1 when taken out.</summary>
    public async Task<Dictionary<string, long>> CountsAsync()
    {
        await using var context = Database.Open();
        var rows = await (from statistic in context.JourneyNodeStatistics join key in context.JourneyNodeKeys on statistic.NodeKey equals key.Id select new { key.NodeId, statistic.Path, statistic.Passed }).ToListAsync();
        return rows.GroupBy(row => $"{row.NodeId}/{row.Path}").ToDictionary(group => group.Key, group => group.Sum(row => row.Passed));
    }

    /// <summary>The same counted from the visits: what the statistics must equal.</summary>
    public async Task<Dictionary<string, long>> VisitsAsync()
    {
        await using var context = Database.Open();
        var rows = await (from visit in context.JourneyVisits join key in context.JourneyNodeKeys on visit.NodeKey equals key.Id select new { key.NodeId, visit.Path }).ToListAsync();
        return rows.GroupBy(row => $"{row.NodeId}/{row.Path}").ToDictionary(group => group.Key, group => (long)group.Count());
    }

    /// <summary>Where everybody is: account name → "node status".</summary>
    public async Task<Dictionary<string, string>> WhereAsync(int journeyId)
    {
        await using var context = Database.Open();
        var rows = await (from entry in context.JourneyEntries.Where(entry => entry.JourneyId == journeyId)
                          join key in context.JourneyNodeKeys on entry.NodeKey equals key.Id
                          join account in context.Accounts on entry.AccountId equals account.Id
                          orderby entry.EntryNumber
                          select new { account.Name, key.NodeId, entry.Status, entry.Error }).ToListAsync();
        return rows.GroupBy(row => row.Name).ToDictionary(group => group.Key, group => string.Join("; ", group.Select(row => $"{row.NodeId} {row.Status}{(row.Error is null ? "" : ": " + row.Error)}")));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
