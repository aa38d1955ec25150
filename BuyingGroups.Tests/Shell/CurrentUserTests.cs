using System.Security.Claims;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell;

namespace BuyingGroups.Tests.Shell;

public sealed class CurrentUserTests
{
    [Fact]
    public void Who_is_signed_in_is_read_from_the_claims()
    {
        var user = CurrentUser.From(Principal([new(PortalClaims.DisplayName, "Anna Berg"), new(ClaimTypes.NameIdentifier, "7"), new(CurrentUser.PermissionClaim, Permissions.AccountsView), new(CurrentUser.TimeZoneClaim, "Asia/Taipei")]), "Europe/Stockholm");

        Assert.Equal(("7", "Anna Berg", "Anna", "AB"), (user.Id, user.Name, user.FirstName, user.Initials));
        Assert.Equal("Asia/Taipei", user.TimeZone.Id);
        Assert.True(user.May(Permissions.AccountsView));
        Assert.True(user.May(Permissions.SignedIn));
        Assert.False(user.May(Permissions.AccountsManage));
    }

    [Fact]
    public void Shortcuts_are_on_until_the_user_turns_them_off()
    {
        Assert.True(CurrentUser.From(Principal([new(PortalClaims.DisplayName, "A")]), null).UsesShortcuts);
        Assert.False(CurrentUser.From(Principal([new(PortalClaims.DisplayName, "A"), new(PortalClaims.Shortcuts, "off")]), null).UsesShortcuts);
    }

    [Theory]
    [InlineData(null, "Europe/Stockholm")]
    [InlineData("Middle-earth/Shire", "Europe/Stockholm")]
    public void Without_a_zone_of_their_own_users_read_the_portals_clock(string? zone, string expected)
    {
        Claim[] claims = zone is null ? [new(PortalClaims.DisplayName, "A")] : [new(PortalClaims.DisplayName, "A"), new(CurrentUser.TimeZoneClaim, zone)];

        Assert.Equal(expected, CurrentUser.From(Principal(claims), "Europe/Stockholm").TimeZone.Id);
    }

    [Fact]
    public void Nobody_may_nothing()
    {
        var nobody = CurrentUser.From(new ClaimsPrincipal(new ClaimsIdentity()), null);

        Assert.False(nobody.IsSignedIn);
        Assert.False(nobody.May(Permissions.SignedIn));
        Assert.False(nobody.May(Permissions.AccountsView));
    }

    static ClaimsPrincipal Principal(Claim[] claims) => new(new ClaimsIdentity(claims, "test"));
}
