using BuyingGroups.Domain.Refusals;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Shell;

/// <summary>Named errors in the user's language.</summary>
public static class RefusalText
{
    /// <summary>The refusal's text: its English wording is the key.</summary>
    public static string Say(this IStringLocalizer texts, Refusal refusal) => texts[refusal.Text, refusal.Arguments];
}
