using BuyingGroups.Domain.Journeys.Validation;

namespace BuyingGroups.Domain.Journeys;

/// <summary>Finds everything that product.md § 9 forbids in a journey, each with its node and path.</summary>
public static class JourneyValidation
{
    /// <summary>The problems of a document, at most <see cref="JourneyLimits.Problems"/>; without errors among them it can be published. Answers for every document.</summary>
    public static IReadOnlyList<JourneyProblem> Of(JourneyDocument document, JourneyCatalog catalog)
    {
        var problems = new ProblemList();
        var graph = JourneyGraph.Of(document);
        GraphRules.Check(document, graph, problems);
        PeopleSplitRules.Check(document, graph, problems);
        SettingsRules.Check(document.Settings, catalog, problems);
        foreach (var node in document.Nodes.Values)
        {
            var check = new NodeCheck(node, catalog, problems);
            if (!JourneyIds.IsValid(node.Id.Value))
                check.Add(new NodeIdInvalid());
            if (node.Name?.Length > JourneyNode.NameMaxLength)
                check.Add(new TextTooLong("The name", JourneyNode.NameMaxLength));
            PathRules.Check(node, check);
            NodeKinds.Of(node.Settings).Check(node, check);
        }
        return [.. problems.All.OrderByDescending(problem => problem.Severity)];
    }

    /// <summary>True when a document may be published.</summary>
    public static bool IsPublishable(IReadOnlyList<JourneyProblem> problems) => problems.All(problem => problem.Severity != ProblemSeverity.Error);
}
