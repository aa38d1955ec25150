using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys;

/// <summary>A kind of node.</summary>
/// <param name="Key">Its stable key, as in the JSON document.</param>
/// <param name="Settings">The type of its settings.</param>
public sealed record NodeKind(string Key, Type Settings);

/// <summary>Every kind of node: the one place where a kind is registered.</summary>
public static class NodeKinds
{
    /// <summary>All kinds, in the order of the palette.</summary>
    public static IReadOnlyList<NodeKind> All { get; } =
    [
        new("accountAudience", typeof(AccountAudienceSettings)),
        new("accountInterestingMoment", typeof(AccountInterestingMomentSettings)),
        new("addToJourney", typeof(AddToJourneySettings)),
        new("removeFromJourney", typeof(RemoveFromJourneySettings)),
        new("addToAccountList", typeof(AddToAccountListSettings)),
        new("removeFromAccountList", typeof(RemoveFromAccountListSettings)),
        new("updateAccountProfile", typeof(UpdateAccountProfileSettings)),
        new("updateBuyingGroupStage", typeof(UpdateBuyingGroupStageSettings)),
        new("updateBuyingGroupStatus", typeof(UpdateBuyingGroupStatusSettings)),
        new("sendSalesAlert", typeof(SendSalesAlertSettings)),
        new("webhook", typeof(WebhookSettings)),
        new("assignToBuyingGroup", typeof(AssignToBuyingGroupSettings)),
        new("removeFromBuyingGroup", typeof(RemoveFromBuyingGroupSettings)),
        new("personInterestingMoment", typeof(PersonInterestingMomentSettings)),
        new("updatePersonProfile", typeof(UpdatePersonProfileSettings)),
        new("sendEmail", typeof(SendEmailSettings)),
        new("splitByAccounts", typeof(SplitByAccountsSettings)),
        new("splitByPeople", typeof(SplitByPeopleSettings)),
        new("variantSplit", typeof(VariantSplitSettings)),
        new("peopleMerge", typeof(PeopleMergeSettings)),
        new("merge", typeof(MergeSettings)),
        new("wait", typeof(WaitSettings)),
        new("listenForEvent", typeof(ListenForEventSettings)),
    ];

    private static readonly Dictionary<string, NodeKind> ByKey = All.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>A kind by key, or null.</summary>
    public static NodeKind? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The kind of a node.</summary>
    public static NodeKind Of(NodeSettings settings) => ByKey[settings.Kind];
}
