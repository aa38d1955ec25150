using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>How scores stand, and the weighting models.</summary>
public sealed partial class WeightingModelsPage : ListPage
{
    private ScoringState? scoring;
    private IReadOnlyList<Refusal>? refusals;
    private int keepDays;
    private bool kept;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private JobBoard Board { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Board.Changed += Refresh;
        await ReadAsync();
        keepDays = scoring?.KeepDays ?? EngagementState.UsualKeepDays;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Board.Changed -= Refresh;
        base.Dispose(disposing);
    }

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    private async Task ReadAsync() => scoring = (await Gateway.AskAsync(new GetScoring())).Value ?? scoring;

    private async Task<PageOf<WeightingModelRow>> LoadAsync(ListState state, CancellationToken cancellationToken) =>
        (await Gateway.AskAsync(new FindWeightingModels(state.Request), cancellationToken)).Demand();

    private async Task RescoreAsync()
    {
        refusals = (await Gateway.SendAsync(new RescoreNow())).Refusals;
        await ReadAsync();
    }

    private async Task DuplicateAsync(WeightingModelRow row)
    {
        var made = await Gateway.SendAsync(new DuplicateWeightingModel(row.Id));
        refusals = made.Refusals;
        if (made.Succeeded)
            Navigation.NavigateTo($"/configuration/engagement/{made.Value}");
    }

    private async Task KeepAsync()
    {
        var saved = await Gateway.SendAsync(new KeepScoreHistory(keepDays));
        (refusals, kept) = (saved.Refusals, saved.Succeeded);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
