namespace BuyingGroups.Portal.Security;

/// <summary>What each permission lets somebody do, in words; also the keys of their translations.</summary>
public static class PermissionTexts
{
    public static string Of(string permission) => permission switch
    {
        Permissions.AccountsView => "View accounts and people",
        Permissions.AccountsManage => "Import and manage accounts and people",
        Permissions.AudiencesManage => "Manage audiences and account lists",
        Permissions.RoleTemplatesManage => "Manage role templates",
        Permissions.SolutionInterestsManage => "Manage solution interests",
        Permissions.BuyingGroupsView => "View buying groups",
        Permissions.BuyingGroupsManage => "Create and manage buying groups",
        Permissions.BuyingGroupsEditMembers => "Edit members",
        Permissions.StagesManage => "Manage stages",
        Permissions.JourneysView => "View journeys",
        Permissions.JourneysManage => "Manage journeys",
        Permissions.JourneysPublish => "Publish journeys",
        Permissions.DashboardsView => "View dashboards",
        Permissions.DataExport => "Export data",
        Permissions.UsersManage => "Manage users and roles",
        Permissions.ConfigurationManage => "Manage configuration",
        Permissions.AuditView => "View the audit log",
        _ => permission,
    };
}
