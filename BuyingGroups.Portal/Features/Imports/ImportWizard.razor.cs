using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>The wizard of one file. Where it stands follows from the import itself and the address, so a reload or a link shows the same step.</summary>
public sealed partial class ImportWizard : ComponentBase
{
    private const int MapStep = 1;
    private const int PreviewStep = 2;
    private const int RunStep = 3;
    private const string PreviewName = "preview";
    private IReadOnlyList<Refusal> refusals = [];
    private ImportDetails? import;
    private int loaded;

    [Parameter] public int Id { get; set; }

    [SupplyParameterFromQuery(Name = "step")] public string? Step { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    private int Current => import?.Status != ImportStatus.Uploaded ? RunStep : Step == PreviewName ? PreviewStep : MapStep;

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Id)
            return;
        loaded = Id;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new GetImport(Id));
        refusals = found.Refusals;
        if (found.Succeeded)
            import = found.Value;
    }

    private async Task Go(string? step)
    {
        await LoadAsync();
        Navigation.NavigateTo(step is null ? $"/imports/{Id}" : $"/imports/{Id}?step={step}");
    }

    private async Task StartAsync()
    {
        var started = await Gateway.SendAsync(new StartImport(Id));
        await LoadAsync();
        if (started.Succeeded)
            Navigation.NavigateTo($"/imports/{Id}", replace: true);
        else
            refusals = started.Refusals;
    }

    private async Task DeleteAsync()
    {
        var sure = await Confirmation.AskAsync(
            T["Delete this import?"], T["The file, its mapping and its rejected rows go. Accounts and people it brought stay."], T["Delete import"]);
        if (!sure)
            return;
        var deleted = await Gateway.SendAsync(new DeleteImport(Id));
        refusals = deleted.Refusals;
        if (deleted.Succeeded)
            Navigation.NavigateTo("/imports");
    }
}
