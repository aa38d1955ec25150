using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>Base of the page of one record that is a draft until it is published: audience, account list, role template. Derived pages say what to read and which commands to send.</summary>
public abstract class DraftPage : ComponentBase
{
    /// <summary>Why the last command or reading failed.</summary>
    private protected IReadOnlyList<Refusal>? refusals;
    private protected PublicationStatus status = PublicationStatus.Draft;
    private protected string name = "";
    private protected string? description;
    private protected int version;
    private protected bool loaded;
    private protected bool changed;

    /// <summary>The record; null for a new one.</summary>
    [Parameter] public int? Id { get; set; }

    [CascadingParameter] private protected CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private protected Gateway Gateway { get; set; } = null!;

    [Inject] private protected Confirmation Confirmation { get; set; } = null!;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private IStringLocalizer<Text> Words { get; set; } = null!;

    /// <summary>Where the list of such records is; one of them is below it.</summary>
    private protected abstract string Home { get; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <summary>Reads the record into the fields; false when it cannot be read, <see cref="refusals"/> says why.</summary>
    private protected abstract Task<bool> ReadAsync(int id);

    /// <summary>Reads what the page needs also for a new record.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected async Task LoadAsync()
    {
        await PrepareAsync();
        if (Id is not { } id || await ReadAsync(id))
            (loaded, changed) = (true, false);
    }

    private protected void Touch() => changed = true;

    /// <summary>Saves; a new record gets its own address.</summary>
    private protected async Task SaveAsync(ICommand<int> save)
    {
        var saved = await Gateway.SendAsync(save);
        refusals = saved.Refusals;
        if (!saved.Succeeded)
            return;
        changed = false;
        if (Id is null)
            Navigation.NavigateTo($"{Home}/{saved.Value}");
        else
            await LoadAsync();
    }

    /// <summary>Asks, and publishes.</summary>
    private protected async Task PublishAsync(ICommand<Done> publish, string consequence)
    {
        if (!await Confirmation.AskAsync(Words["Publish “{0}”?", name], consequence, Words["Publish"], destructive: false))
            return;
        var published = await Gateway.SendAsync(publish);
        refusals = published.Refusals;
        if (published.Succeeded)
            await LoadAsync();
    }

    /// <summary>Makes a copy and goes there.</summary>
    private protected async Task DuplicateAsync(ICommand<int> duplicate)
    {
        var copy = await Gateway.SendAsync(duplicate);
        refusals = copy.Refusals;
        if (copy.Succeeded)
            Navigation.NavigateTo($"{Home}/{copy.Value}");
    }

    /// <summary>Asks, deletes, and goes back to the list.</summary>
    private protected async Task DeleteAsync(ICommand<Done> delete, string question, string consequence, string action)
    {
        if (!await Confirmation.AskAsync(question, consequence, action))
            return;
        var deleted = await Gateway.SendAsync(delete);
        refusals = deleted.Refusals;
        if (!deleted.Succeeded)
            return;
        changed = false;
        Navigation.NavigateTo(Home);
    }

    private protected async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (changed && !await Confirmation.AskAsync(Words["Leave without saving?"], Words["What you changed on this page is lost."], Words["Leave without saving"]))
            leaving.PreventNavigation();
    }
}
