using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>A moment of the database (UTC) on the user's clock: how long ago, with the exact time on hovering.</summary>
public sealed partial class Moment : ComponentBase
{
    /// <summary>When; null shows a dash.</summary>
    [Parameter, EditorRequired] public DateTimeOffset? At { get; set; }

    /// <summary>Shows date and time instead of how long ago.</summary>
    [Parameter] public bool Full { get; set; }

    /// <summary>"2 h" instead of "2 h ago", for columns.</summary>
    [Parameter] public bool Short { get; set; }

    [CascadingParameter] CurrentUser User { get; set; } = CurrentUser.Nobody;

    [Inject] TimeProvider Clock { get; set; } = null!;

    string Exact(DateTimeOffset at) => User.Local(at).ToString("g", CultureInfo.CurrentCulture);

    string Relative(DateTimeOffset at)
    {
        var ago = Clock.GetUtcNow() - at;
        if (ago < TimeSpan.Zero || ago >= TimeSpan.FromDays(31)) return User.Local(at).ToString("d", CultureInfo.CurrentCulture);
        if (ago < TimeSpan.FromMinutes(1)) return T["now"];
        if (ago < TimeSpan.FromHours(1)) return T[Short ? "{0} min" : "{0} min ago", (int)ago.TotalMinutes];
        if (ago < TimeSpan.FromDays(1)) return T[Short ? "{0} h" : "{0} h ago", (int)ago.TotalHours];
        return T[Short ? "{0} d" : "{0} d ago", (int)ago.TotalDays];
    }
}
