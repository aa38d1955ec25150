using System.Globalization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;

/// <summary>Chooses an audience, list, solution interest, role, stage, activity type or journey.</summary>
public sealed partial class ReferencePicker : ComponentBase
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What is chosen from.</summary>
    [Parameter, EditorRequired] public ReferenceKind Kind { get; set; }

    [Parameter] public JourneyReference? Value { get; set; }

    /// <summary>For roles and stages: of which solution interest; null: of any.</summary>
    [Parameter] public JourneyReference? Of { get; set; }

    /// <summary>Only account lists that take and lose accounts by an action.</summary>
    [Parameter] public bool StaticOnly { get; set; }

    [Parameter] public EventCallback<JourneyReference?> OnChosen { get; set; }

    [Parameter] public string? Field { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool Clearable { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [CascadingParameter] public PaneEditing Pane { get; set; } = null!;

    [Inject] private Gateway Gateway { get; set; } = null!;

    private JourneyCatalog Catalog => Pane.Session.Catalog;

    private string? Name => NodeSummary.IsMissing(Value) ? null : NodeSummary.Name(Value, FoundName(Value), "", T);

    private static string? KeyOf(JourneyReference? reference) => reference?.Id?.ToString(CultureInfo.InvariantCulture);

    private string? FoundName(JourneyReference? reference) => Kind switch
    {
        ReferenceKind.Audience => Catalog.Audience(reference)?.Name,
        ReferenceKind.AccountList => Catalog.AccountList(reference)?.Name,
        ReferenceKind.SolutionInterest => Catalog.SolutionInterest(reference)?.Name,
        ReferenceKind.Role => Catalog.Role(reference, null)?.Name,
        ReferenceKind.Stage => (Catalog.Stage(reference, Catalog.SolutionInterest(Of)) ?? Catalog.Stage(reference, null))?.Name,
        ReferenceKind.ActivityType => Catalog.ActivityType(reference)?.Name,
        _ => Catalog.Journey(reference)?.Name,
    };

    private async Task<IReadOnlyList<PickerOption>> SearchAsync(string part, CancellationToken cancellationToken)
    {
        var answer = await Gateway.AskAsync(new FindReferences(Kind, part, Catalog.SolutionInterest(Of)?.Id, Pane.Session.JourneyId, StaticOnly), cancellationToken);
        return answer.Succeeded ? [.. answer.Value.Found.Select(one => new PickerOption(one.Key, one.Name, one.Detail is { } detail ? T[detail].Value : null))] : [];
    }

    private async Task ChosenAsync(PickerOption? option)
    {
        var reference = option is null ? null : new JourneyReference(int.Parse(option.Key, CultureInfo.InvariantCulture));
        // Made since the designer was opened, in another tab or by somebody else: what may be named is read again, or it would count as deleted.
        if (reference is not null && FoundName(reference) is null && (await Gateway.AskAsync(new ReadJourneyCatalog(Pane.Session.JourneyId))).Value is { } catalog)
            Pane.Session.UseCatalog(catalog);
        await OnChosen.InvokeAsync(reference);
    }
}
