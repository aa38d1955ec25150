using System.Globalization;
using System.Text;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Templates;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Export;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Templates;

/// <summary>One template: what it needs, and what it draws with that.</summary>
public sealed partial class TemplatePage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private JourneyTemplate? template;
    private TemplatePreview? preview;
    private TemplateChoices choices = new(null, null);
    private string name = "";
    private string drawing = "";

    [Parameter] public string Key { get; set; } = "";

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Start => choices switch
    {
        { Audience.Id: { } id } => string.Create(CultureInfo.InvariantCulture, $"a{id}"),
        { AccountList.Id: { } id } => string.Create(CultureInfo.InvariantCulture, $"l{id}"),
        _ => "",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (template?.Key == Key)
            return;
        template = JourneyTemplates.Find(Key);
        name = template is null ? "" : T[template.Name];
        await PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        var answer = await Gateway.AskAsync(new PreviewTemplate(Key, choices));
        (preview, refusals) = (answer.Value, answer.Succeeded ? null : answer.Refusals);
        if (preview is not null)
            drawing = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(JourneyDrawing.Svg(preview.Document, preview.Catalog, T)));
    }

    private Task ChooseStartAsync(ChangeEventArgs e)
    {
        var text = e.Value as string ?? "";
        int? id = text.Length > 1 && int.TryParse(text[1..], CultureInfo.InvariantCulture, out var number) ? number : null;
        choices = choices with { Audience = Reference(text.StartsWith('a') ? id : null), AccountList = Reference(text.StartsWith('l') ? id : null) };
        return PreviewAsync();
    }

    private Task ChooseInterestAsync(ChangeEventArgs e)
    {
        choices = choices with { SolutionInterest = Reference(Number(e)), Role = null };
        return PreviewAsync();
    }

    private Task ChooseRoleAsync(ChangeEventArgs e)
    {
        choices = choices with { Role = Reference(Number(e)) };
        return PreviewAsync();
    }

    private async Task CreateAsync()
    {
        var created = await Gateway.SendAsync(new CreateFromTemplate(Key, name, choices));
        refusals = created.Refusals;
        if (created.Succeeded)
            Navigation.NavigateTo($"/journeys/{created.Value}/designer");
    }

    private static int? Number(ChangeEventArgs e) => int.TryParse(e.Value as string, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JourneyReference? Reference(int? id) => id is { } known ? new JourneyReference(known) : null;
}
