using BuyingGroups.Portal.Security;

namespace BuyingGroups.Portal.Shell.Layout;

/// <summary>A place in the navigation.</summary>
/// <param name="Title">The text key.</param>
/// <param name="Href">Its address.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Permissions">Any one of these opens it; none asks for nothing.</param>
/// <param name="Key">The second key after G; null when it has none.</param>
public sealed record Destination(string Title, string Href, string Icon, IReadOnlyList<string> Permissions, char? Key = null);

/// <summary>The navigation as drawn (DESIGN.md § Layout).</summary>
public static class Destinations
{
    public static IReadOnlyList<Destination> Main { get; } =
    [
        new("Home", "/", "home", [], 'h'),
        new("Buying groups", "/buying-groups", "groups", [Permissions.BuyingGroupsView], 'b'),
        new("Accounts", "/accounts", "apartment", [Permissions.AccountsView], 'a'),
        new("People", "/people", "person", [Permissions.AccountsView], 'p'),
        new("Audiences", "/audiences", "filter_alt", [Permissions.AudiencesManage]),
        new("Journeys", "/journeys", "route", [Permissions.JourneysView], 'j'),
        new("Dashboards", "/dashboards", "bar_chart", [Permissions.DashboardsView], 'd'),
    ];

    public static IReadOnlyList<Destination> Administration { get; } =
    [
        new("Users and roles", "/users", "manage_accounts", [Permissions.UsersManage]),
        new("Imports", "/imports", "upload", [Permissions.AccountsManage]),
        new("Jobs", "/jobs", "pending_actions", [Permissions.ConfigurationManage]),
        new("Outbox", "/outbox", "outbox", [Permissions.ConfigurationManage]),
        new("Configuration", "/configuration", "tune", [Permissions.ConfigurationManage]),
        new("Audit log", "/audit", "history", [Permissions.AuditView]),
    ];

    /// <summary>What <paramref name="user"/> may open and what has a page.</summary>
    public static IEnumerable<Destination> OpenTo(this IEnumerable<Destination> destinations, CurrentUser user, PageRoutes routes) =>
        destinations.Where(place => (place.Permissions.Count == 0 || place.Permissions.Any(user.May)) && routes.Has(place.Href));
}
