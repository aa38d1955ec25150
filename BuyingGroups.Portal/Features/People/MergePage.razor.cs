using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.People;

/// <summary>Finds the second record of one person, shows what a merge would do, and merges.</summary>
public sealed partial class MergePage : ComponentBase
{
    private const int MostShown = 20;

    private IReadOnlyList<PersonRow> candidates = [];
    private IReadOnlyList<Refusal>? refusals;
    private MergePreview? preview;
    private string? name;
    private string search = "";
    private long accountId;
    private long? other;
    private bool staysTurned;
    private bool more;
    private bool merging;
    private long loaded;

    [Parameter] public long Id { get; set; }

    [Inject] private Gateway Gateway { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private (long Stays, long Goes) Pair => staysTurned ? (other!.Value, Id) : (Id, other!.Value);

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        loaded = Id;
        var person = await Gateway.AskAsync(new GetPerson(Id));
        refusals = person.Refusals;
        if (person.Value is not { } details)
            return;
        (name, accountId) = (details.Person.DisplayName, details.Person.AccountId);
        // Two records of one person mostly share the last name.
        await FindAsync(details.Person.LastName ?? "");
        if (candidates.Count == 0)
            await FindAsync("");
    }

    private async Task FindAsync(string text)
    {
        search = text.Trim();
        var found = await Gateway.AskAsync(new FindPeople(new PersonFilter { AccountId = accountId, Search = search }, new PageRequest(1, MostShown + 1)));
        refusals = found.Refusals;
        if (found.Value is not { } page)
            return;
        more = page.Rows.Count > MostShown;
        candidates = [.. page.Rows.Where(row => row.Id != Id).Take(MostShown)];
    }

    private Task ChooseAsync(long id)
    {
        (other, staysTurned) = (id, false);
        return PreviewAsync();
    }

    private Task TurnAsync()
    {
        staysTurned = !staysTurned;
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        var answer = await Gateway.AskAsync(new PreviewMerge(Pair.Stays, Pair.Goes));
        (preview, refusals) = (answer.Value, answer.Refusals);
    }

    private async Task MergeAsync()
    {
        if (!await Confirmation.AskAsync(T["Merge {0} into {1}?", preview!.Goes, preview.Stays], T["The record of {0} is deleted. This cannot be undone.", preview.Goes], T["Merge"]))
            return;
        merging = true;
        var merged = await Gateway.SendAsync(new MergePeople(Pair.Stays, Pair.Goes));
        merging = false;
        refusals = merged.Refusals;
        if (merged.Succeeded)
            Navigation.NavigateTo($"/people/{Pair.Stays}");
    }
}
