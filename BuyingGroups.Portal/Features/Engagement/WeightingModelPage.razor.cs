using System.Globalization;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>One weighting model: a draft is edited and activated here, others are looked at and duplicated.</summary>
public sealed partial class WeightingModelPage : ComponentBase
{
    private WeightingModelDetails? model;
    private IReadOnlyList<Refusal>? refusals;
    private List<BandEdit> bands = [];
    private List<WeightEdit> weights = [];
    private string name = "";
    private string? description;
    private bool changed;

    /// <summary>The model.</summary>
    [Parameter] public int Id { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool IsDraft => model?.Status == WeightingStatus.Draft;

    protected override Task OnParametersSetAsync() => model?.Id == Id ? Task.CompletedTask : ReadAsync();

    private async Task ReadAsync()
    {
        var found = await Gateway.AskAsync(new GetWeightingModel(Id));
        (model, refusals, changed) = (found.Value, found.Refusals.Count > 0 ? found.Refusals : null, false);
        if (model is null)
            return;
        (name, description) = (model.Name, model.Description);
        bands = [.. model.Bands.Select(band => new BandEdit { Name = band.Name, Value = band.Value })];
        weights = [.. model.Weights.Select(weight => new WeightEdit(weight) { Band = weight.Band, Own = weight.Weight })];
    }

    private void Touch() => changed = true;

    private string NameOf(WeightEdit row) => row.Type.IsBuiltIn ? T[row.Type.Type] : row.Type.Type;

    /// <summary>The usual bands have names in every language; others are called as they were named.</summary>
    private string BandName(string band) => T[band];

    private int WeightOf(WeightEdit row) => row.Band is { } number && number <= bands.Count ? bands[number - 1].Value : row.Own;

    private int Share(WeightEdit row)
    {
        var largest = weights.Select(WeightOf).DefaultIfEmpty(0).Max();
        return largest <= 0 ? 0 : EngagementScoring.Shown(100d * Math.Clamp(WeightOf(row), 0, WeightingModelRules.MaxWeight) / largest);
    }

    private void Put(WeightEdit row, string? band)
    {
        var weight = WeightOf(row);
        (row.Band, row.Own) = (int.TryParse(band, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null, weight);
        Touch();
    }

    private void Weigh(WeightEdit row, string? weight)
    {
        // What is no number is kept as one that the save refuses by name.
        row.Own = int.TryParse(weight, CultureInfo.InvariantCulture, out var number) ? number : -1;
        Touch();
    }

    private void AddBand()
    {
        bands.Add(new BandEdit { Name = "", Value = 50 });
        Touch();
    }

    private void RemoveBand(int index)
    {
        foreach (var row in weights.Where(row => row.Band is not null))
        {
            var weight = WeightOf(row);
            (row.Band, row.Own) = (row.Band == index + 1 ? null : row.Band > index + 1 ? row.Band - 1 : row.Band, weight);
        }
        bands.RemoveAt(index);
        Touch();
    }

    private async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new SaveWeightingModel(
            Id, model!.Version, name, description, [.. bands.Select(band => new BandInput(band.Name, band.Value))],
            [.. weights.Select(row => new WeightInput(row.Type.ActivityTypeId, row.Band, WeightOf(row)))]));
        refusals = saved.Refusals;
        if (saved.Succeeded)
            await ReadAsync();
    }

    private async Task ActivateAsync()
    {
        if (!await Confirmation.AskAsync(
            T["Activate {0}?", model!.Name], T["The active model is archived, and everybody is scored again in the background. An active model does not change."], T["Activate model"], destructive: false))
        {
            return;
        }
        var activated = await Gateway.SendAsync(new ActivateWeightingModel(Id, model.Version));
        refusals = activated.Refusals;
        if (activated.Succeeded)
            Navigation.NavigateTo("/configuration/engagement");
    }

    private async Task DuplicateAsync()
    {
        var made = await Gateway.SendAsync(new DuplicateWeightingModel(Id));
        refusals = made.Refusals;
        if (made.Succeeded)
            Navigation.NavigateTo($"/configuration/engagement/{made.Value}");
    }

    private async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(T["Delete {0}?", model!.Name], T["The draft is gone for good. Scores do not change."], T["Delete model"]))
            return;
        refusals = (await Gateway.SendAsync(new DeleteWeightingModel(Id))).Refusals;
        if (refusals.Count > 0)
            return;
        changed = false;
        Navigation.NavigateTo("/configuration/engagement");
    }

    private async Task LeaveAsync(LocationChangingContext context)
    {
        if (changed && !await Confirmation.AskAsync(T["Leave without saving?"], T["What you changed is lost."], T["Leave without saving"]))
            context.PreventNavigation();
    }

    private sealed class BandEdit
    {
        public string Name { get; set; } = "";

        public int Value { get; set; }
    }

    private sealed class WeightEdit(WeightDetails type)
    {
        public WeightDetails Type { get; } = type;

        public int? Band { get; set; }

        public int Own { get; set; }
    }
}
