using AngleSharp.Dom;
using Bunit;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.SolutionInterests;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Journeys.Designer;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Tests.Journeys.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>Base of tests of what is in the designer: a draft over a real portal with everything a node may name.</summary>
public abstract class DesignerTest : PageTest
{
    internal JourneyWorld World { get; private set; } = null!;

    protected int ListId { get; private set; }

    protected int StagedId { get; private set; }

    protected int StageId { get; private set; }

    protected int FieldId { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var script in new[] { "./Features/Conditions/Editor/ConditionEditor.razor.js", "./Shell/Components/ModalDialog.razor.js", "./Features/Journeys/Designer/Panes/PropertyPane.razor.js" })
            JSInterop.SetupModule(script).Mode = JSRuntimeMode.Loose;
        World = await new JourneyWorld(Portal).BuildAsync();
        await using var context = Portal.Open();
        var list = new AccountList { Name = "Contacted", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        var model = new StageModel { Name = "Sales", Status = PublicationStatus.Live };
        model.Stages.Add(new Stage { Name = "Aware", Order = 1 });
        model.Stages.Add(new Stage { Name = "Qualified", Order = 2 });
        var field = new CustomField { Target = CustomFieldTarget.Account, Kind = CustomFieldKind.Choice, Name = "Tier", Choices = ["Gold", "Silver"] };
        context.AddRange(list, model, field);
        await context.SaveChangesAsync();
        var staged = new SolutionInterest { Name = "Route planning", RoleTemplateId = World.Groups.Solution.RoleTemplateId, StageModelId = model.Id };
        context.Add(staged);
        await context.SaveChangesAsync();
        (ListId, StagedId, StageId, FieldId) = (list.Id, staged.Id, model.Stages[1].Id, field.Id);
    }

    /// <summary>A designer opened on a document, as the page opens it.</summary>
    protected async Task<DesignerSession> OpenAsync(JourneyDocument document, bool readOnly = false)
    {
        var opening = (await Portal.AskAsync(new OpenDesigner(World.Id))).Demand();
        return new DesignerSession(opening.Journey, document, opening.Catalog, readOnly, Services.GetRequiredService<IStringLocalizer<Text>>());
    }

    /// <summary>A designer with one node after the start, selected.</summary>
    internal async Task<(DesignerSession Session, IRenderedComponent<PropertyPane> Pane)> PaneAsync(NodeSettings settings, params IReadOnlyList<JourneyPath> paths)
    {
        var drawing = new Drawing().Add("start", new AccountAudienceSettings(World.Groups.Audience.Id, null), "node");
        var session = await OpenAsync((paths.Count == 0 ? drawing.Add("node", settings) : drawing.Add("node", settings, paths)).Document);
        session.Select(new NodeId("node"));
        return (session, Pane(session));
    }

    protected IRenderedComponent<PropertyPane> Pane(DesignerSession session) => Show<PropertyPane>("", parameters => parameters.Add(one => one.Session, session));

    /// <summary>The settings of the node as they are now.</summary>
    protected static T Settings<T>(DesignerSession session)
        where T : NodeSettings =>
        (T)session.Document.Nodes[new("node")].Settings;

    protected static IReadOnlyList<JourneyPath> Paths(DesignerSession session) => session.Document.Nodes[new("node")].Paths;

    /// <summary>Types into a field and leaves it.</summary>
    protected static Task TypeAsync<T>(IRenderedComponent<T> shown, string field, string text)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        shown.Find(field).ChangeAsync(new() { Value = text });

    /// <summary>Opens a picker and chooses by name.</summary>
    protected static async Task PickAsync<T>(IRenderedComponent<T> shown, string field, string name)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        await shown.Find($"input[role=combobox][data-field={field}]").FocusAsync(new());
        shown.WaitForAssertion(() => Assert.Contains(shown.FindAll("[role=option]"), option => Named(option, name)));
        await shown.FindAll("[role=option]").First(option => Named(option, name)).ClickAsync(new());
    }

    /// <summary>The button called so, by its text or its label.</summary>
    protected static IElement Button<T>(IRenderedComponent<T> shown, string name)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        shown.FindAll("button").First(button => string.Equals(button.GetAttribute("aria-label") ?? Words(button), name, StringComparison.Ordinal) || string.Equals(Words(button), name, StringComparison.Ordinal));

    private static string Words(IElement element) => string.Concat(element.ChildNodes.Where(node => node is IText || node is IElement { LocalName: not "i" }).Select(node => node.TextContent)).Trim();

    private static bool Named(IElement option, string name) => string.Equals(option.QuerySelector(".grow")!.TextContent, name, StringComparison.Ordinal);
}
