using BuyingGroups.Domain.Conditions.Relations;

namespace BuyingGroups.Domain.Conditions;

/// <summary>The edits of the condition editor, each from one tree to another. A place that does not exist (any more) leaves the tree as it is.</summary>
public static class ConditionEdits
{
    /// <summary>The condition at a place, or null.</summary>
    public static Condition? At(this Condition root, ConditionPath path)
    {
        var at = root;
        foreach (var step in path.Steps)
        {
            if (step < 0 || step >= at.Children.Count)
                return null;
            at = at.Children[step];
        }
        return at;
    }

    /// <summary>What the children of the condition at <paramref name="path"/> are about; null where no such place is.</summary>
    public static ConditionScope? ScopeInside(this Condition root, ConditionPath path, ConditionScope scope)
    {
        var at = root;
        foreach (var step in path.Steps)
        {
            if (Inside(at, scope) is not { } inside || step < 0 || step >= at.Children.Count)
                return null;
            (at, scope) = (at.Children[step], inside);
        }
        return Inside(at, scope);
    }

    /// <summary>Puts <paramref name="condition"/> in the place of another.</summary>
    public static Condition Replace(this Condition root, ConditionPath path, Condition condition) => Change(root, path, _ => condition);

    /// <summary>Inserts into the group at <paramref name="group"/> before the child <paramref name="index"/>; at the end when the index is too large.</summary>
    public static Condition Insert(this Condition root, ConditionPath group, int index, Condition condition) => Change(root, group, at =>
        at is ConditionGroup parent
            ? parent with { Conditions = [.. parent.Conditions.Take(index), condition, .. parent.Conditions.Skip(Math.Max(index, 0))] }
            : at);

    /// <summary>Takes a condition out. The root becomes empty; the "where" of a has filter is emptied.</summary>
    public static Condition Remove(this Condition root, ConditionPath path)
    {
        if (path.IsRoot)
            return Condition.Everything;
        return root.At(path.Parent) is ConditionGroup
            ? Change(root, path.Parent, at => at.WithChildren([.. at.Children.Where((_, index) => index != path.Index)]))
            : Change(root, path, _ => Condition.Everything);
    }

    /// <summary>Puts a copy right after the original; the root and the "where" of a has filter have no place for one.</summary>
    public static Condition Duplicate(this Condition root, ConditionPath path) =>
        !path.IsRoot && root.At(path) is { } original && root.At(path.Parent) is ConditionGroup ? root.Insert(path.Parent, path.Index + 1, original) : root;

    /// <summary>Moves a condition before the child <paramref name="index"/> (as numbered now) of another group.</summary>
    public static Condition Move(this Condition root, ConditionPath path, ConditionPath group, int index)
    {
        if (!CanMove(root, path, group))
            return root;
        // Inserted first and removed after, so that only one of the two paths can have shifted.
        var moved = root.At(path)!;
        var at = Math.Clamp(index, 0, root.At(group)!.Children.Count);
        var shifted = Shift(path, group, at);
        return root.Insert(group, at, moved).Remove(shifted);
    }

    /// <summary>True when the condition can go into the group: not into itself, and only where filters are about the same thing (whatever the root is about).</summary>
    public static bool CanMove(this Condition root, ConditionPath path, ConditionPath group) =>
        !path.IsRoot && !path.Contains(group) && root.At(path) is not null && root.At(path.Parent) is ConditionGroup && root.At(group) is ConditionGroup
        && root.ScopeInside(path.Parent, ConditionScope.Account) is { } from && from == root.ScopeInside(group, ConditionScope.Account);

    /// <summary>The places of all groups into which the condition at <paramref name="path"/> may move, from the top.</summary>
    public static IEnumerable<ConditionPath> Destinations(this Condition root, ConditionPath path) =>
        Places(root, ConditionPath.Root).Where(place => place != path.Parent && root.CanMove(path, place));

    /// <summary>Every place of the tree, from the top, in the order shown.</summary>
    public static IEnumerable<ConditionPath> Places(this Condition condition, ConditionPath path)
    {
        yield return path;
        for (var index = 0; index < condition.Children.Count; index++)
        {
            foreach (var place in condition.Children[index].Places(path.Child(index)))
                yield return place;
        }
    }

    private static ConditionScope? Inside(Condition condition, ConditionScope scope) => condition switch
    {
        ConditionGroup => scope,
        HasFilter has => ConditionRelation.All.FirstOrDefault(relation => string.Equals(relation.Key, has.Relation, StringComparison.Ordinal))?.Items,
        _ => null,
    };

    private static Condition Change(Condition root, ConditionPath path, Func<Condition, Condition> change) => Change(root, path.Steps, 0, change);

    private static Condition Change(Condition at, IReadOnlyList<int> steps, int level, Func<Condition, Condition> change)
    {
        if (level == steps.Count)
            return change(at);
        if (steps[level] < 0 || steps[level] >= at.Children.Count)
            return at;
        return at.WithChildren([.. at.Children.Select((child, index) => index == steps[level] ? Change(child, steps, level + 1, change) : child)]);
    }

    /// <summary>Where <paramref name="path"/> is after an insertion into <paramref name="group"/> at <paramref name="index"/>.</summary>
    private static ConditionPath Shift(ConditionPath path, ConditionPath group, int index)
    {
        var steps = path.Steps.ToArray();
        var level = group.Steps.Count;
        if (group.Contains(path) && steps.Length > level && steps[level] >= index)
            steps[level]++;
        return steps.Aggregate(ConditionPath.Root, (at, step) => at.Child(step));
    }
}
