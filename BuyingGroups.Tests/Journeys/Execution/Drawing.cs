using System.Collections.Immutable;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Draws a journey node by node; the first one is the start.</summary>
internal sealed class Drawing
{
    private readonly List<JourneyNode> nodes = [];

    public JourneySettings Settings { get; init; } = JourneySettings.Default;

    public JourneyDocument Document => new(nodes[0].Id, nodes.ToImmutableSortedDictionary(node => node.Id, node => node), Settings);

    /// <summary>A node with the one path out of it.</summary>
    public Drawing Add(string id, NodeSettings settings, string? to = null) => Add(id, settings, [JourneyPath.Next(Id(to))]);

    /// <summary>A node with its paths.</summary>
    public Drawing Add(string id, NodeSettings settings, params IReadOnlyList<JourneyPath> paths)
    {
        nodes.Add(new JourneyNode(new NodeId(id), settings, paths));
        return this;
    }

    public static JourneyPath Branch(string key, Condition condition, string? to) => new(key, PathKind.Branch, Id(to)) { Condition = condition };

    public static JourneyPath Share(string key, int percent, string? to) => new(key, PathKind.Branch, Id(to)) { Percent = percent };

    public static JourneyPath Other(string? to) => new("other", PathKind.Other, Id(to));

    public static JourneyPath Timeout(string? to) => new("timeout", PathKind.Timeout, Id(to));

    /// <summary>A condition of one filter.</summary>
    public static Condition When(string attribute, ConditionOperator comparison, params IReadOnlyList<string> values) =>
        new ConditionGroup(MatchKind.All, [FieldFilter.Of(attribute, comparison, values)]);

    private static NodeId? Id(string? id) => id is null ? null : new NodeId(id);
}
