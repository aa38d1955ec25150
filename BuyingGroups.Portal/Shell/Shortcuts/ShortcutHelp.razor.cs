using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BuyingGroups.Portal.Shell.Shortcuts;

/// <summary>The list of shortcuts (?), and the switch that turns single letters off.</summary>
public sealed partial class ShortcutHelp : ComponentBase
{
    static readonly (string Keys, string Text)[] All =
    [
        ("Ctrl K", "Search everything"),
        ("/", "Search in this list"),
        ("G H", "Go to Home"),
        ("G B", "Go to Buying groups"),
        ("G A", "Go to Accounts"),
        ("G P", "Go to People"),
        ("G J", "Go to Journeys"),
        ("G D", "Go to Dashboards"),
        ("↑ ↓", "Move in a list"),
        ("Space", "Select the row"),
        ("Enter", "Open the row"),
        ("Shift ↑ ↓", "Extend the selection"),
        ("Ctrl A", "Select all rows of the page"),
        ("N", "New"),
        ("E", "Export"),
        ("Esc", "Close"),
        ("?", "Show this list"),
    ];

    ModalDialog? dialog;
    bool singleLetters = true;

    [Inject] IJSRuntime Browser { get; set; } = null!;

    public async Task OpenAsync()
    {
        await using var script = new ComponentScript(Browser, ShortcutKeys.Address);
        singleLetters = await script.InvokeAsync<bool>("singleLetters");
        await dialog!.OpenAsync();
    }

    async Task Change(ChangeEventArgs e)
    {
        singleLetters = e.Value is true;
        await using var script = new ComponentScript(Browser, ShortcutKeys.Address);
        await script.InvokeVoidAsync("setSingleLetters", singleLetters);
    }
}
