using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Shell.Pages;

/// <summary>For a page that stayed open after its user signed out: a new request, which can carry cookies, begins at the sign-in page.</summary>
public sealed partial class SignInFirst : ComponentBase
{
    [Inject] NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() =>
        Navigation.NavigateTo("/sign-in?returnUrl=" + Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri)), forceLoad: true);
}
