using System.Net;
using BuyingGroups.Portal.Features.ApiKeys;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using BuyingGroups.Tests.Security;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Api;

/// <summary>Who comes in by a key, and who does not.</summary>
[Trait("Category", "Access")]
public sealed class ApiKeyTests
{
    private const string Accounts = "/api/v1/accounts";

    [OnEveryDatabase]
    public async Task A_key_opens_the_API_until_it_is_revoked(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var made = (await portal.SendAsync(new CreateApiKey("CRM sync", [Permissions.AccountsView]))).Demand();
        using var program = new ApiProgram(portal, made.Key);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Accounts)).Status);
        (await portal.SendAsync(new RevokeApiKey(made.Id))).Demand();
        var refused = await program.GetAsync(Accounts);

        Assert.Equal((HttpStatusCode.Unauthorized, "RevokedKey"), (refused.Status, refused.Code));
        Assert.StartsWith("Bearer", refused.Challenge, StringComparison.Ordinal);
        Assert.IsType<AlreadyRevoked>((await portal.SendAsync(new RevokeApiKey(made.Id))).Refusal);
    }

    [Fact]
    public async Task A_key_ends_when_its_time_is_over()
    {
        await using var portal = await TestPortal.CreateAsync();
        var made = (await portal.SendAsync(new CreateApiKey("For a month", [Permissions.AccountsView], 30))).Demand();
        using var program = new ApiProgram(portal, made.Key);

        portal.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Accounts)).Status);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var refused = await program.GetAsync(Accounts);

        Assert.Equal((HttpStatusCode.Unauthorized, "ExpiredKey"), (refused.Status, refused.Code));
    }

    [OnEveryDatabase]
    public async Task A_key_stops_while_the_user_who_made_it_is_disabled(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.JoinAsync("Olle Other", "Admin");
        var admin = await portal.UserAsync("Ada Admin", "Admin");
        var made = (await portal.SendAsync(new CreateApiKey("CRM sync", [Permissions.AccountsView]), admin)).Demand();
        using var program = new ApiProgram(portal, made.Key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Accounts)).Status);

        (await portal.SendAsync(new DisableUser(admin.UserId!.Value))).Demand();
        var refused = await program.GetAsync(Accounts);
        var listed = (await portal.AskAsync(new FindApiKeys(new(), State: ApiKeyState.Stopped))).Demand();

        Assert.Equal((HttpStatusCode.Unauthorized, "StoppedKey"), (refused.Status, refused.Code));
        Assert.Equal("CRM sync", Assert.Single(listed.Rows).Name);
        (await portal.SendAsync(new EnableUser(admin.UserId.Value))).Demand();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Accounts)).Status);
    }

    [Fact]
    public async Task What_is_no_key_is_refused_by_name()
    {
        await using var portal = await TestPortal.CreateAsync();
        var key = await ApiProgram.KeyAsync(portal, "CRM sync", Permissions.AccountsView);
        var other = key[^1] == 'A' ? 'E' : 'A';

        Assert.Equal("MissingKey", await CodeAsync(portal, null));
        Assert.Equal("MalformedKey", await CodeAsync(portal, ""));
        Assert.Equal("MalformedKey", await CodeAsync(portal, key[..^1]));
        Assert.Equal("MalformedKey", await CodeAsync(portal, key + "A"));
        Assert.Equal("MalformedKey", await CodeAsync(portal, "bgp_' OR 1=1 --"));
        Assert.Equal("MalformedKey", await CodeAsync(portal, new string('a', 5_000)));
        Assert.Equal("UnknownKey", await CodeAsync(portal, key[..^1] + other));
        Assert.Equal("UnknownKey", await CodeAsync(portal, "bgp_000000000000" + key[16..]));
    }

    [Fact]
    public async Task A_signed_in_browser_without_a_key_does_not_reach_the_API()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (_, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);
        await visitor.SignInAsync(email, People.Password);

        using var page = await visitor.GetAsync("/configuration/api-keys");
        using var answer = await visitor.GetAsync(Accounts);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        using var program = await ApiProgram.WithAsync(portal, [.. Permissions.All]);

        Assert.Equal(HttpStatusCode.Found, (await program.GetAsync("/accounts")).Status);
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_kept_and_the_audit_log_has_neither()
    {
        await using var portal = await TestPortal.CreateAsync();
        var key = await ApiProgram.KeyAsync(portal, "CRM sync", Permissions.AccountsView);
        await using var context = portal.Open();

        var kept = await context.ApiKeys.SingleAsync();
        var audited = await context.AuditEntries.Where(e => e.SubjectKind == "ApiKey").SingleAsync();

        Assert.Equal(key[4..16], kept.Prefix);
        Assert.Equal(64, kept.SecretHash.Length);
        Assert.DoesNotContain(key[17..], $"{kept.SecretHash} {kept.Name} {audited.After} {audited.SubjectName}", StringComparison.Ordinal);
        Assert.DoesNotContain(kept.SecretHash, audited.After!, StringComparison.Ordinal);
    }

    [OnEveryDatabase]
    public async Task When_a_key_was_used_last_is_exact_to_a_minute(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsView);
        var first = portal.Clock.GetUtcNow().UtcDateTime;

        await program.GetAsync(Accounts);
        portal.Clock.Advance(TimeSpan.FromSeconds(59));
        await program.GetAsync(Accounts);
        Assert.Equal(first, await LastUsedAsync(portal));
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await program.GetAsync(Accounts);

        Assert.Equal(first.AddMinutes(1), await LastUsedAsync(portal));
    }

    [Fact]
    public async Task Nobody_gives_a_key_what_they_do_not_hold()
    {
        await using var portal = await TestPortal.CreateAsync();
        var admin = await portal.UserAsync("Ada Admin", "Admin");
        var configurator = admin with { Permissions = new HashSet<string>(StringComparer.Ordinal) { Permissions.ConfigurationManage } };

        var refused = await portal.SendAsync(new CreateApiKey("CRM sync", [Permissions.UsersManage, "Everything"]), configurator);

        Assert.Equal(["PermissionNotHeld", "UnknownPermission"], refused.Refusals.Select(r => r.Name));
    }

    [Fact]
    public async Task A_key_needs_a_name_of_its_own_a_permission_and_a_time_that_can_be_counted()
    {
        await using var portal = await TestPortal.CreateAsync();
        await ApiProgram.KeyAsync(portal, "CRM sync", Permissions.AccountsView);

        Assert.Equal(["NameTaken", "NoPermissionsChosen", "DaysOutOfRange"], (await portal.SendAsync(new CreateApiKey(" CRM sync ", [], 0))).Refusals.Select(r => r.Name));
        Assert.Equal("Required", (await portal.SendAsync(new CreateApiKey(" ", [Permissions.AccountsView]))).Refusal!.Name);
        Assert.Equal("TooLong", (await portal.SendAsync(new CreateApiKey(new string('a', 101), [Permissions.AccountsView]))).Refusal!.Name);
    }

    private static async Task<DateTime?> LastUsedAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        return await context.ApiKeys.Select(k => k.LastUsedAt).SingleAsync();
    }

    private static async Task<string?> CodeAsync(TestPortal portal, string? key)
    {
        using var program = new ApiProgram(portal, key);
        var answer = await program.GetAsync(Accounts);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        return answer.Code;
    }
}
