using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Views;

/// <summary>The saved views of a list: chooses, saves and deletes them. Which one is shown stands in the address.</summary>
public sealed partial class ListViews : ComponentBase
{
    IReadOnlyList<SavedView> views = [];
    IReadOnlyList<Refusal>? refusals;

    /// <summary>The list's name, such as "accounts".</summary>
    [Parameter, EditorRequired] public string List { get; set; } = "";

    [Parameter, EditorRequired] public ListState State { get; set; } = new();

    /// <summary>The user asked for another view: give it to <c>ListPage.Go</c>.</summary>
    [Parameter] public EventCallback<ListState> OnState { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new FindViews(List));
        views = found.Succeeded ? found.Value.Views : [];
    }

    Task ChooseAsync(SavedView? view) => OnState.InvokeAsync(view is null ? new ListState() : ListState.Parse("?" + view.Query) with { View = view.Id });

    async Task SaveAsync(SavedView view)
    {
        var saved = await Gateway.SendAsync(new SaveView(List, view.Name, view.Query, view.Id, view.IsShared));
        refusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        await LoadAsync();
        await OnState.InvokeAsync(State with { View = saved.Value.Id });
    }

    async Task DeleteAsync(SavedView view)
    {
        var deleted = await Gateway.SendAsync(new DeleteView(view.Id));
        refusals = deleted.Refusals;
        await LoadAsync();
        if (deleted.Succeeded)
            await OnState.InvokeAsync(State with { View = null });
    }
}
