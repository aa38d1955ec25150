using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Problems;

/// <summary>Where a problem is, in words.</summary>
public static class ProblemPlace
{
    /// <summary>The node's name, and the path's where it is about one; the journey itself otherwise.</summary>
    public static string Of(JourneyProblem problem, JourneyDocument document, IStringLocalizer texts)
    {
        if (document.Node(problem.Node) is not { } node)
            return texts["The journey"];
        var name = NodeSummary.NameOf(node, texts);
        return node.Paths.FirstOrDefault(path => string.Equals(path.Key, problem.PathKey, StringComparison.Ordinal)) is { } on
            ? texts["{0}, path “{1}”", name, NodeSummary.NameOf(node, on, texts)]
            : name;
    }
}
