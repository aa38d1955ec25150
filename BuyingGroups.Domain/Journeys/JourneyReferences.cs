using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys;

/// <summary>A thing that a journey names.</summary>
/// <param name="Node">The node that names it.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Reference">The reference.</param>
public sealed record ReferenceUse(NodeId Node, ReferenceKind Kind, JourneyReference Reference);

/// <summary>A condition in a journey.</summary>
/// <param name="Node">The node; null for goal and exit.</param>
/// <param name="PathKey">The path; null for one of the node itself.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Condition">The condition.</param>
public sealed record ConditionUse(NodeId? Node, string? PathKey, ConditionScope Scope, Condition Condition);

/// <summary>What journeys name, and by name or id.</summary>
public static class JourneyReferences
{
    /// <summary>Everything the nodes of a document name: for "in use by" refusals. What its conditions name: see <see cref="ConditionsOf"/>.</summary>
    public static IReadOnlyList<ReferenceUse> Of(JourneyDocument document)
    {
        var uses = new List<ReferenceUse>();
        foreach (var node in document.Nodes.Values)
        {
            NodeKinds.Of(node.Settings).MapReferences(node.Settings, (kind, reference, _) =>
            {
                if (reference is not { Id: null, Name: null })
                    uses.Add(new(node.Id, kind, reference));
                return reference;
            });
        }
        return [.. uses.Distinct()];
    }

    /// <summary>Every condition of a document, in no order that matters.</summary>
    public static IEnumerable<ConditionUse> ConditionsOf(JourneyDocument document)
    {
        if (document.Settings.Goal is { } goal)
            yield return new(null, null, ConditionScope.Account, goal);
        if (document.Settings.Exit is { } exit)
            yield return new(null, null, ConditionScope.Account, exit);
        foreach (var node in document.Nodes.Values)
        {
            if (node.Settings is ListenForEventSettings { Event.Person: { } person })
                yield return new(node.Id, null, ConditionScope.Person, person);
            foreach (var path in node.Paths.Where(path => path.Condition is not null))
                yield return new(node.Id, path.Key, NodeKinds.Of(node.Settings).Shape.BranchCondition ?? ConditionScope.Account, path.Condition!);
        }
    }

    /// <summary>The document with ids put in where names were given. A name that finds nothing stays; validation tells of it.</summary>
    public static JourneyDocument Resolve(JourneyDocument document, JourneyCatalog catalog) => Map(document, (kind, reference, of) =>
        reference.Id is null && Find(catalog, kind, reference, of) is { } found ? new(found.Id, found.Name) : reference);

    /// <summary>The document by names alone, for another portal, where ids mean something else. An id that finds nothing stays. Conditions keep what they name.</summary>
    public static JourneyDocument ByName(JourneyDocument document, JourneyCatalog catalog) => Map(document, (kind, reference, of) =>
        Find(catalog, kind, reference, of) is { } found ? new(null, found.Name) : reference);

    private static JourneyDocument Map(JourneyDocument document, ReferenceMap map) => document with
    {
        Nodes = document.Nodes.SetItems(document.Nodes.Values.Select(node => KeyValuePair.Create(node.Id, node with { Settings = NodeKinds.Of(node.Settings).MapReferences(node.Settings, map) }))),
    };

    private static NamedReference? Find(JourneyCatalog catalog, ReferenceKind kind, JourneyReference reference, JourneyReference? of)
    {
        var interest = catalog.SolutionInterest(of);
        return kind switch
        {
            ReferenceKind.Audience when catalog.Audience(reference) is { } audience => new(audience.Id, audience.Name),
            ReferenceKind.AccountList when catalog.AccountList(reference) is { } list => new(list.Id, list.Name),
            ReferenceKind.SolutionInterest when catalog.SolutionInterest(reference) is { } solution => new(solution.Id, solution.Name),
            ReferenceKind.Role => catalog.Role(reference, interest),
            ReferenceKind.Stage => catalog.Stage(reference, interest),
            ReferenceKind.ActivityType => catalog.ActivityType(reference),
            ReferenceKind.Journey when catalog.Journey(reference) is { } journey => new(journey.Id, journey.Name),
            _ => null,
        };
    }
}
