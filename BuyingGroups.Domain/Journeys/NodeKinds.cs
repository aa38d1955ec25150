using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys;

/// <summary>Every kind of node: the one place where a kind is registered.</summary>
public static class NodeKinds
{
    /// <summary>All kinds, in the order of the palette.</summary>
    public static IReadOnlyList<NodeKind> All { get; } =
    [
        AccountAudienceNode.Kind,
        InterestingMomentNodes.OfAccount,
        OtherJourneyNodes.Add,
        OtherJourneyNodes.Remove,
        AccountListNodes.Add,
        AccountListNodes.Remove,
        SendingNodes.SalesAlert,
        ProfileNodes.OfAccount,
        BuyingGroupStageNodes.Stage,
        BuyingGroupStageNodes.Status,
        SendingNodes.Webhook,
        BuyingGroupMemberNodes.Assign,
        BuyingGroupMemberNodes.Remove,
        SendingNodes.Email,
        InterestingMomentNodes.OfPeople,
        ProfileNodes.OfPeople,
        SplitByAccountsNode.Kind,
        SplitByPeopleNodes.Split,
        VariantSplitNode.Kind,
        SplitByPeopleNodes.Merge,
        MergeNode.Kind,
        WaitNode.Kind,
        ListenForEventNode.Kind,
    ];

    private static readonly Dictionary<string, NodeKind> ByKey = All.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>A kind by key, or null.</summary>
    public static NodeKind? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The kind of a node.</summary>
    public static NodeKind Of(NodeSettings settings) => ByKey[settings.Kind];

    /// <summary>True when the node divides the people of an account, and so is closed by its own people merge.</summary>
    public static bool DividesPeople(NodeSettings settings) => settings is SplitByPeopleSettings or VariantSplitSettings { Subject: SplitSubject.People };

    /// <summary>True when the node divides accounts onto branches.</summary>
    public static bool DividesAccounts(NodeSettings settings) => settings is SplitByAccountsSettings or VariantSplitSettings { Subject: not SplitSubject.People };
}
