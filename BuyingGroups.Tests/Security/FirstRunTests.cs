using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Security;

public sealed class FirstRunTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/users")]
    [InlineData("/sign-in")]
    public async Task A_portal_without_users_leads_every_page_to_its_first_admin(string path)
    {
        await using var portal = await TestPortal.CreateAsync();
        using var visitor = new WebVisitor(portal);

        using var answer = await visitor.GetAsync(path);

        Assert.Equal("/first-run", answer.LeadsTo());
    }

    [Fact]
    public async Task The_first_admin_is_signed_in_and_the_page_is_gone()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var visitor = new WebVisitor(portal);

        using var made = await visitor.PostAsync(
            "/first-run", "first-run", ("Form.Name", "Ada Admin"), ("Form.Email", "ada@portal.example"), ("Form.Password", People.Password), ("Form.Again", People.Password));
        using var users = await visitor.GetAsync("/users");
        using var again = await visitor.GetAsync("/first-run");

        Assert.Equal("/", made.LeadsTo());
        Assert.Equal(200, (int)users.StatusCode);
        Assert.Equal(404, (int)again.StatusCode);
    }

    [OnEveryDatabase]
    public async Task Of_two_who_press_the_button_at_once_one_is_the_first(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => portal.SendAsync(
            new CreateFirstAdmin($"admin{i}@portal.example", $"Admin {i}", People.Password), CreateFirstAdmin.Caller("test"))));
        await using var context = portal.Open();

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(3, outcomes.Count(o => o.Refusal is PortalHasUsers));
        Assert.Equal(1, await context.Users.CountAsync());
    }

    [Theory]
    [InlineData("shortpass", nameof(Portal.Security.SignIn.PasswordTooShort))]
    [InlineData("password1234", nameof(Portal.Security.SignIn.PasswordIsCommon))]
    public async Task A_weak_password_makes_no_admin(string password, string refusal)
    {
        await using var portal = await TestPortal.CreateAsync();

        Outcome<int> outcome = await portal.SendAsync(new CreateFirstAdmin("ada@portal.example", "Ada", password), CreateFirstAdmin.Caller("test"));

        Assert.Equal(refusal, outcome.Refusal?.Name);
    }
}
