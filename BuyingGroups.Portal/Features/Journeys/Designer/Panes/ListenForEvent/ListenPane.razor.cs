using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Fields;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Paths;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.ListenForEvent;

/// <summary>What is listened for, of whom, and for how long.</summary>
public sealed partial class ListenPane : NodePane<ListenForEventSettings>
{
    private const int UsualTimeoutInDays = 14;

    private Refusal? refused;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private JourneyEvent Event => Settings.Event;

    private bool IsData => Event.Kind is JourneyEventKind.AccountDataChanged or JourneyEventKind.PersonDataChanged;

    private ConditionScope DataScope => Event.Kind == JourneyEventKind.AccountDataChanged ? ConditionScope.Account : ConditionScope.Person;

    private bool IsOfGroup => Groups.Contains(Event.Kind);

    private bool IsScore => Event.Kind is JourneyEventKind.CompletenessChanged or JourneyEventKind.EngagementChanged;

    private bool IsMembership => Event.Kind is JourneyEventKind.AssignedToBuyingGroup or JourneyEventKind.RemovedFromBuyingGroup;

    private bool IsOfPeople => People.Contains(Event.Kind);

    private JourneyPath? TimeoutPath => Node.Paths.FirstOrDefault(path => path.Kind == PathKind.Timeout);

    private JourneyReference? Stage => Event.NewValue is not { Length: > 0 } stage ? null : int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : new(null, stage);

    private static IReadOnlySet<JourneyEventKind> Groups { get; } = new HashSet<JourneyEventKind>
    {
        JourneyEventKind.StageChanged, JourneyEventKind.StatusChanged, JourneyEventKind.CompletenessChanged, JourneyEventKind.EngagementChanged,
        JourneyEventKind.AssignedToBuyingGroup, JourneyEventKind.RemovedFromBuyingGroup,
    };

    private static IReadOnlySet<JourneyEventKind> People { get; } = new HashSet<JourneyEventKind>
    {
        JourneyEventKind.Activity, JourneyEventKind.InterestingMoment, JourneyEventKind.PersonDataChanged, JourneyEventKind.AssignedToBuyingGroup, JourneyEventKind.RemovedFromBuyingGroup,
    };

    private IReadOnlyList<ChoiceOption> Kinds =>
    [
        .. Enum.GetValues<JourneyEventKind>().OrderBy(kind => People.Contains(kind) ? 0 : 1)
            .Select(kind => new ChoiceOption(kind.ToString(), T[EventSummary.Label(kind)], People.Contains(kind) ? T["Of people"] : T["Of the account"])),
    ];

    private Outcome<JourneyEdit> Set(Func<JourneyEvent, JourneyEvent> change) => Change(settings => settings with { Event = change(settings.Event) });

    /// <summary>Another event keeps what it has in common with the one before; the rest would be stray.</summary>
    private void Turn(string kind)
    {
        var next = Enum.Parse<JourneyEventKind>(kind);
        Set(what => next == what.Kind ? what : new JourneyEvent(next)
        {
            SolutionInterest = Groups.Contains(next) ? what.SolutionInterest : null,
            Person = People.Contains(next) ? what.Person : null,
        });
    }

    private static int? Score(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score) ? score : null;

    private async Task TimeoutAsync(bool wanted)
    {
        if (wanted)
        {
            refused = Change(settings => settings with { Timeout = settings.Timeout ?? new WaitRule(new WaitDuration(UsualTimeoutInDays, WaitUnit.Days), null, null) }).Refusal;
            return;
        }
        refused = (await PathRemoval.AskAndDoAsync(Pane, Confirmation, T, WithoutTimeout, T["Not in time"]))?.Refusal;
    }

    private async Task PathAsync(bool wanted) =>
        refused = wanted
            ? Pane.Do(document => JourneyEdits.AddPath(document, Node.Id, PathKind.Timeout)).Refusal
            : TimeoutPath is { } path ? (await PathRemoval.AskAndDoAsync(Pane, Confirmation, T, document => JourneyEdits.RemovePath(document, new(Node.Id, path.Key)), NodeSummary.NameOf(Node, path, T)))?.Refusal : null;

    /// <summary>The timeout and its path go together, as one step.</summary>
    private Outcome<JourneyEdit> WithoutTimeout(JourneyDocument document)
    {
        if (document.Node(Node.Id) is not { Settings: ListenForEventSettings settings } node)
            return new NodeGone(Node.Id.Value);
        var edit = JourneyEdits.ChangeSettings(document, node.Id, settings with { Timeout = null });
        if (!edit.Succeeded || node.Paths.FirstOrDefault(path => path.Kind == PathKind.Timeout) is not { } path)
            return edit;
        var removed = JourneyEdits.RemovePath(edit.Value.Document, new(node.Id, path.Key));
        return removed.Succeeded ? edit.Value with { Document = removed.Value.Document } : removed;
    }
}
