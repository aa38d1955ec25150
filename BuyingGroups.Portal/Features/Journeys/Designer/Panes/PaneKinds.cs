using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.AccountAudience;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.AccountLists;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.BuyingGroupMembers;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.BuyingGroupStage;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.InterestingMoment;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.ListenForEvent;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Merge;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.OtherJourneys;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Profiles;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Sending;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Splits;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Wait;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes;

/// <summary>The pane of a node kind.</summary>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Pane">The component; a <see cref="NodePane{T}"/>.</param>
/// <param name="Fields">Fields at which it shows problems; those of other fields stand at the top of the pane.</param>
public sealed record PaneKind(string Kind, Type Pane, params IReadOnlyList<string> Fields);

/// <summary>The pane of every kind of node: the one place where a pane is registered.</summary>
public static class PaneKinds
{
    /// <summary>All panes.</summary>
    public static IReadOnlyList<PaneKind> All { get; } =
    [
        new("accountAudience", typeof(AccountAudiencePane), PaneField.Source),
        new("accountInterestingMoment", typeof(AccountInterestingMomentPane), PaneField.Text),
        new("personInterestingMoment", typeof(PersonInterestingMomentPane), PaneField.Text),
        new("addToJourney", typeof(AddToJourneyPane), PaneField.Journey),
        new("removeFromJourney", typeof(RemoveFromJourneyPane), PaneField.Journey),
        new("addToAccountList", typeof(AddToAccountListPane), PaneField.AccountList),
        new("removeFromAccountList", typeof(RemoveFromAccountListPane), PaneField.AccountList),
        new("updateAccountProfile", typeof(AccountProfilePane), PaneField.Field, PaneField.Value),
        new("updatePersonProfile", typeof(PersonProfilePane), PaneField.Field, PaneField.Value),
        new("updateBuyingGroupStage", typeof(StagePane), PaneField.SolutionInterest, PaneField.Stage),
        new("updateBuyingGroupStatus", typeof(StatusPane), PaneField.SolutionInterest, PaneField.Status),
        new("assignToBuyingGroup", typeof(AssignPane), PaneField.SolutionInterest, PaneField.Role),
        new("removeFromBuyingGroup", typeof(RemovePane), PaneField.SolutionInterest),
        new("sendEmail", typeof(EmailPane), PaneField.EmailSubject, PaneField.Body),
        new("sendSalesAlert", typeof(SalesAlertPane), PaneField.SolutionInterest),
        new("webhook", typeof(WebhookPane), PaneField.Address),
        new("splitByAccounts", typeof(AccountSplitPane), PaneField.Paths),
        new("splitByPeople", typeof(PeopleSplitPane), PaneField.Paths),
        new("variantSplit", typeof(VariantSplitPane), PaneField.Subject, PaneField.Paths),
        new("peopleMerge", typeof(PeopleMergePane)),
        new("merge", typeof(MergePane)),
        new("wait", typeof(WaitPane), PaneField.Wait),
        new("listenForEvent", typeof(ListenPane), PaneField.Event, PaneField.ActivityType, PaneField.Attributes, PaneField.Field, PaneField.Value, PaneField.SolutionInterest, PaneField.Role, PaneField.Stage, PaneField.Score, PaneField.Person, PaneField.Wait),
    ];

    private static readonly Dictionary<string, PaneKind> ByKind = All.ToDictionary(pane => pane.Kind, StringComparer.Ordinal);

    /// <summary>The pane of a kind, or null.</summary>
    public static PaneKind? Find(string kind) => ByKind.GetValueOrDefault(kind);

    /// <summary>The pane of a node.</summary>
    public static PaneKind Of(JourneyNode node) => ByKind[node.Settings.Kind];
}
