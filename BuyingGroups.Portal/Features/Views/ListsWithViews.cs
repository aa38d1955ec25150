using BuyingGroups.Portal.Security;

namespace BuyingGroups.Portal.Features.Views;

/// <summary>The lists that keep views, and what a user needs to see them. A view tells what somebody looks for, so it is shown to who may see its list only.</summary>
public static class ListsWithViews
{
    /// <summary>The permission of the list's page; that of an admin for a list nobody knows.</summary>
    public static string PermissionOf(string list) => list switch
    {
        "accounts" or "people" => Permissions.AccountsView,
        "buying-groups" => Permissions.BuyingGroupsView,
        "journeys" => Permissions.JourneysView,
        _ => Permissions.ConfigurationManage,
    };
}
