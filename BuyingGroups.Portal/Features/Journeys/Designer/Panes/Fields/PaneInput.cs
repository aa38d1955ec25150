using BuyingGroups.Domain.Journeys;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Fields;

/// <summary>What every control of a pane has: a label, help, and what is wrong with it right below.</summary>
public abstract class PaneInput : ComponentBase
{
    /// <summary>The pane; null outside of one, where nothing is wrong.</summary>
    [CascadingParameter] public PaneEditing? Pane { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Key of the field (<see cref="PaneField"/>), at which problems name it.</summary>
    [Parameter] public string? Field { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public bool Disabled { get; set; }

    protected string Id { get; } = $"pane-{Guid.NewGuid():N}";

    protected string NotesId => Id + "-notes";

    protected bool Fixed => Disabled || Pane?.ReadOnly == true;

    protected virtual IReadOnlyList<JourneyProblem> Problems => Pane?.ProblemsAt(Field) ?? [];

    /// <summary>For aria-describedby: only when there is something to read.</summary>
    protected string? DescribedBy => Help is not null || Problems.Count > 0 ? NotesId : null;

    protected string? Invalid => Problems.Any(problem => problem.Severity == ProblemSeverity.Error) ? "true" : null;

    protected string Frame => Invalid is null ? "" : "err";
}
