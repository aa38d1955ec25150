using System.Globalization;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Clock;
using BuyingGroups.Tests.Conditions;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Journeys.RandomJourneys;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>
/// Random journeys over random accounts, all in one database, through months with random activities. Whatever they are drawn like: nobody stands still with an
/// error, everybody walks a way that is drawn, and what is counted is what was walked. BUYINGGROUPS_SEED is the first seed.
/// </summary>
[Trait("Category", "Fuzz")]
public sealed class RandomJourneysTests(ITestOutputHelper output)
{
    [OnEveryDatabase]
    public async Task Every_account_walks_a_way_that_is_drawn(DatabaseKind kind)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BUYINGGROUPS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20261122;
        // A server takes longer over each of the many small steps.
        var (journeys, months) = kind == DatabaseKind.Sqlite ? (6, 10) : (1, 3);
        var random = new Random(seed);
        var clock = new SettableClock(new DateTimeOffset(ConditionWorld.Now));
        await using var database = await ConditionDatabase.FilledAsync(kind, seed, clock);
        var world = JourneyWorld.Around(database, clock);
        await database.AddAsync(
        [
            new Audience { Name = "Everybody", Status = PublicationStatus.Live, Condition = Condition.Everything }, new AccountList { Name = "Some", Kind = AccountListKind.Static, Status = PublicationStatus.Live },
            .. ConditionWorld.Catalog.Users.Select(user => new PortalUser { Id = user.Id, UserName = user.Name, DisplayName = user.Name, SecurityStamp = user.Name }),
        ]);
        for (var number = 1; number <= 2; number++)
            await world.PublishAsync(new Drawing().Add("start", new AccountAudienceSettings(null, 1), "wait").Add("wait", new WaitSettings(new(new(1, WaitUnit.Months), null, null))), $"Other {number}");
        var documents = new Dictionary<int, JourneyDocument>();
        for (var next = seed; documents.Count < journeys; next++)
        {
            var document = RandomJourney.Make(next, nodes: 24);
            if (await CanBePublishedAsync(database, document))
                documents[await world.PublishAsync(document, $"Journey {next}")] = document;
        }

        for (var month = 0; month < months; month++)
        {
            await world.RunAsync();
            clock.Advance(TimeSpan.FromDays(15));
            await HappenAsync(database, random, clock);
            await world.RunAsync();
            clock.Advance(TimeSpan.FromDays(15));
        }
        await world.RunAsync();

        await using var context = database.Open();
        Assert.Empty(await context.Journeys.Where(journey => journey.Problem != null).Select(journey => journey.Name + ": " + journey.Problem).ToListAsync());
        Assert.Empty(await context.JourneyEntries.Where(entry => entry.Status == EntryStatus.Parked).Select(entry => entry.Error).ToListAsync());
        var walked = 0;
        foreach (var (id, document) in documents)
        {
            var keys = await context.JourneyNodeKeys.Where(key => context.JourneyVersions.Any(version => version.Id == key.JourneyVersionId && version.JourneyId == id)).ToDictionaryAsync(key => key.Id, key => new NodeId(key.NodeId));
            var visits = (await context.JourneyVisits.Where(visit => keys.Keys.Contains(visit.NodeKey)).ToListAsync()).ToLookup(visit => visit.EntryId);
            foreach (var entry in await context.JourneyEntries.Where(entry => entry.JourneyId == id).ToListAsync())
            {
                var fault = FaultOf(document, entry, keys[entry.NodeKey], visits[entry.Id].ToDictionary(visit => keys[visit.NodeKey], visit => (int)visit.Path));
                Assert.True(fault is null, $"Seed {seed}, journey {id}, entry {entry.Id}: {fault}");
                walked++;
            }
        }
        Assert.Equal(await world.VisitsAsync(), (await world.CountsAsync()).Where(one => !one.Key.EndsWith("/-1", StringComparison.Ordinal)).ToDictionary());
        var ends = await context.JourneyEntries.GroupBy(entry => entry.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        output.WriteLine($"{kind}: {walked} passages; {string.Join(", ", ends.Select(end => $"{end.Key} {end.Count}"))}.");
        Assert.True(walked > 20 * journeys, $"Only {walked} walked.");
    }

    private static async Task<bool> CanBePublishedAsync(TestDatabase database, JourneyDocument document)
    {
        await using var context = database.Open();
        var catalog = await JourneyCatalogs.ReadAsync(context, database.Clock.GetUtcNow().UtcDateTime, null, CancellationToken.None);
        return JourneyValidation.IsPublishable(JourneyValidation.Of(document, catalog));
    }

    private static async Task HappenAsync(TestDatabase database, Random random, SettableClock clock)
    {
        await using var context = database.Open();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var person in await context.People.Select(person => new { person.Id, person.AccountId }).ToListAsync())
            context.Activities.Add(new Activity { AccountId = person.AccountId, PersonId = person.Id, ActivityTypeId = random.Next(1, 9), OccurredAt = now.AddHours(-random.Next(300)), RecordedAt = now });
        await context.SaveChangesAsync();
    }

    /// <summary>Walks the drawing by what the visits say; null when the entry is where that leads and nothing is left over.</summary>
    private static string? FaultOf(JourneyDocument document, JourneyEntry entry, NodeId at, Dictionary<NodeId, int> visits)
    {
        var left = new Dictionary<NodeId, int>(visits);
        var node = document.Node(document.Start)!;
        while (true)
        {
            if (!left.Remove(node.Id, out var path))
                return node.Id != at ? $"stopped at {node.Id}, and is at {at}" : entry.Status == EntryStatus.Completed ? $"completed before {node.Id}" : Leftover();
            JourneyPath? taken;
            if (NodeKinds.DividesPeople(node.Settings))
            {
                foreach (var inside in node.Paths.SelectMany(one => JourneyGraph.Of(document).From(one.To!.Value).TakeWhile(next => next.Settings is not PeopleMergeSettings)))
                    left.Remove(inside.Id);
                node = document.Nodes.Values.Single(one => one.Settings is PeopleMergeSettings merge && merge.Split == node.Id);
                continue;
            }
            if (path > node.Paths.Count)
                return $"path {path} of {node.Id} is not drawn";
            taken = path == 0 ? null : node.Paths[path - 1];
            if (document.Node(taken?.To) is not { } next)
                return node.Id == at && entry.Status == EntryStatus.Completed ? Leftover() : $"the way ends at {node.Id}, and it is {entry.Status} at {at}";
            node = next;
        }

        string? Leftover() => left.Count == 0 ? null : $"visited {string.Join(", ", left.Keys)} besides";
    }
}
