using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Details;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>One journey: its state and life, its draft, and where its accounts are.</summary>
public sealed partial class JourneyPage : ComponentBase
{
    private JourneyDetails? details;
    private JourneyCheck? check;
    private JourneyFigureCards? figures;
    private IReadOnlyList<Refusal>? refusals;
    private string? told;
    private string newName = "";
    private string? newDescription;
    private bool renaming;
    private int loaded;

    [Parameter] public int Id { get; set; }

    /// <summary>draft, parked or versions; anything else shows the counts.</summary>
    [Parameter] public string? Tab { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        loaded = Id;
        var answer = await Gateway.AskAsync(new GetJourney(Id));
        details = answer.Value;
        if (details is null)
        {
            refusals = answer.Refusals;
            return;
        }
        (newName, newDescription, renaming) = (details.Journey.Name, details.Journey.Description, false);
        check = JourneyRules.ToPublish(details.Journey) is null ? (await Gateway.AskAsync(new CheckJourneyDocument(details.Journey.Draft, Id))).Value : null;
    }

    /// <summary>The figures above the table are those of the same moment; state and parked accounts too.</summary>
    private async Task CountedAsync()
    {
        details = (await Gateway.AskAsync(new GetJourney(Id))).Value ?? details;
        await (figures?.LoadAsync() ?? Task.CompletedTask);
    }

    /// <summary>Sends a command and shows the journey as it is then, with what was refused or done.</summary>
    private async Task DoAsync<T>(ICommand<T> command, string? done)
    {
        var outcome = await Gateway.SendAsync(command);
        await LoadAsync();
        (refusals, told) = (outcome.Refusals, outcome.Succeeded ? done : null);
    }

    private async Task PublishAsync()
    {
        var journey = details!.Journey;
        var body = journey.Status == JourneyStatus.Live
            ? T["Accounts inside finish the version they entered; new ones travel this version."]
            : T["Accounts enter as they qualify, from its start date on. A published version never changes."];
        if (await Confirmation.AskAsync(T["Publish “{0}”?", journey.Name], body, T["Publish"], destructive: false))
            await DoAsync(new PublishJourney(Id, journey.Version), T["Published. Accounts that qualify enter within a minute."]);
    }

    private async Task CloseAsync()
    {
        if (await Confirmation.AskAsync(T["Close “{0}” to new entries?", details!.Journey.Name], T["Those inside go on to their end. It cannot be opened again."], T["Close to new entries"]))
            await DoAsync(new CloseJourney(Id), T["Nobody enters any more; those inside go on."]);
    }

    private async Task AbortAsync()
    {
        if (await Confirmation.AskAsync(T["Abort “{0}”?", details!.Journey.Name], T["Everyone inside stops where they are, at once and for good. What was done stays done."], T["Abort journey"]))
            await DoAsync(new AbortJourney(Id), T["Aborted. Nobody is moved any more."]);
    }

    private Task RenameAsync() => DoAsync(new RenameJourney(Id, details!.Journey.Version, newName, newDescription), null);

    private async Task SavedAsync()
    {
        await LoadAsync();
        (refusals, told) = (null, T["The draft is saved."]);
    }

    private async Task DuplicateAsync(bool withSettings)
    {
        var copy = await Gateway.SendAsync(new DuplicateJourney(Id, withSettings));
        refusals = copy.Refusals;
        if (copy.Succeeded)
            Navigation.NavigateTo($"/journeys/{copy.Value}/draft");
    }

    private async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(
            T["Delete the journey “{0}”?", details!.Journey.Name], T["Its drawing, versions, counts and timelines go. What its steps did to buying groups and lists stays. This cannot be undone."], T["Delete journey"]))
        {
            return;
        }
        var deleted = await Gateway.SendAsync(new DeleteJourney(Id));
        refusals = deleted.Refusals;
        if (deleted.Succeeded)
            Navigation.NavigateTo("/journeys");
    }
}
