using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Roles;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Users;

/// <summary>Who can sign in, with which roles.</summary>
public sealed partial class UsersPage : ListPage
{
    PagedGrid<UserRow>? grid;
    IReadOnlyList<RoleRow> roles = [];
    (string Email, string Password)? secret;
    int? total;
    int? chosen;
    bool inviting;

    [Inject] Gateway Gateway { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        roles = (await Gateway.AskAsync(new FindRoles())).Value?.Roles ?? [];
    }

    async Task<PageOf<UserRow>> LoadAsync(ListState state, CancellationToken cancellation) =>
        (await Gateway.AskAsync(
            new FindUsers(
                state.Search, state.FilterNumber("role"), Enum.TryParse<UserStatus>(state.Filter("status"), out var status) ? status : null,
                state.Filter("second") switch { "yes" => true, "no" => false, _ => null }, state.Request),
            cancellation)).Demand();

    void Loaded(PageOf<UserRow> page)
    {
        total = page.Total;
        StateHasChanged();
    }

    void Filter(string key, ChangeEventArgs e) => Go(State.WithFilter(key, e.Value as string ?? ""));

    void Reveal((string Email, string Password) made) => secret = made;

    async Task MadeAsync((string Email, string Password) made)
    {
        inviting = false;
        secret = made;
        await ChangedAsync();
    }

    Task ChangedAsync() => grid?.ReloadAsync() ?? Task.CompletedTask;
}
