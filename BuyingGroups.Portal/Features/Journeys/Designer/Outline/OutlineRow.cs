using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Outline;

/// <summary>What a line of the outline stands for.</summary>
public enum OutlineKind
{
    /// <summary>A step.</summary>
    Step = 1,

    /// <summary>A path of a step that has several.</summary>
    Path = 2,

    /// <summary>Where a path goes on at a merge, which stands further down.</summary>
    Joins = 3,
}

/// <summary>A line of the outline.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Node">The step, or the one that the path leaves.</param>
/// <param name="Path">The path; null for a step.</param>
/// <param name="Into">The merge at which a path goes on.</param>
/// <param name="Level">How deep it stands, from 1.</param>
/// <param name="Position">Its place among its siblings, from 1.</param>
/// <param name="Siblings">How many they are, itself included.</param>
/// <param name="HasChildren">Whether lines belong under it.</param>
/// <param name="EndsHere">True when nothing follows: the journey ends behind this step, or on this path.</param>
public sealed record OutlineRow(OutlineKind Kind, JourneyNode Node, JourneyPath? Path, JourneyNode? Into, int Level, int Position, int Siblings, bool HasChildren, bool EndsHere)
{
    /// <summary>Names the line, also when others come and go.</summary>
    public string Key => Path is null ? $"s-{Node.Id}" : Kind == OutlineKind.Path ? $"p-{Node.Id}-{Path.Key}" : $"j-{Node.Id}-{Path.Key}";
}
