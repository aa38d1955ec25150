using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.EndToEnd;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.Security;

[Collection(BrowserTests.Name)]
public sealed class SecurityPagesTests(Browser browser)
{
    private static readonly Dictionary<string, string> FirstAdmin = new(StringComparer.Ordinal)
    {
        ["FirstAdmin__Email"] = "ada@portal.example",
        ["FirstAdmin__Name"] = "Ada Admin",
        ["FirstAdmin__Password"] = People.Password,
    };

    [BrowserFact]
    public async Task An_invited_user_comes_in_and_is_out_seconds_after_being_disabled()
    {
        await using var portal = await RunningPortal.StartAsync(FirstAdmin);
        await using var admin = await Visitor.ArriveAsync(browser, portal);
        await using var sales = await Visitor.ArriveAsync(browser, portal);

        await SignInAsync(admin, "ada@portal.example", People.Password, "/users");
        await admin.ClickAsync("Invite user");
        await admin.FillAsync("Name", "Sam Sales");
        await admin.FillAsync("Email", "sam@portal.example");
        await admin.Page.Locator(".invite").GetByLabel("Sales").CheckAsync();
        await admin.ClickAsync("Create user");
        var password = await admin.Page.Locator("[role=status] code").InnerTextAsync();
        await SignInAsync(sales, "sam@portal.example", password, "/accounts");
        await sales.FillAsync("Current password", password);
        await sales.FillAsync("New password", "another lantern 78 plum");
        await sales.FillAsync("New password again", "another lantern 78 plum");
        await sales.ClickAsync("Change password");
        await sales.Page.GetByRole(AriaRole.Heading, new() { Name = "Accounts", Exact = true }).WaitForAsync();

        await admin.ClickAsync("Sam Sales");
        await admin.ClickAsync("Disable");
        await admin.ClickAsync("Disable user");

        await sales.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync(new() { Timeout = 15_000 });
        Assert.Contains("/sign-in", sales.Page.Url, StringComparison.Ordinal);
        admin.NothingWentWrong();
    }

    [BrowserFact]
    public async Task The_pages_of_security_open_without_a_fault_in_light_and_dark()
    {
        await using var portal = await RunningPortal.StartAsync(FirstAdmin);
        await using var admin = await Visitor.ArriveAsync(browser, portal);
        List<string> findings = [];
        await admin.OpenAsync("/sign-in");
        findings.AddRange(await Accessibility.FindingsAsync(admin.Page));
        await Picture.TakeAsync(admin.Page, "sign-in");
        await SignInAsync(admin, "ada@portal.example", People.Password, "/users");

        await LookAsync("/users", "users", () => admin.ClickAsync("Ada Admin"));
        await LookAsync("/users/roles", "roles", () => admin.ClickAsync("Edit Marketer"));
        await LookAsync("/audit", "audit", async () =>
        {
            await admin.ClickAsync("Check the chain");
            await admin.Page.Locator(".note.g").WaitForAsync();
            await admin.Page.Locator("main .btn.link").First.ClickAsync();
        });
        await LookAsync("/profile", "profile", async () =>
        {
            await admin.FillAsync("Your password", People.Password);
            await admin.ClickAsync("Set up an authenticator app");
            await admin.Page.Locator("img.qr").WaitForAsync();
        });
        await admin.ClickAsync("Cancel");
        await admin.FillAsync("Name", "Ada Anderson");
        await admin.ClickAsync("Save profile");
        await admin.Page.GetByText("Ada Anderson").First.WaitForAsync();

        Findings.None(findings);
        admin.NothingWentWrong();

        async Task LookAsync(string path, string picture, Func<Task> act)
        {
            await admin.OpenAsync(path);
            await act();
            await admin.ReadyAsync();
            findings.AddRange(await Accessibility.FindingsAsync(admin.Page));
            await Picture.TakeAsync(admin.Page, picture);
            await admin.Page.EvaluateAsync("document.documentElement.dataset.theme = 'dark'");
            findings.AddRange(await Accessibility.FindingsAsync(admin.Page));
            await admin.Page.EvaluateAsync("document.documentElement.dataset.theme = 'light'");
        }
    }

    private static async Task SignInAsync(Visitor visitor, string email, string password, string page)
    {
        await visitor.OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(page));
        await visitor.Page.GetByLabel("Email").FillAsync(email);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await visitor.ClickAsync("Sign in");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await visitor.ReadyAsync();
    }
}
