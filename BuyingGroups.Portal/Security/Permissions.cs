namespace BuyingGroups.Portal.Security;

/// <summary>
/// The permissions of product.md § 1. Access is by permission, never by role name: a role is a named set of these.
/// </summary>
public static class Permissions
{
    public const string AccountsView = "Accounts.View";
    public const string AccountsManage = "Accounts.Manage";
    public const string AudiencesManage = "Audiences.Manage";
    public const string RoleTemplatesManage = "RoleTemplates.Manage";
    public const string SolutionInterestsManage = "SolutionInterests.Manage";
    public const string BuyingGroupsView = "BuyingGroups.View";
    public const string BuyingGroupsManage = "BuyingGroups.Manage";
    public const string BuyingGroupsEditMembers = "BuyingGroups.EditMembers";
    public const string StagesManage = "Stages.Manage";
    public const string JourneysView = "Journeys.View";
    public const string JourneysManage = "Journeys.Manage";
    public const string JourneysPublish = "Journeys.Publish";
    public const string DashboardsView = "Dashboards.View";
    public const string DataExport = "Data.Export";
    public const string UsersManage = "Users.Manage";
    public const string ConfigurationManage = "Configuration.Manage";
    public const string AuditView = "Audit.View";

    /// <summary>What anyone who is signed in may do: own profile, own notifications, search (which shows only what the caller may open).</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>Every permission a role can hold, in the order of the users page.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AccountsView, AccountsManage, AudiencesManage, RoleTemplatesManage, SolutionInterestsManage,
        BuyingGroupsView, BuyingGroupsManage, BuyingGroupsEditMembers, StagesManage,
        JourneysView, JourneysManage, JourneysPublish, DashboardsView, DataExport,
        UsersManage, ConfigurationManage, AuditView,
    ];

    /// <summary>The three roles every portal starts with (product.md § 1).</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["Marketer"] =
        [
            AccountsView, AccountsManage, AudiencesManage, RoleTemplatesManage, SolutionInterestsManage, BuyingGroupsView, BuyingGroupsManage,
            BuyingGroupsEditMembers, JourneysView, JourneysManage, JourneysPublish, DashboardsView, DataExport,
        ],
        ["Sales"] = [AccountsView, BuyingGroupsView, BuyingGroupsEditMembers, JourneysView, DashboardsView, DataExport],
        ["Admin"] = All,
    };
}
