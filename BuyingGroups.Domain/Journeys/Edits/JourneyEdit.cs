using System.Globalization;

namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>A path of a document: where something is inserted, dropped or pasted.</summary>
/// <param name="Node">The node it leaves.</param>
/// <param name="PathKey">Its key.</param>
public readonly record struct PathPlace(NodeId Node, string PathKey)
{
    /// <inheritdoc />
    public override string ToString() => $"{Node}/{PathKey}";
}

/// <summary>What an edit did, in words: an English composite format, which is also the key of its translations.</summary>
/// <param name="Text">The format, such as "Insert {0}".</param>
/// <param name="Arguments">Names given by people, or labels of node kinds, which are keys of translations themselves.</param>
public sealed record EditText(string Text, params IReadOnlyList<string> Arguments)
{
    /// <summary>The English sentence.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, [.. Arguments]);

    /// <summary>Same text and arguments.</summary>
    public bool Equals(EditText? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Arguments.SequenceEqual(other.Arguments, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Text, Arguments.Count);
}

/// <summary>What came of an edit. Nothing has happened until it is applied to a <see cref="JourneyHistory"/>, so that people can be asked first.</summary>
/// <param name="Before">The document before.</param>
/// <param name="Document">The document after.</param>
/// <param name="Description">What the edit did.</param>
/// <param name="Selected">The node to select afterwards; null leaves the selection.</param>
public sealed record JourneyEdit(JourneyDocument Before, JourneyDocument Document, EditText Description, NodeId? Selected = null)
{
    /// <summary>The nodes that go: ask before more than one does.</summary>
    public IReadOnlyList<JourneyNode> Removed => [.. Before.Nodes.Values.Where(node => !Document.Nodes.ContainsKey(node.Id))];

    /// <summary>The nodes that come.</summary>
    public IReadOnlyList<JourneyNode> Added => [.. Document.Nodes.Values.Where(node => !Before.Nodes.ContainsKey(node.Id))];
}
