using BuyingGroups.Portal.Features.Groups.Home;
using BuyingGroups.Portal.Features.Views;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Home;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Dashboards;
using BuyingGroups.Portal.Features.Demo;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.FirstSteps;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Groups.Browse;
using BuyingGroups.Portal.Features.HandOvers;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Portal.Features.Notifications;
using BuyingGroups.Portal.Features.Outbox;
using BuyingGroups.Portal.Features.RoleTemplates.Personas;
using BuyingGroups.Portal.Shell.FirstSteps;
using BuyingGroups.Portal.Shell.Notifications;
using BuyingGroups.Portal.Shell.Search;

namespace BuyingGroups.Portal.Features;

/// <summary>One line per feature: each registers its own services.</summary>
public static class AddFeaturesExtensions
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, FillAccountListWork>();
        services.AddAccounts();
        services.AddSingleton<ISeed, DefaultPersonas>();
        services.AddSingleton<JobBoard>();
        services.AddScoped<IRunningJobs, RunningJobs>();
        services.AddScoped<INotifications, MyNotifications>();
        services.AddSingleton<IListExport, BuyingGroupExport>();
        services.AddScoped<ISearchSource, BuyingGroupSearch>();
        services.AddImports();
        services.AddDemo();
        services.AddBuyingGroups();
        services.AddEngagement();
        services.AddMaintenance();
        services.AddDashboards();
        services.AddHandOver();
        services.AddJourneys();
        services.AddOutbox();
        services.AddScoped<IFirstSteps, PortalFirstSteps>();
        services.AddHomeCards();
        return services;
    }

    private static void AddHomeCards(this IServiceCollection services)
    {
        services.AddSingleton(new HomeCard(10, Permissions.BuyingGroupsView, typeof(NearlyComplete)));
        services.AddSingleton(new HomeCard(20, Permissions.BuyingGroupsView, typeof(CompleteGroups)));
        services.AddSingleton(new HomeCard(30, Permissions.BuyingGroupsView, typeof(RecentlyChanged)));
        services.AddSingleton(new HomeCard(10, Permissions.AccountsManage, typeof(JobsAtHome), Beside: true));
        services.AddSingleton(new HomeCard(20, Permissions.SignedIn, typeof(NewsAtHome), Beside: true));
        services.AddSingleton(new HomeCard(30, Permissions.BuyingGroupsView, typeof(ViewsAtHome), Beside: true));
    }

    /// <summary>Endpoints that are not pages: downloads and uploads.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapImports();
        app.MapListExport();
        app.MapJourneys();
    }
}
