using BuyingGroups.Data;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Takes a draft live, now or at its start date, or gives a live journey its next version: those inside finish the version they entered, new ones take the new one.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Version">The version that was looked at; null publishes the draft as it is.</param>
[Requires(Permissions.JourneysPublish)]
public sealed record PublishJourney(int Id, int? Version = null) : ICommand<PublishedJourney>;

/// <summary>What was published.</summary>
/// <param name="Id">The journey.</param>
/// <param name="VersionId">The version's id.</param>
/// <param name="Number">1, 2, 3 … within the journey.</param>
/// <param name="Warnings">What to look at; nothing of it stood in the way.</param>
public sealed record PublishedJourney(int Id, int VersionId, int Number, IReadOnlyList<Refusal> Warnings);

/// <summary>Publishes it.</summary>
public sealed class PublishJourneyHandler(PortalDatabase portal) : ICommandHandler<PublishJourney, PublishedJourney>
{
    public async Task<Outcome<PublishedJourney>> HandleAsync(PublishJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var found = await JourneyDrafts.ToChangeAsync(database, command.Id, command.Version, JourneyRules.ToPublish, cancellationToken);
        if (!found.Succeeded)
            return Outcome<PublishedJourney>.Refused(found.Refusals);
        var journey = found.Value;
        var draft = JourneyDrafts.Stored(journey.Draft);
        var catalog = await JourneyCatalogs.ReadAsync(database, context.Now, journey.Id, cancellationToken);
        var problems = JourneyValidation.Of(draft, catalog);
        if (problems.Any(problem => problem.Severity == ProblemSeverity.Error))
            return Outcome<PublishedJourney>.Refused([.. problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.AsRefusal())]);

        var document = JourneyReferences.Resolve(draft, catalog);
        var before = new { journey.Status, journey.LiveVersionId };
        var version = await AddVersionAsync(context, journey, document, cancellationToken);
        (journey.Status, journey.LiveVersionId, journey.Problem) = (JourneyStatus.Live, version.Id, null);
        (journey.StartsAt, journey.EndsAt) = (document.Settings.StartsAt, document.Settings.EndsAt);
        (journey.PublishedAt, journey.PublishedBy, journey.UpdatedBy) = (context.Now, context.ActorId, context.ActorId);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit("Journey", journey.Id, journey.Name, before, new { journey.Status, journey.LiveVersionId, version.Number, journey.StartsAt, journey.EndsAt });
        return new PublishedJourney(journey.Id, version.Id, version.Number, [.. problems.Select(problem => problem.AsRefusal())]);
    }

    private async Task<JourneyVersion> AddVersionAsync(CommandContext context, Journey journey, JourneyDocument document, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var last = await database.JourneyVersions.Where(v => v.JourneyId == journey.Id).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var version = new JourneyVersion
        {
            JourneyId = journey.Id,
            Number = last + 1,
            Document = JourneyJson.Write(document),
            PublishedAt = context.Now,
            ActorId = context.ActorId,
        };
        database.JourneyVersions.Add(version);
        await database.SaveChangesAsync(cancellationToken);

        var nodes = JourneyGraph.Of(document).Order;
        var keys = await AddKeysAsync(database, version.Id, nodes, cancellationToken);
        // An actor names the key, and the key its actor: the key comes first.
        var actors = keys.Zip(nodes, (key, node) => new ActorRecord
        {
            Kind = ActorKind.Journey,
            Reference = $"journey:{journey.Id}/node:{key.Id}",
            Name = ActorName(journey.Name, NodeWords.Name(node)),
        }).ToList();
        database.Actors.AddRange(actors);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var (key, actor) in keys.Zip(actors))
            key.ActorId = actor.Id;
        database.JourneyVariantCounts.AddRange(keys.Zip(nodes).Where(pair => pair.Second.Settings is VariantSplitSettings { Subject: SplitSubject.Accounts })
            .Select(pair => new JourneyVariantCount { NodeKey = pair.First.Id }));
        var leased = await database.JourneyLeases.Where(l => l.JourneyId == journey.Id).Select(l => l.Partition).ToListAsync(cancellationToken);
        database.JourneyLeases.AddRange(Enumerable.Range(0, portal.Provider.JourneyPartitions).Except(leased)
            .Select(partition => new JourneyLease { JourneyId = journey.Id, Partition = partition }));
        await database.SaveChangesAsync(cancellationToken);
        return version;
    }

    /// <summary>Keys that rise in the order of <paramref name="nodes"/>: the engine reads the order of a drawing from them.</summary>
    private static async Task<IReadOnlyList<JourneyNodeKey>> AddKeysAsync(PortalDbContext database, int versionId, IReadOnlyList<JourneyNode> nodes, CancellationToken cancellationToken)
    {
        var keys = nodes.Select(node => new JourneyNodeKey { JourneyVersionId = versionId, NodeId = node.Id.Value }).ToList();
        database.JourneyNodeKeys.AddRange(keys);
        await database.SaveChangesAsync(cancellationToken);
        if (keys.Zip(keys.Skip(1)).All(pair => pair.First.Id < pair.Second.Id))
            return keys;
        // No database promises that the rows of one statement get their numbers in order.
        database.JourneyNodeKeys.RemoveRange(keys);
        await database.SaveChangesAsync(cancellationToken);
        keys = [.. nodes.Select(node => new JourneyNodeKey { JourneyVersionId = versionId, NodeId = node.Id.Value })];
        foreach (var key in keys)
        {
            database.JourneyNodeKeys.Add(key);
            await database.SaveChangesAsync(cancellationToken);
        }
        return keys;
    }

    private static string ActorName(string journey, string node)
    {
        var ending = $" › {node}";
        var room = ActorRecord.NameMaxLength - ending.Length;
        return (journey.Length <= room ? journey : journey[..(room - 1)] + "…") + ending;
    }
}
