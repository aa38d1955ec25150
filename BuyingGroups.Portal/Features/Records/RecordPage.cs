using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Records;

/// <summary>Base of the page of an account or person: reads it once for all its tabs, and deletes it after asking.</summary>
/// <typeparam name="TDetails">What the page shows.</typeparam>
public abstract class RecordPage<TDetails> : ComponentBase
    where TDetails : class
{
    private protected TDetails? details;
    private protected IReadOnlyList<FormField> fields = [];

    /// <summary>Why it could not be read.</summary>
    private protected IReadOnlyList<Refusal>? refusals;

    /// <summary>Why it could not be deleted.</summary>
    private protected IReadOnlyList<Refusal>? problems;
    private long loaded;

    /// <summary>The record.</summary>
    [Parameter] public long Id { get; set; }

    /// <summary>The tab; anything that is none is the overview.</summary>
    [Parameter] public string? Tab { get; set; }

    [CascadingParameter] private protected CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] private protected Gateway Gateway { get; set; } = null!;

    [Inject] private protected Confirmation Confirmation { get; set; } = null!;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private protected IStringLocalizer<Text> Words { get; set; } = null!;

    /// <summary>Reads the record.</summary>
    private protected abstract IQuery<TDetails> Query { get; }

    /// <summary>Its fields, its own and the custom ones.</summary>
    private protected abstract IReadOnlyList<FormField> FieldsOf(TDetails found);

    protected override Task OnParametersSetAsync() => loaded == Id ? Task.CompletedTask : LoadAsync();

    private protected async Task LoadAsync()
    {
        loaded = Id;
        var answer = await Gateway.AskAsync(Query);
        (details, refusals) = (answer.Value, answer.Refusals);
        if (details is not null)
            fields = FieldsOf(details);
    }

    /// <summary>Asks, deletes, and goes to the list.</summary>
    private protected async Task DeleteAsync(ICommand<Done> delete, string name, string consequence, string action, string list)
    {
        if (!await Confirmation.AskAsync(Words["Delete {0}?", name], consequence, action))
            return;
        var deleted = await Gateway.SendAsync(delete);
        problems = deleted.Refusals;
        if (deleted.Succeeded)
            Navigation.NavigateTo(list);
    }
}
