using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>The filters of a list as removable chips, "+ Filter" with what else there is, Clear, and how many rows are left.</summary>
public sealed partial class FilterBar : ComponentBase
{
    Popover? adding;
    FilterOffer? chosen;
    int before;

    [Parameter] public IReadOnlyList<FilterChip> Chips { get; set; } = [];

    [Parameter] public IReadOnlyList<FilterOffer> Offers { get; set; } = [];

    [Parameter] public EventCallback<string> OnRemove { get; set; }

    [Parameter] public EventCallback OnClear { get; set; }

    /// <summary>"37 of 1,284 groups", at the right.</summary>
    [Parameter] public RenderFragment? Shown { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        // A new chip means that the editor has done its work.
        if (Chips.Count > before && adding is not null && chosen is not null) await adding.CloseAsync();
        before = Chips.Count;
    }
}
