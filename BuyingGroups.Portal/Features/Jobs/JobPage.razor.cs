using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>One background job: how far it is, what went wrong, cancel and run again.</summary>
public sealed partial class JobPage : ComponentBase, IDisposable
{
    private IReadOnlyList<Refusal>? refusals;
    private JobRow? job;

    /// <summary>The job.</summary>
    [Parameter] public long Id { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private JobBoard Board { get; set; } = null!;

    public void Dispose() => Board.Changed -= Refresh;

    protected override void OnInitialized() => Board.Changed += Refresh;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private void Refresh() => _ = InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private string TitleOf(JobRow row) => T[row.Title, JobTitle.ArgumentsOf(row.TitleArguments)];

    private async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new GetJob(Id));
        (job, refusals) = (found.Value ?? job, found.Refusals);
    }

    private async Task CancelAsync()
    {
        refusals = (await Gateway.SendAsync(new CancelJob(Id))).Refusals;
        await LoadAsync();
    }

    private async Task AgainAsync()
    {
        refusals = (await Gateway.SendAsync(new RunJobAgain(Id))).Refusals;
        await LoadAsync();
    }
}
