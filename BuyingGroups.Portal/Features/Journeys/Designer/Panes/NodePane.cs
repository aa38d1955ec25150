using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Refusals;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes;

/// <summary>The properties of one kind of node. Shows the settings and emits changes; what is wrong stands at the fields by itself.</summary>
/// <typeparam name="T">The settings.</typeparam>
public abstract class NodePane<T> : ComponentBase
    where T : NodeSettings
{
    /// <summary>The node.</summary>
    [Parameter, EditorRequired] public JourneyNode Node { get; set; } = null!;

    [CascadingParameter] public PaneEditing Pane { get; set; } = null!;

    protected T Settings => (T)Node.Settings;

    protected JourneyCatalog Catalog => Pane.Session.Catalog;

    protected Outcome<JourneyEdit> Change(Func<T, T> change) => Pane.Change(change);
}
