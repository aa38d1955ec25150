using BuyingGroups.Domain.Conditions;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>Which paths a node must and may have, by its kind.</summary>
internal static class PathRules
{
    public static void Check(JourneyNode node, NodeCheck check)
    {
        var shape = NodeKinds.Of(node.Settings).Shape;
        CheckKinds(node, shape, check);
        foreach (var key in node.Paths.GroupBy(path => path.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
            check.Add(new Json.PathKeyTwice(key.Key));
        var isTaken = false;
        foreach (var path in node.Paths)
        {
            if (!JourneyIds.IsValid(path.Key))
                check.Add(new Json.PathKeyWrong(path.Key));
            if (path.Name?.Length > JourneyPath.NameMaxLength)
                check.Add(new TextTooLong("The name of the path", JourneyPath.NameMaxLength), path);
            if (isTaken)
                check.Add(new PathNeverTaken(), path, ProblemSeverity.Warning);
            CheckBranch(path, shape, check);
            isTaken |= path is { Kind: PathKind.Branch, Condition: ConditionGroup { Match: MatchKind.All, Conditions.Count: 0 } };
        }
    }

    private static void CheckKinds(JourneyNode node, PathShape shape, NodeCheck check)
    {
        int Count(PathKind kind) => node.Paths.Count(path => path.Kind == kind);
        if (Count(PathKind.Next) != (shape.HasNext ? 1 : 0))
            check.Add(shape.HasNext ? new OneNextPath() : new PathDoesNotBelong("next"));
        var branches = Count(PathKind.Branch);
        if (shape.MostBranches == 0 && branches > 0)
            check.Add(new PathDoesNotBelong("branch"));
        else if (branches < shape.FewestBranches || branches > shape.MostBranches)
            check.Add(new BranchCountWrong(shape.FewestBranches, shape.MostBranches));
        CheckSingle(PathKind.Other, shape.MayHaveOther, "other");
        CheckSingle(PathKind.Timeout, shape.MayHaveTimeout, "timeout");
        if (node.Paths.Any(path => !Enum.IsDefined(path.Kind)))
            check.Add(new PathDoesNotBelong("?"));
        if (shape.MayHaveOther && Count(PathKind.Other) == 1 && node.Paths[^1].Kind != PathKind.Other)
            check.Add(new OtherNotLast(), node.Paths.First(path => path.Kind == PathKind.Other));

        void CheckSingle(PathKind kind, bool isAllowed, string name)
        {
            if (Count(kind) > (isAllowed ? 1 : 0))
                check.Add(isAllowed ? new SecondPath(name) : new PathDoesNotBelong(name));
        }
    }

    private static void CheckBranch(JourneyPath path, PathShape shape, NodeCheck check)
    {
        var isBranch = path.Kind == PathKind.Branch;
        if (path.Percent is not null && !(isBranch && shape.HasPercent))
            check.Add(new PercentDoesNotBelong(), path);
        if (!(isBranch && shape.BranchCondition is not null))
        {
            if (path.Condition is not null)
                check.Add(new ConditionDoesNotBelong(), path);
        }
        else if (path.Condition is null)
        {
            check.Add(new ConditionMissing(), path);
        }
        else
        {
            check.Condition(path.Condition, shape.BranchCondition.Value, path);
        }
    }
}
