using System.Net;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Roles;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Sessions;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Security;

public sealed class UserCommandTests
{
    [OnEveryDatabase]
    public async Task The_last_admin_can_be_neither_disabled_nor_demoted(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var (admin, _) = await portal.JoinAsync("Ada Admin", "Admin");
        await portal.JoinAsync("Mia Market", "Marketer");
        var role = (await portal.RolesAsync()).Single(r => r.Name == "Admin");

        Assert.IsType<LastAdmin>((await portal.SendAsync(new DisableUser(admin))).Refusal);
        Assert.IsType<LastAdmin>((await portal.SendAsync(new SetRoles(admin, []))).Refusal);
        Assert.IsType<LastAdmin>((await portal.SendAsync(new ChangeRole(role.Id, role.Version, role.Name, null, [Permissions.AccountsView]))).Refusal);
        var after = (await portal.AskAsync(new GetUser(admin))).Demand();

        Assert.Equal([role.Id], after.RoleIds);
        Assert.NotEqual(UserStatus.Disabled, after.Status);
        Assert.True(after.Granted.ContainsKey(Permissions.UsersManage));
    }

    [OnEveryDatabase]
    public async Task Two_admins_cannot_remove_each_other_at_once(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var (one, _) = await portal.JoinAsync("Ada One", "Admin");
        var (two, _) = await portal.JoinAsync("Bo Two", "Admin");

        var outcomes = await Task.WhenAll(portal.SendAsync(new DisableUser(one)), portal.SendAsync(new DisableUser(two)));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Single(outcomes, o => o.Refusal is LastAdmin);
    }

    [Fact]
    public async Task A_disabled_user_is_out_within_seconds_and_comes_not_in_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        var (id, email) = await portal.JoinAsync("Sam Sales", "Sales");
        using var visitor = new WebVisitor(portal);
        (await visitor.SignInAsync(email, People.Password)).Dispose();
        using var before = await visitor.GetAsync("/accounts");

        (await portal.SendAsync(new DisableUser(id))).Demand();
        portal.Clock.Advance(TimeSpan.FromSeconds(4));
        using var after = await visitor.GetAsync("/accounts");
        using var again = await visitor.SignInAsync(email, People.Password);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.StartsWith("/sign-in", after.LeadsTo(), StringComparison.Ordinal);
        Assert.Null(again.LeadsTo());
    }

    [Fact]
    public async Task New_permissions_count_within_seconds_without_signing_in_again()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        var (id, email) = await portal.JoinAsync("Sam Sales", "Sales");
        using var visitor = new WebVisitor(portal);
        (await visitor.SignInAsync(email, People.Password)).Dispose();
        using var before = await visitor.GetAsync("/users");

        (await portal.SendAsync(new SetRoles(id, [(await portal.RolesAsync()).Single(r => r.Name == "Admin").Id]))).Demand();
        portal.Clock.Advance(TimeSpan.FromSeconds(4));
        using var after = await visitor.GetAsync("/users");

        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task An_open_page_stands_only_while_its_user_may_do_what_they_could()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        var (id, _) = await portal.JoinAsync("Sam Sales", "Sales");
        await using var scope = portal.Services.CreateAsyncScope();
        var watch = (SessionWatch)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var sessions = scope.ServiceProvider.GetRequiredService<SignInManager<Data.Identity.PortalUser>>();
        var principal = await sessions.CreateUserPrincipalAsync((await sessions.UserManager.FindByIdAsync($"{id}"))!);

        Assert.True(await watch.StandsAsync(principal, default));
        var roles = await portal.RolesAsync();
        (await portal.SendAsync(new SetRoles(id, [.. roles.Where(r => r.Name is "Sales" or "Marketer").Select(r => r.Id)]))).Demand();
        Assert.False(await watch.StandsAsync(principal, default));
        (await portal.SendAsync(new SetRoles(id, [roles.Single(r => r.Name == "Sales").Id]))).Demand();
        Assert.True(await watch.StandsAsync(principal, default));
        (await portal.SendAsync(new EndSessions(id))).Demand();
        Assert.False(await watch.StandsAsync(principal, default));
    }

    [OnEveryDatabase]
    public async Task Users_are_found_by_name_role_and_state(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.JoinAsync("Ada Admin", "Admin");
        var (sam, _) = await portal.JoinAsync("Sam Sales", "Sales");
        await portal.JoinAsync("Mia Market", "Marketer", "Sales");
        (await portal.SendAsync(new DisableUser(sam))).Demand();
        var sales = (await portal.RolesAsync()).Single(r => r.Name == "Sales").Id;

        Assert.Equal(["Ada Admin", "Mia Market", "Sam Sales"], await NamesAsync(new FindUsers(null, null, null, null, new PageRequest())));
        Assert.Equal(["Mia Market"], await NamesAsync(new FindUsers("MARK", null, null, null, new PageRequest())));
        Assert.Equal(["Mia Market", "Sam Sales"], await NamesAsync(new FindUsers(null, sales, null, null, new PageRequest())));
        Assert.Equal(["Sam Sales"], await NamesAsync(new FindUsers(null, null, UserStatus.Disabled, null, new PageRequest())));
        Assert.Equal(["Ada Admin", "Mia Market"], await NamesAsync(new FindUsers(null, null, UserStatus.Invited, false, new PageRequest())));
        Assert.Empty(await NamesAsync(new FindUsers(null, null, UserStatus.Locked, null, new PageRequest())));

        async Task<List<string>> NamesAsync(FindUsers query) => [.. (await portal.AskAsync(query)).Demand().Rows.Select(r => r.DisplayName)];
    }

    [Fact]
    public async Task Roles_that_are_default_or_in_use_stay_and_say_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        var (sam, _) = await portal.JoinAsync("Sam Sales", "Sales");
        var lead = (await portal.SendAsync(new CreateRole("Regional lead", null, [Permissions.JourneysPublish]))).Demand().Id;
        var sales = (await portal.RolesAsync()).Single(r => r.Name == "Sales");
        (await portal.SendAsync(new SetRoles(sam, [lead]))).Demand();

        Assert.IsType<DefaultRoleStays>((await portal.SendAsync(new DeleteRole(sales.Id))).Refusal);
        Assert.IsType<DefaultRoleStays>((await portal.SendAsync(new ChangeRole(sales.Id, sales.Version, "Selling", null, sales.Permissions))).Refusal);
        Assert.IsType<RoleInUse>((await portal.SendAsync(new DeleteRole(lead))).Refusal);
        Assert.IsType<NameTaken>((await portal.SendAsync(new CreateRole("regional LEAD", null, []))).Refusal);
        Assert.IsType<UnknownPermission>((await portal.SendAsync(new CreateRole("Other", null, ["Everything"]))).Refusal);
        (await portal.SendAsync(new SetRoles(sam, []))).Demand();
        (await portal.SendAsync(new DeleteRole(lead))).Demand();
        Assert.DoesNotContain(await portal.RolesAsync(), r => r.Id == lead);
    }
}
