using BuyingGroups.Portal.Shell.FirstSteps;
using BuyingGroups.Portal.Shell.Layout;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Pages;

/// <summary>The first-steps checklist while there is something left to do (mock-up 10b); afterwards the ways in.</summary>
public sealed partial class Home : ComponentBase, IDisposable
{
    readonly CancellationTokenSource leaving = new();
    IReadOnlyList<FirstStep>? steps;
    FirstStep? next;
    int left;
    int minutes;

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] IEnumerable<IFirstSteps> Sources { get; set; } = null!;

    [Inject] PageRoutes Pages { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var found = new List<FirstStep>();
        foreach (var source in Sources) found.AddRange(await source.StepsAsync(User, leaving.Token));
        steps = [.. found.Where(step => User.May(step.Permission)).OrderBy(step => step.Order)];
        left = steps.Count(step => !step.IsDone);
        minutes = steps.Where(step => !step.IsDone).Sum(step => step.Minutes);
        next = steps.FirstOrDefault(step => !step.IsDone && Waiting(step) is null);
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <summary>The number, as shown, of the step that must come first; null when the step can be done now.</summary>
    int? Waiting(FirstStep step)
    {
        for (var index = 0; index < steps!.Count; index++)
        {
            if (steps[index].Order == step.After && !steps[index].IsDone) return index + 1;
        }

        return null;
    }
}
