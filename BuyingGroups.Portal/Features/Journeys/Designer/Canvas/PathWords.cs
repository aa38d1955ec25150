using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Canvas;

/// <summary>What stands on a path.</summary>
public static class PathWords
{
    /// <summary>The place of a branch among the branches of its node, from 1; null for other paths.</summary>
    public static int? Number(JourneyNode node, JourneyPath path) =>
        path.Kind == PathKind.Branch ? 1 + node.Paths.Where(other => other.Kind == PathKind.Branch).TakeWhile(other => other.Key != path.Key).Count() : null;

    /// <summary>The name of a path, or what it is for.</summary>
    public static string Of(JourneyNode node, JourneyPath path, IStringLocalizer texts)
    {
        if (path.Percent is { } percent)
            return path.Name is { } named ? texts["{0}, {1} %", named, percent] : texts["{0} %", percent];
        if (!string.IsNullOrWhiteSpace(path.Name))
            return path.Name;
        return path.Kind switch
        {
            PathKind.Branch => texts["Path"],
            PathKind.Other => texts[NodeKinds.DividesPeople(node.Settings) ? "Other people" : "Other accounts"],
            PathKind.Timeout => texts["Not in time"],
            _ => texts[node.Settings is ListenForEventSettings ? "Happened" : "Next"],
        };
    }

    /// <summary>Path and number, for those who hear it.</summary>
    public static string Spoken(JourneyNode node, JourneyPath path, IStringLocalizer texts) =>
        Number(node, path) is { } number ? texts["Path {0} of {1}: {2}", number, texts[NodeWords.Name(node)].Value, Of(node, path, texts)] : texts["Path of {0}: {1}", texts[NodeWords.Name(node)].Value, Of(node, path, texts)];
}
