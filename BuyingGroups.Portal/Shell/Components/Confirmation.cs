using Microsoft.Extensions.Localization;
using Radzen;

namespace BuyingGroups.Portal.Shell.Components;

/// <summary>Asks before something that cannot be undone: <c>if (await Confirmation.AskAsync(…)) …</c>.</summary>
public sealed class Confirmation(DialogService dialogs, IStringLocalizer<Text> texts)
{
    /// <summary>Shows the question; true when the user goes ahead.</summary>
    /// <param name="title">The question: "Delete 3 groups?".</param>
    /// <param name="body">What goes with it, what stays.</param>
    /// <param name="action">The verb on the button that does it: "Delete 3 groups".</param>
    /// <param name="destructive">Red outline instead of the primary button.</param>
    public async Task<bool> AskAsync(string title, string body, string action, bool destructive = true)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ConfirmDialog.Body)] = body,
            [nameof(ConfirmDialog.Action)] = action,
            [nameof(ConfirmDialog.Destructive)] = destructive,
        };
        var options = new DialogOptions { Width = "min(92vw, 460px)", CloseDialogOnEsc = true, AutoFocusFirstElement = false, CloseTabIndex = 0, CloseAriaLabel = texts["Close"] };
        var answer = await dialogs.OpenAsync<ConfirmDialog>(title, parameters, options);
        return answer is true;
    }
}
