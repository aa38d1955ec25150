using System.Globalization;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>The wizard: guidance, solution interest and accounts, summary with counts, progress.</summary>
public sealed partial class CreateGroupsPage : ComponentBase, IDisposable
{
    private const int Progress = 3;

    private readonly LatestRun counts = new();
    private int step;
    private int? solution;
    private int? audience;
    private int? list;
    private bool fromList;
    private bool sending;
    private CreationPreview? preview;
    private CreationRunDetails? ended;
    private IReadOnlyList<Refusal>? refusals;

    /// <summary>The run to show, so that a link leads back to it.</summary>
    [SupplyParameterFromQuery(Name = "job")] private long? Job { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private AccountSource? Source => fromList ? list is { } l ? new AccountSource(AccountListId: l) : null : audience is { } a ? new AccountSource(a) : null;

    private string CreateText => preview is { } ahead ? T.Count(ahead.Groups, "Create {0} group", "Create {0} groups") : T["Create groups"];

    protected override void OnParametersSet()
    {
        if (Job is not null)
            step = Progress;
    }

    public void Dispose() => counts.Dispose();

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private void Choose(bool list) => fromList = list;

    private async Task<PageOf<SolutionInterestRow>> SolutionsAsync(PageRequest page, string search, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindSolutionInterests(page, search), cancellation)).Demand();

    private async Task<PageOf<AudienceRow>> AudiencesAsync(PageRequest page, string search, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindAudiences(page, search, PublicationStatus.Live), cancellation)).Demand();

    private async Task<PageOf<AccountListRow>> ListsAsync(PageRequest page, string search, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindAccountLists(page, search, PublicationStatus.Live), cancellation)).Demand();

    private async Task GoAsync(int to)
    {
        (step, refusals, preview) = (to, null, null);
        counts.Stop();
        if (to != 2)
            return;
        var counting = counts.Begin();
        try
        {
            var counted = await Gateway.AskAsync(new PreviewCreation(solution!.Value, Source!), counting);
            if (!counting.IsCancellationRequested)
                (preview, refusals) = (counted.Value, counted.Refusals);
        }
        catch (OperationCanceledException)
        {
            // The user went back or left while it was counting.
        }
    }

    private async Task CreateAsync()
    {
        sending = true;
        var started = await Gateway.SendAsync(new CreateBuyingGroups(solution!.Value, Source!));
        (sending, refusals) = (false, started.Refusals);
        if (started.Succeeded)
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"/buying-groups/new?job={started.Value.JobId}"));
    }

    private void Ended(CreationRunDetails details) => ended = details;
}
