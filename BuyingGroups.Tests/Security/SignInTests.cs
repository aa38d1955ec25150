using System.Net;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security.SignIn;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Security;

public sealed class SignInTests
{
    [Fact]
    public async Task Email_and_password_open_the_page_asked_for_and_leave_a_line_in_the_log()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (id, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);

        using var answer = await visitor.SignInAsync(email, People.Password, "/users?q=ada");
        using var page = await visitor.GetAsync("/users?q=ada");
        await using var context = portal.Open();

        Assert.Equal("/users?q=ada", answer.LeadsTo());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(await context.AuditEntries.ToListAsync(), e => e.Action == SignInAudit.SignedIn && e.SubjectId == $"{id}");
    }

    [Fact]
    public async Task An_unknown_email_and_a_wrong_password_get_the_same_answer()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (_, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);

        using var wrong = await visitor.SignInAsync(email, "not the password");
        using var unknown = await visitor.SignInAsync("eve@elsewhere.example", "not the password");

        Assert.Null(wrong.LeadsTo());
        Assert.Equal(Note(await wrong.Content.ReadAsStringAsync()), Note(await unknown.Content.ReadAsStringAsync()));

        static string Note(string page) => page[page.IndexOf("role=\"alert\"", page.IndexOf("<form", StringComparison.Ordinal), StringComparison.Ordinal)..page.IndexOf("id=\"email\"", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_right_one_out_for_a_quarter_of_an_hour()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (_, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);
        for (var i = 0; i < 5; i++)
            (await visitor.SignInAsync(email, "wrong password " + i)).Dispose();

        using var locked = await visitor.SignInAsync(email, People.Password);
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        using var open = await visitor.SignInAsync(email, People.Password);
        await using var context = portal.Open();

        Assert.Null(locked.LeadsTo());
        Assert.Equal("/", open.LeadsTo());
        Assert.Equal(2, await context.AuditEntries.CountAsync(e => e.Action == SignInAudit.LockedOut));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("users")]
    [InlineData("/sign-out")]
    [InlineData("")]
    [InlineData(null)]
    public void Sign_in_leads_nowhere_but_into_the_portal(string? address) => Assert.Equal("/", LocalAddress.Of(address));

    [Theory]
    [InlineData("/")]
    [InlineData("/buying-groups/browse?missing=1&completeness=0-50")]
    public void Sign_in_leads_back_to_the_page_asked_for(string address) => Assert.Equal(address, LocalAddress.Of(address));

    [Fact]
    public async Task A_redirect_elsewhere_is_not_followed_after_sign_in()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (_, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);

        using var answer = await visitor.SignInAsync(email, People.Password, "//evil.example/");

        Assert.Equal("/", answer.LeadsTo());
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/sign-out", "sign-out")]
    [InlineData("/profile/password", "new-password")]
    public async Task A_post_without_the_pages_token_is_refused(string path, string form)
    {
        await using var portal = await TestPortal.CreateAsync();
        var (_, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);
        (await visitor.SignInAsync(email, People.Password)).Dispose();

        using var answer = await visitor.PostBlindlyAsync(path, form, ("Form.Email", email), ("Form.Password", People.Password));
        using var still = await visitor.GetAsync("/users");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_try_for_ever()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);
        HttpStatusCode last = default;
        for (var i = 0; i < 31; i++)
        {
            using var answer = await visitor.SignInAsync($"eve{i}@elsewhere.example", "");
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (_, email) = await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);
        (await visitor.SignInAsync(email, People.Password)).Dispose();

        using var asked = await visitor.GetAsync("/sign-out");
        using var still = await visitor.GetAsync("/users");
        using var gone = await visitor.PostAsync("/sign-out", "sign-out");
        using var users = await visitor.GetAsync("/users");

        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal("/sign-in", gone.LeadsTo());
        Assert.StartsWith("/sign-in", users.LeadsTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_somebody_else_chose_opens_nothing_until_it_is_replaced()
    {
        await using var portal = await TestPortal.CreateAsync();
        var admin = (await portal.RolesAsync()).Single(r => r.Name == "Admin").Id;
        var made = (await portal.SendAsync(new CreateUser("ada@portal.example", "Ada Admin", [admin]))).Demand();
        using var visitor = new WebVisitor(portal);

        (await visitor.SignInAsync("ada@portal.example", made.InitialPassword!)).Dispose();
        using var users = await visitor.GetAsync("/users");
        using var export = await visitor.GetAsync("/export/audit");
        using var changed = await visitor.PostAsync(
            "/profile/password?returnUrl=%2Fusers", "new-password", ("Form.Current", made.InitialPassword!), ("Form.New", People.Password), ("Form.Again", People.Password));
        using var now = await visitor.GetAsync("/users");

        Assert.StartsWith("/profile/password", users.LeadsTo(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, export.StatusCode);
        Assert.Equal("/users", changed.LeadsTo());
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task Passwords_stand_nowhere_in_the_audit_log()
    {
        await using var portal = await TestPortal.CreateAsync();
        var made = (await portal.SendAsync(new CreateUser("ada@portal.example", "Ada", []))).Demand();
        await portal.JoinAsync("Bo Berg", "Sales");

        await using var context = portal.Open();
        var log = string.Join('\n', (await context.AuditEntries.ToListAsync()).Select(e => e.Before + e.After));

        Assert.Contains("ada@portal.example", log, StringComparison.Ordinal);
        Assert.DoesNotContain(made.InitialPassword!, log, StringComparison.Ordinal);
        Assert.DoesNotContain(People.Password, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_it_may_do()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.JoinAsync("Ada Admin", "Admin");
        using var visitor = new WebVisitor(portal);

        using var answer = await visitor.GetAsync("/sign-in");
        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();

        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", policy.Split(';').Single(p => p.Trim().StartsWith("script-src", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }
}
