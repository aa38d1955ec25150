using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.ApiKeys;

/// <summary>Where an admin makes and revokes the keys of the REST API.</summary>
public sealed partial class ApiKeysPage : ListPage
{
    const string StateKey = "state";
    const int UsualDays = 365;

    PagedGrid<ApiKeyRow>? grid;
    IReadOnlyList<Refusal>? refusals;
    HashSet<string> permitted = new(StringComparer.Ordinal);
    string name = "";
    int days = UsualDays;
    bool isOpen;
    string? secret;

    [Inject] Gateway Gateway { get; set; } = null!;

    [Inject] Confirmation Confirmation { get; set; } = null!;

    async Task<PageOf<ApiKeyRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(
            new FindApiKeys(state.Request, state.Search, Enum.TryParse<ApiKeyState>(state.Filter(StateKey), out var wanted) ? wanted : null), cancellation)).Demand();

    void Open() => (name, days, permitted, isOpen, refusals) = ("", UsualDays, new(StringComparer.Ordinal), true, null);

    void Toggle(string permission)
    {
        if (!permitted.Remove(permission))
            permitted.Add(permission);
    }

    async Task CreateAsync()
    {
        var made = await Gateway.SendAsync(new CreateApiKey(name, [.. permitted], days == 0 ? null : days));
        refusals = made.Refusals;
        if (!made.Succeeded)
            return;
        (isOpen, secret) = (false, made.Value.Key);
        await ReloadAsync();
    }

    async Task RevokeAsync(ApiKeyRow key)
    {
        var question = T["Programs that use it are refused from their next call on. This cannot be undone; a new key can be created."];
        if (!await Confirmation.AskAsync(T["Revoke the API key {0}?", key.Name], question, T["Revoke API key"]))
            return;
        refusals = (await Gateway.SendAsync(new RevokeApiKey(key.Id))).Refusals;
        await ReloadAsync();
    }

    Task ReloadAsync() => grid?.ReloadAsync() ?? Task.CompletedTask;

    string StateName(ApiKeyState state) => state switch
    {
        ApiKeyState.Working => T["Works"],
        ApiKeyState.Revoked => T["Revoked"],
        ApiKeyState.Expired => T["Expired"],
        _ => T["Stopped"],
    };
}
