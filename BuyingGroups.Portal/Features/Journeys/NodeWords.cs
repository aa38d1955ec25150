using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>The words for node kinds, paths and states of entries; each is a text key.</summary>
public static class NodeWords
{
    private static readonly Dictionary<string, string> Icons = new(StringComparer.Ordinal)
    {
        ["accountAudience"] = "apartment",
        ["accountInterestingMoment"] = "star",
        ["addToJourney"] = "add_road",
        ["removeFromJourney"] = "remove_road",
        ["addToAccountList"] = "playlist_add",
        ["removeFromAccountList"] = "playlist_remove",
        ["updateAccountProfile"] = "edit",
        ["updateBuyingGroupStage"] = "stairs",
        ["updateBuyingGroupStatus"] = "label",
        ["sendSalesAlert"] = "notifications",
        ["webhook"] = "webhook",
        ["assignToBuyingGroup"] = "group_add",
        ["removeFromBuyingGroup"] = "group_remove",
        ["personInterestingMoment"] = "star",
        ["updatePersonProfile"] = "manage_accounts",
        ["sendEmail"] = "mail",
        ["splitByAccounts"] = "call_split",
        ["splitByPeople"] = "call_split",
        ["variantSplit"] = "percent",
        ["peopleMerge"] = "merge",
        ["merge"] = "merge",
        ["wait"] = "schedule",
        ["listenForEvent"] = "sensors",
    };

    /// <summary>The kind in words.</summary>
    public static string Kind(string kind) => NodeKinds.Find(kind)?.Label ?? kind;

    /// <summary>The kind's icon.</summary>
    public static string Icon(string kind) => Icons.GetValueOrDefault(kind, "circle");

    /// <summary>The name the marketer gave a node, or its kind in words.</summary>
    public static string Name(JourneyNode node) => string.IsNullOrWhiteSpace(node.Name) ? Kind(node.Settings.Kind) : node.Name;

    /// <summary>What a path is for, in words, when it has no name.</summary>
    public static string Path(PathKind kind) => kind switch
    {
        PathKind.Next => "Next",
        PathKind.Branch => "Path",
        PathKind.Other => "Other",
        _ => "Timeout",
    };

    /// <summary>How an entry stands, in words.</summary>
    public static string Status(EntryStatus status) => status switch
    {
        EntryStatus.Active => "On its way",
        EntryStatus.Completed => "Completed",
        EntryStatus.GoalMet => "Goal met",
        EntryStatus.Exited => "Exited",
        EntryStatus.Aborted => "Aborted",
        EntryStatus.Parked => "Parked",
        EntryStatus.Removed => "Removed",
        _ => "End date came",
    };

    /// <summary>The state of a journey in words.</summary>
    public static string Status(JourneyStatus status) => status == JourneyStatus.ClosedToNewEntries ? "Closed" : status.ToString();
}
