namespace BuyingGroups.Domain.Journeys;

/// <summary>What became of a node from one document to another.</summary>
public enum NodeFate
{
    /// <summary>Only the later document has it.</summary>
    Added = 1,

    /// <summary>Only the earlier document has it.</summary>
    Removed = 2,

    /// <summary>Both have it, and it differs.</summary>
    Changed = 3,
}

/// <summary>In what a node differs.</summary>
[Flags]
public enum NodeAspects
{
    /// <summary>In nothing.</summary>
    None = 0,

    /// <summary>Its name.</summary>
    Name = 1,

    /// <summary>What it does.</summary>
    Settings = 2,

    /// <summary>Its paths: which there are, their order, names, conditions, shares.</summary>
    Paths = 4,

    /// <summary>Where its paths lead.</summary>
    Course = 8,
}

/// <summary>A node that is not the same in both documents.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Aspects">In what it differs; none for what was added or removed.</param>
/// <param name="Node">The later node, or the earlier of one that was removed.</param>
public sealed record NodeDifference(NodeId Id, NodeFate Fate, NodeAspects Aspects, JourneyNode Node);

/// <summary>In what the settings of two journeys differ.</summary>
[Flags]
public enum SettingsAspects
{
    /// <summary>In nothing.</summary>
    None = 0,

    /// <summary>Start or end date.</summary>
    Schedule = 1,

    /// <summary>Whether and how accounts enter again.</summary>
    ReEntry = 2,

    /// <summary>The goal.</summary>
    Goal = 4,

    /// <summary>The exit condition.</summary>
    Exit = 8,

    /// <summary>Deduplication of emails.</summary>
    Email = 16,
}

/// <summary>What is different between two documents, such as a draft and the live version. References are compared as they are: resolve both first.</summary>
/// <param name="Nodes">The nodes that differ, in the order of the later drawing; removed ones last.</param>
/// <param name="Settings">In what the settings differ.</param>
public sealed record JourneyDifference(IReadOnlyList<NodeDifference> Nodes, SettingsAspects Settings)
{
    /// <summary>True when both are the same.</summary>
    public bool IsNone => Nodes.Count == 0 && Settings == SettingsAspects.None;

    /// <summary>The difference at a node, or null where there is none.</summary>
    public NodeDifference? At(NodeId node) => Nodes.FirstOrDefault(one => one.Id == node);

    /// <summary>What a later document has that an earlier one has not.</summary>
    public static JourneyDifference Of(JourneyDocument before, JourneyDocument after)
    {
        var nodes = new List<NodeDifference>();
        foreach (var node in InOrder(after))
        {
            if (before.Node(node.Id) is not { } was)
                nodes.Add(new(node.Id, NodeFate.Added, NodeAspects.None, node));
            else if (AspectsOf(was, node) is var aspects && aspects != NodeAspects.None)
                nodes.Add(new(node.Id, NodeFate.Changed, aspects, node));
        }
        nodes.AddRange(InOrder(before).Where(node => after.Node(node.Id) is null).Select(node => new NodeDifference(node.Id, NodeFate.Removed, NodeAspects.None, node)));
        return new(nodes, AspectsOf(before.Settings, after.Settings));
    }

    private static IEnumerable<JourneyNode> InOrder(JourneyDocument document) => JourneyGraph.Of(document).Everything().Order;

    private static NodeAspects AspectsOf(JourneyNode was, JourneyNode node) =>
        (string.Equals(was.Name, node.Name, StringComparison.Ordinal) ? NodeAspects.None : NodeAspects.Name)
        | (was.Settings.Equals(node.Settings) ? NodeAspects.None : NodeAspects.Settings)
        | (was.Paths.Select(Unled).SequenceEqual(node.Paths.Select(Unled)) ? NodeAspects.None : NodeAspects.Paths)
        | (was.Paths.All(path => node.Paths.All(other => !string.Equals(other.Key, path.Key, StringComparison.Ordinal) || other.To == path.To)) ? NodeAspects.None : NodeAspects.Course);

    private static JourneyPath Unled(JourneyPath path) => path with { To = null };

    private static SettingsAspects AspectsOf(JourneySettings was, JourneySettings now) =>
        (was.StartsAt == now.StartsAt && was.EndsAt == now.EndsAt ? SettingsAspects.None : SettingsAspects.Schedule)
        | (Equals(was.ReEntry, now.ReEntry) ? SettingsAspects.None : SettingsAspects.ReEntry)
        | (Equals(was.Goal, now.Goal) ? SettingsAspects.None : SettingsAspects.Goal)
        | (Equals(was.Exit, now.Exit) ? SettingsAspects.None : SettingsAspects.Exit)
        | (was.DeduplicateEmail == now.DeduplicateEmail ? SettingsAspects.None : SettingsAspects.Email);
}
