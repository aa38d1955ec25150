using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>Coming in: the first admin, signing in, inviting others.</summary>
internal static class SignInSteps
{
    public const string Password = "correct horse battery staple 7";

    /// <summary>A stranger opens an empty portal, is led to the first-run page and becomes its first admin.</summary>
    public static async Task BecomeFirstAdminAsync(this Visitor visitor, string name, string email)
    {
        await visitor.Page.GotoAsync("/");
        await visitor.FillAsync("Your name", name);
        await visitor.FillAsync("Email", email);
        await visitor.FillAsync("Password", Password);
        await visitor.FillAsync("Password again", Password);
        await visitor.ClickAsync("Create the first admin");
        await visitor.AtHomeAsync();
    }

    /// <summary>Signs in from whichever page asks for it.</summary>
    public static async Task SignInAsync(this Visitor visitor, string email, string password)
    {
        await visitor.Page.GotoAsync("/");
        await visitor.FillAsync("Email", email);
        await visitor.FillAsync("Password", password);
        await visitor.ClickAsync("Sign in");
        await visitor.Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>An admin makes a user.</summary>
    /// <returns>The password that is shown once.</returns>
    public static async Task<string> InviteAsync(this Visitor admin, string name, string email, string role)
    {
        await admin.OpenAsync("/users");
        await admin.ClickAsync("Invite user");
        var form = admin.Page.Locator(".invite");
        await form.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await form.GetByLabel("Email", new() { Exact = true }).FillAsync(email);
        await form.GetByLabel(role, new() { Exact = true }).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Create user" }).ClickAsync();
        var password = await admin.Page.Locator("code").First.InnerTextAsync();
        await admin.ClickAsync("Hide the password");
        return password;
    }

    /// <summary>Signs in with a password somebody else chose, and chooses an own one, as the portal demands.</summary>
    public static async Task ComeInAsync(this Visitor visitor, string email, string initialPassword)
    {
        await visitor.SignInAsync(email, initialPassword);
        await visitor.FillAsync("Current password", initialPassword);
        await visitor.FillAsync("New password", Password);
        await visitor.FillAsync("New password again", Password);
        await visitor.ClickAsync("Change password");
        await visitor.AtHomeAsync();
    }

    /// <summary>Waits until the shell is there.</summary>
    public static Task AtHomeAsync(this Visitor visitor) => visitor.Page.Locator(".shell h1").First.WaitForAsync();

    /// <summary>Goes to a place of the navigation.</summary>
    public static async Task GoToAsync(this Visitor visitor, string place)
    {
        await visitor.Page.Locator("nav.nav").GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"{Regex.Escape(place)}$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
        await visitor.ReadyAsync();
    }
}
