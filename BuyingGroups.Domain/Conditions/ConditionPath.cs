using System.Globalization;

namespace BuyingGroups.Domain.Conditions;

/// <summary>The place of a condition in its tree: the numbers of the children on the way down, such as "0.2"; empty for the root.</summary>
/// <param name="Text">The numbers, joined by full stops.</param>
public readonly record struct ConditionPath(string Text)
{
    /// <summary>The top of the tree.</summary>
    public static ConditionPath Root { get; } = new("");

    /// <summary>True at the top.</summary>
    public bool IsRoot => string.IsNullOrEmpty(Text);

    /// <summary>The numbers on the way down.</summary>
    public IReadOnlyList<int> Steps =>
        IsRoot ? [] : [.. Text.Split('.').Select(step => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];

    /// <summary>The number of this condition among its siblings; −1 at the root.</summary>
    public int Index => IsRoot ? -1 : Steps[^1];

    /// <summary>The condition above; the root is its own parent.</summary>
    public ConditionPath Parent => IsRoot || !Text.Contains('.', StringComparison.Ordinal) ? Root : new(Text[..Text.LastIndexOf('.')]);

    /// <summary>The child with a number.</summary>
    public ConditionPath Child(int index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        return new(IsRoot ? number : $"{Text}.{number}");
    }

    /// <summary>True when <paramref name="other"/> is this place or below it.</summary>
    public bool Contains(ConditionPath other) =>
        IsRoot || string.Equals(Text, other.Text, StringComparison.Ordinal) || (other.Text ?? "").StartsWith(Text + ".", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text ?? "";
}
