using System.Globalization;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>Background jobs of everybody, for who manages the portal.</summary>
public sealed partial class JobsPage : ListPage
{
    private const string StatusKey = "status";
    private const string KindKey = "kind";
    private JobFigures? figures;
    private IReadOnlyList<Refusal>? refusals;
    private PagedGrid<JobRow>? grid;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private JobBoard Board { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        Board.Changed += Refresh;
        await CountAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Board.Changed -= Refresh;
        base.Dispose(disposing);
    }

    private void Refresh() => _ = InvokeAsync(ReloadAsync);

    private async Task ReloadAsync()
    {
        await CountAsync();
        StateHasChanged();
        await (grid?.ReloadAsync() ?? Task.CompletedTask);
    }

    private async Task CountAsync() => figures = (await Gateway.AskAsync(new GetJobFigures())).Value ?? figures;

    private async Task SendAsync(ICommand<Done> command)
    {
        var sent = await Gateway.SendAsync(command);
        await ReloadAsync();
        refusals = sent.Refusals;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string TitleOf(JobRow job) => T[job.Title, JobTitle.ArgumentsOf(job.TitleArguments)];

    private async Task<PageOf<JobRow>> LoadAsync(ListState state, CancellationToken cancellationToken)
    {
        var found = await Gateway.AskAsync(new FindJobs(state.Request, Enum.TryParse<JobStatus>(state.Filter(StatusKey), out var status) ? status : null, state.Filter(KindKey)), cancellationToken);
        refusals = found.Refusals;
        return found.Value ?? PageOf<JobRow>.Empty;
    }
}
