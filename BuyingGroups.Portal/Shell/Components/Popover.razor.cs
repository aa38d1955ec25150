using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A button with a panel under it: menus, pickers, lists. Closes with Esc, by a click outside and, unless <see cref="StayOpen"/>, after a choice.</summary>
public sealed partial class Popover : ComponentBase
{
    bool open;

    [Parameter] public RenderFragment? Button { get; set; }

    [Parameter] public RenderFragment? Panel { get; set; }

    [Parameter] public string ButtonClass { get; set; } = "btn";

    [Parameter] public string? Class { get; set; }

    /// <summary>The spoken name of the button, when its content is not enough.</summary>
    [Parameter] public string? Label { get; set; }

    [Parameter] public string? PanelLabel { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter] public string Role { get; set; } = "group";

    /// <summary>Lines the panel up with the right edge of the button.</summary>
    [Parameter] public bool Right { get; set; }

    /// <summary>Clicks inside do not close it: for panels with several choices.</summary>
    [Parameter] public bool StayOpen { get; set; }

    [Parameter] public EventCallback OnOpen { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    public async Task ToggleAsync()
    {
        if (open)
        {
            await CloseAsync();
            return;
        }

        open = true;
        await OnOpen.InvokeAsync();
    }

    public async Task CloseAsync()
    {
        if (!open) return;
        open = false;
        StateHasChanged();
        await OnClose.InvokeAsync();
    }

    Task ClickedInside() => StayOpen ? Task.CompletedTask : CloseAsync();

    Task Key(KeyboardEventArgs e) => string.Equals(e.Key, "Escape", StringComparison.Ordinal) ? CloseAsync() : Task.CompletedTask;
}
