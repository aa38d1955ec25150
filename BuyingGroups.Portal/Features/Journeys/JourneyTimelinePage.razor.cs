using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>What happened to one account in one journey, node by node.</summary>
public sealed partial class JourneyTimelinePage : ComponentBase
{
    private IReadOnlyList<Refusal>? refusals;
    private JourneyTimeline? timeline;

    [Parameter] public int JourneyId { get; set; }

    [Parameter] public long AccountId { get; set; }

    /// <summary>Which passage; null for the latest.</summary>
    [SupplyParameterFromQuery(Name = "entry")] public int? EntryNumber { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private bool IsInside => timeline!.Entry.Status is EntryStatus.Active or EntryStatus.Parked;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var answer = await Gateway.AskAsync(new GetJourneyTimeline(JourneyId, AccountId, EntryNumber));
        (timeline, refusals) = (answer.Value, answer.Refusals);
    }

    private async Task RemoveAsync()
    {
        if (!await Confirmation.AskAsync(
            T["Take “{0}” out of the journey?", timeline!.Account ?? ""], T["It stops where it is. What was done stays done; whether it may enter again is a setting of the journey."], T["Take out of the journey"]))
        {
            return;
        }
        await DoAsync(new RemoveAccountFromJourney(JourneyId, AccountId));
    }

    private Task RetryAsync() => DoAsync(new RetryParkedEntry(timeline!.Entry.EntryId));

    private async Task DoAsync(ICommand<Done> command)
    {
        var outcome = await Gateway.SendAsync(command);
        await LoadAsync();
        if (!outcome.Succeeded)
            refusals = outcome.Refusals;
    }

    private string? Taken(TimelineStep step) => step.Path == 0
        ? T["No path fits: the journey ended here"].Value
        : step.PathIsOnly || step.PathKind is not { } kind ? null : T["Path {0}: {1}", step.Path, step.PathName ?? T[NodeWords.Path(kind)]].Value;

    private string Said(TimelineEffect effect)
    {
        var said = TimelineWords.Of(effect, T);
        return effect.Applied || effect.StandingBy is null ? said : T["{0}: {1} decided, and that stands", said, effect.StandingBy];
    }
}
