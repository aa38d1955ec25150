using System.Collections.Concurrent;
using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Plans of published versions. A version never changes, so each is read once.</summary>
public sealed class JourneyPlans
{
    private readonly ConcurrentDictionary<int, PublishedPlan> byVersion = new();
    private readonly ConcurrentDictionary<int, PublishedPlan> byNode = new();

    /// <summary>The plan that a node's number belongs to.</summary>
    public async Task<PublishedPlan> OfNodeAsync(PortalDbContext database, int nodeKey, CancellationToken cancellationToken) =>
        byNode.TryGetValue(nodeKey, out var known)
            ? known
            : await OfAsync(database, await database.JourneyNodeKeys.Where(key => key.Id == nodeKey).Select(key => key.JourneyVersionId).SingleAsync(cancellationToken), cancellationToken);

    /// <summary>The plan of a version.</summary>
    public async Task<PublishedPlan> OfAsync(PortalDbContext database, int versionId, CancellationToken cancellationToken)
    {
        if (byVersion.TryGetValue(versionId, out var known))
            return known;
        var version = await database.JourneyVersions.AsNoTracking().SingleAsync(one => one.Id == versionId, cancellationToken);
        var keys = await database.JourneyNodeKeys.AsNoTracking().Where(one => one.JourneyVersionId == versionId).ToListAsync(cancellationToken);
        var document = JourneyJson.Read(version.Document).Document ?? throw new InvalidOperationException($"Version {versionId} cannot be read.");
        var plan = JourneyPlan.Of(version.JourneyId, versionId, document, keys.ToDictionary(key => new NodeId(key.NodeId), key => (key.Id, key.ActorId)));
        var published = new PublishedPlan(plan, version.PublishedAt);
        foreach (var node in plan.Nodes)
            byNode[node.Key] = published;
        return byVersion[versionId] = published;
    }
}

/// <summary>A plan and when it was published.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="PublishedAt">When (UTC).</param>
public sealed record PublishedPlan(JourneyPlan Plan, DateTime PublishedAt);
