using BuyingGroups.Portal.Features.Roles;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Security;

/// <summary>People of a test portal who can sign in.</summary>
internal static class People
{
    public const string Password = "lantern orbit 77 plum";

    /// <summary>Makes a user with a default role and <see cref="Password"/>.</summary>
    public static async Task<(int Id, string Email)> JoinAsync(this TestPortal portal, string name, params string[] roles)
    {
        var email = name.ToLowerInvariant().Replace(' ', '.') + "@portal.example";
        var ids = (await portal.RolesAsync()).Where(r => roles.Contains(r.Name, StringComparer.Ordinal)).Select(r => r.Id).ToList();
        var made = await portal.SendAsync(new CreateUser(email, name, ids, Password, MustChangePassword: false));
        return (made.Demand().Id, email);
    }

    public static async Task<IReadOnlyList<RoleRow>> RolesAsync(this TestPortal portal) => (await portal.AskAsync(new FindRoles())).Demand().Roles;
}
