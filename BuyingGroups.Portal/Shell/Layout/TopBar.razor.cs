using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>The bar over every page.</summary>
public sealed partial class TopBar : ComponentBase
{
    [Parameter] public EventCallback OnSearch { get; set; }

    [Parameter] public EventCallback OnHelp { get; set; }
}
