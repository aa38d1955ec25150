using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Validation;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

public sealed class PaneKindsTests
{
    private static readonly JourneyCatalog Nothing = new() { Conditions = new ConditionCatalog { Now = new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc) } };

    public static TheoryData<string> Kinds => [.. NodeKinds.All.Select(kind => kind.Key)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_node_has_a_pane_for_its_settings(string key)
    {
        var kind = NodeKinds.Find(key)!;

        Assert.Equal(kind.Settings, PaneKinds.Find(key)!.Pane.BaseType!.GenericTypeArguments.Single());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_node_has_a_summary_also_when_nothing_is_filled_in(string key)
    {
        var node = new JourneyNode(new NodeId("n"), NodeKinds.Find(key)!.Blank(), [JourneyPath.Next(null)]);

        Assert.NotEqual("", NodeSummary.Of(node, Nothing, new EnglishTexts()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_new_node_lacks_is_said_at_a_field_of_its_pane(string key)
    {
        var settings = NodeKinds.Find(key)!.Blank();
        if (settings is AccountAudienceSettings or PeopleMergeSettings)
            return;
        var begun = JourneyEdits.SetStart(JourneyDocument.Empty, new AccountAudienceSettings(null, null)).Demand();
        var at = new PathPlace(begun.Selected!.Value, "next");
        var document = JourneyEdits.Insert(begun.Document, at, settings).Demand();

        var own = JourneyValidation.Of(document.Document, Nothing).Where(problem => problem.Node == document.Selected && problem.PathKey is null)
            .Where(problem => problem.Refusal is not (NotForPeople or MergeOfOne)).ToList();

        Assert.All(own, problem => Assert.Contains(PaneProblems.FieldOf(problem.Refusal, settings), PaneKinds.Find(key)!.Fields));
    }
}
