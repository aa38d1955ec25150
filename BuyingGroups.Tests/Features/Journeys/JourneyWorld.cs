using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>A journey over the accounts of <see cref="GroupWorld"/>: split, wait, assign, variant, merge, moment. Where accounts are is written as the engine would.</summary>
internal sealed class JourneyWorld(TestPortal portal)
{
    /// <summary>start → split: big → wait → assign → join; other → halves: a → join, b → end; join → moment → end.</summary>
    public const string Document = """
        {
          "schema": 1,
          "start": "start",
          "nodes": [
            { "id": "start", "kind": "accountAudience", "settings": { "audience": { "name": "logistics" } }, "paths": [{ "key": "next", "kind": "next", "to": "split" }] },
            { "id": "split", "kind": "splitByAccounts", "name": "How large?", "paths": [
              { "key": "big", "kind": "branch", "name": "Big", "to": "wait", "condition": { "kind": "field", "attribute": "annualRevenue", "operator": "greaterOrEqual", "values": ["1000000"] } },
              { "key": "other", "kind": "other", "to": "halves" }] },
            { "id": "wait", "kind": "wait", "settings": { "until": { "duration": { "amount": 1, "unit": "days" } } }, "paths": [{ "key": "next", "kind": "next", "to": "assign" }] },
            { "id": "assign", "kind": "assignToBuyingGroup", "settings": { "solutionInterest": { "name": "Fleet analytics" }, "role": { "name": "Influencer" } }, "paths": [{ "key": "next", "kind": "next", "to": "join" }] },
            { "id": "halves", "kind": "variantSplit", "settings": { "subject": "accounts" }, "paths": [
              { "key": "a", "kind": "branch", "percent": 50, "to": "join" },
              { "key": "b", "kind": "branch", "percent": 50 }] },
            { "id": "join", "kind": "merge", "paths": [{ "key": "next", "kind": "next", "to": "moment" }] },
            { "id": "moment", "kind": "accountInterestingMoment", "settings": { "text": "Hello" }, "paths": [{ "key": "next", "kind": "next" }] }
          ]
        }
        """;

    private long _entries;

    public GroupWorld Groups { get; } = new(portal.Open);

    public int Id { get; private set; }

    /// <summary>Node keys of the version published last, by node.</summary>
    public Dictionary<string, int> Keys { get; private set; } = [];

    public async Task<JourneyWorld> BuildAsync(string document = Document)
    {
        await Groups.BuildAsync();
        Id = (await portal.SendAsync(new CreateJourney("Nurture", "For all of them", document))).Demand();
        return this;
    }

    public async Task<PublishedJourney> PublishAsync()
    {
        var published = (await portal.SendAsync(new PublishJourney(Id))).Demand();
        await using var context = portal.Open();
        Keys = await context.JourneyNodeKeys.Where(k => k.JourneyVersionId == published.VersionId).ToDictionaryAsync(k => k.NodeId, k => k.Id, StringComparer.Ordinal);
        return published;
    }

    /// <summary>Puts an account at a node, as the engine would after it passed <paramref name="passed"/> (node and path).</summary>
    public async Task<JourneyEntry> EnterAsync(Account account, string node, EntryStatus status, params (string Node, short Path)[] passed)
    {
        var now = portal.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var entry = new JourneyEntry
        {
            Id = ++_entries,
            AccountId = account.Id,
            JourneyId = Id,
            EntryNumber = 1,
            NodeKey = Keys[node],
            Status = status,
            DueAt = status == EntryStatus.Active ? now + 86_400_000 : null,
            EnteredAt = now,
            ArrivedAt = now,
            Error = status == EntryStatus.Parked ? "The disk was full." : null,
        };
        await using var context = portal.Open();
        var batch = new JourneyBatch { JourneyId = Id, At = now };
        context.AddRange(entry, batch);
        await context.SaveChangesAsync();
        foreach (var (at, path) in passed)
        {
            context.JourneyVisits.Add(new JourneyVisit { NodeKey = Keys[at], EntryId = entry.Id, Path = path, BatchId = batch.Id });
            await CountAsync(context, Keys[at], path);
        }
        await context.SaveChangesAsync();
        return entry;
    }

    private static async Task CountAsync(BuyingGroups.Data.PortalDbContext context, int key, short path)
    {
        var statistic = await context.JourneyNodeStatistics.FindAsync(key, 0, path);
        if (statistic is null)
            context.JourneyNodeStatistics.Add(new JourneyNodeStatistic { NodeKey = key, Path = path, Passed = 1 });
        else
            statistic.Passed++;
    }
}
