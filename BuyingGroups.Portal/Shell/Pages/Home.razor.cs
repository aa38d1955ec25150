using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.FirstSteps;
using BuyingGroups.Portal.Shell.Home;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Pages;

/// <summary>
/// What to do next: the first-steps checklist while there is something left to set up (mock-up 10b), afterwards the cards that features
/// bring (mock-up 01). Whose accounts count stands in the address.
/// </summary>
public sealed partial class Home : ListPage
{
    readonly CancellationTokenSource leaving = new();
    IReadOnlyList<FirstStep>? steps;
    FirstStep? next;
    int left;
    int minutes;

    [Inject] IEnumerable<IFirstSteps> Sources { get; set; } = null!;

    [Inject] IEnumerable<HomeCard> Cards { get; set; } = null!;

    [Inject] TimeProvider Clock { get; set; } = null!;

    /// <summary>Who looks after accounts begins with their own; who works for all of them begins with all.</summary>
    bool Mine => State.Filter("accounts") switch
    {
        "mine" => true,
        "all" => false,
        _ => !User.May(Permissions.BuyingGroupsManage),
    };

    /// <summary>Securing one's account is worth a line of the list, but does not keep anybody from their work.</summary>
    bool Checklist => steps is { Count: > 0 } && steps.Any(step => !step.IsDone && step.Order != FirstStep.SecureAccount);

    IEnumerable<HomeCard> Main => Allowed.Where(card => !card.Beside);

    IEnumerable<HomeCard> Beside => Allowed.Where(card => card.Beside);

    IEnumerable<HomeCard> Allowed => Cards.Where(card => User.May(card.Permission)).OrderBy(card => card.Order);

    Dictionary<string, object> Given => new(StringComparer.Ordinal) { ["Mine"] = Mine };

    string Greeting => Checklist ? T["Welcome, {0}", User.FirstName] : User.Local(Clock.GetUtcNow()).Hour switch
    {
        < 5 or >= 18 => T["Good evening, {0}", User.FirstName],
        < 12 => T["Good morning, {0}", User.FirstName],
        _ => T["Good afternoon, {0}", User.FirstName],
    };

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        var found = new List<FirstStep>();
        foreach (var source in Sources) found.AddRange(await source.StepsAsync(User, leaving.Token));
        steps = [.. found.Where(step => User.May(step.Permission)).OrderBy(step => step.Order)];
        left = steps.Count(step => !step.IsDone);
        minutes = steps.Where(step => !step.IsDone).Sum(step => step.Minutes);
        next = steps.FirstOrDefault(step => !step.IsDone && FirstStepsCard.Waiting(steps, step) is null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            leaving.Cancel();
            leaving.Dispose();
        }

        base.Dispose(disposing);
    }
}
