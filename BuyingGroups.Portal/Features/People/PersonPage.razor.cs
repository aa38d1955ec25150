using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.People;

/// <summary>One person: profile, engagement, buying groups, what changed.</summary>
public sealed partial class PersonPage : ComponentBase
{
    PersonDetails? details;
    IReadOnlyList<FormField> fields = [];
    IReadOnlyList<Refusal>? refusals;
    IReadOnlyList<Refusal>? problems;
    long loaded;

    [Parameter] public long Id { get; set; }

    /// <summary>activities or history; anything else is the overview.</summary>
    [Parameter] public string? Tab { get; set; }

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    async Task LoadAsync()
    {
        loaded = Id;
        var answer = await Gateway.AskAsync(new GetPerson(Id));
        (details, refusals) = (answer.Value, answer.Refusals);
        if (details is not null)
            fields = FormField.Of(PersonRules.Fields, details.CustomFields, T);
    }

    async Task<PageOf<HistoryRow>> HistoryAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(new FindPersonHistory(Id, state.Request), cancellation)).Demand();

    async Task DeleteAsync()
    {
        if (!await Confirmation.AskAsync(T["Delete {0}?", details!.Person.DisplayName], T["Their history and activities go too and cannot be brought back. A member of a buying group stays."], T["Delete person"]))
            return;
        var deleted = await Gateway.SendAsync(new DeletePerson(Id));
        problems = deleted.Refusals;
        if (deleted.Succeeded)
            Navigation.NavigateTo("/people");
    }
}
