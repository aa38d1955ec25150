using System.Text.Json.Serialization;

namespace BuyingGroups.Domain.Conditions;

/// <summary>
/// A condition over accounts or people (product.md § 3): a tree of groups and filters. One model serves role templates, audiences,
/// account lists, journey splits and event filters. Stored as JSON by <see cref="ConditionJson"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConditionGroup), "group")]
public abstract record Condition;

/// <summary>How the parts of a group combine.</summary>
public enum MatchKind
{
    /// <summary>Every part must match; an empty group matches.</summary>
    All = 1,

    /// <summary>At least one part must match; an empty group matches nobody.</summary>
    Any = 2,
}

/// <summary>Match all or match any of several conditions.</summary>
/// <param name="Match">All or any.</param>
/// <param name="Conditions">The parts, in the order shown.</param>
public sealed record ConditionGroup(MatchKind Match, IReadOnlyList<Condition> Conditions) : Condition;
