using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>One's own name, clock, language, theme, password and second step.</summary>
public sealed partial class ProfilePage : ComponentBase
{
    // Names with a region, as people look for them; the rest are aliases.
    static readonly IReadOnlyList<string> zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    UserProfile? profile;
    IReadOnlyList<Refusal>? refusals;
    string name = "";
    string? zone;
    string? culture;
    bool shortcuts;

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] NavigationManager Navigation { get; set; } = null!;

    protected override Task OnInitializedAsync() => LoadAsync();

    async Task LoadAsync()
    {
        var found = await Gateway.AskAsync(new GetProfile());
        refusals = found.Refusals;
        if (found.Succeeded)
            (profile, name, zone, culture, shortcuts) = (found.Value, found.Value.DisplayName, found.Value.TimeZone, found.Value.Culture, found.Value.UsesShortcuts);
    }

    async Task SaveAsync()
    {
        var saved = await Gateway.SendAsync(new ChangeProfile(name, Chosen(zone), Chosen(culture), shortcuts));
        refusals = saved.Refusals;
        // The session's cookie carries name and clock, and only a request can write it anew.
        if (saved.Succeeded)
            Navigation.NavigateTo("/session/refresh?returnUrl=/profile", forceLoad: true);
    }

    static string? Chosen(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
