using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>Lets one account walk through a draft, and counts how many would take each path.</summary>
public sealed partial class SimulatePage : ComponentBase, IDisposable
{
    private readonly Dictionary<string, string> choices = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource gone = new();
    private CancellationTokenSource? counting;
    private IReadOnlyList<Refusal>? refusals;
    private IReadOnlyList<Refusal>? countRefusals;
    private JourneySimulation? simulation;
    private PathCounts? counts;
    private string? name;
    private string? account;
    private long? simulated;
    private bool simulating;

    [Parameter] public int Id { get; set; }

    /// <summary>The account that walks.</summary>
    [SupplyParameterFromQuery(Name = "account")] public long? Account { get; set; }

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (name is null)
        {
            var journey = await Gateway.AskAsync(new GetJourney(Id));
            (name, refusals) = (journey.Value?.Journey.Name, journey.Refusals);
        }
        if (name is not null && Account != simulated)
        {
            choices.Clear();
            await SimulateAsync();
        }
    }

    private void ChooseAccount(long? chosen) => Navigation.NavigateTo(chosen is null ? $"/journeys/{Id}/simulate" : $"/journeys/{Id}/simulate?account={chosen}");

    private Task AssumeAsync(string nodeId, string choice)
    {
        choices[nodeId] = choice;
        return SimulateAsync();
    }

    private async Task SimulateAsync()
    {
        simulated = Account;
        if (Account is not { } walks)
        {
            (simulation, account, refusals) = (null, null, null);
            return;
        }
        simulating = simulation is null;
        var language = new SentenceLanguage((text, arguments) => T[text, arguments], CultureInfo.CurrentCulture);
        var answer = await Gateway.AskAsync(new SimulateJourney(Id, walks, Choices: choices, Language: language), gone.Token);
        (simulation, refusals, simulating) = (answer.Value, answer.Refusals, false);
        account = simulation?.Account ?? T["Account {0}", walks];
    }

    private async Task CountAsync()
    {
        using var stop = counting = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
        try
        {
            var answer = await Gateway.AskAsync(new CountPaths(Id), stop.Token);
            (counts, countRefusals) = (answer.Value, answer.Refusals);
        }
        catch (OperationCanceledException)
        {
            // The user asked for it; the counts of before stay.
        }
        finally
        {
            counting = null;
        }
    }

    private void StopCounting() => counting?.Cancel();

    private string Say(SimulatedText text) => T[text.Text, text.Arguments];

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
