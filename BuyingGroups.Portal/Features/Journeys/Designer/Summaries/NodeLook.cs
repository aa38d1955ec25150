using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Summaries;

/// <summary>The icon of a node and the classes of its tile (DESIGN.md "Node kinds"): account nodes are square, people nodes round.</summary>
public static class NodeLook
{
    /// <summary>Name of the icon.</summary>
    public static string Icon(JourneyNode node) => NodeWords.Icon(node.Settings.Kind);

    /// <summary>Classes beside "ki".</summary>
    public static string Css(JourneyNode node) => Css(node.Settings);

    /// <summary>Classes beside "ki", for settings that stand for a kind.</summary>
    public static string Css(NodeSettings settings) => settings switch
    {
        AccountAudienceSettings => "k-start",
        PeopleActionSettings or SplitByPeopleSettings or PeopleMergeSettings or VariantSplitSettings { Subject: SplitSubject.People } => "k-ppl p",
        SplitByAccountsSettings or VariantSplitSettings => "k-split",
        WaitSettings => "k-wait",
        ListenForEventSettings => "k-listen",
        MergeSettings => "k-merge",
        _ => "k-act",
    };
}
