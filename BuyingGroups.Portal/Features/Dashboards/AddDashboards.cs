using BuyingGroups.Portal.Features.Dashboards.RollUps;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.Jobs;
using Quartz;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Registers dashboards and what keeps their figures.</summary>
public static class AddDashboardsExtensions
{
    public static IServiceCollection AddDashboards(this IServiceCollection services)
    {
        services.AddSingleton<IListExport, DashboardExport>();
        services.AddSingleton<IBackgroundWork, CheckRollUpsWork>();
        services.AddQuartz(quartz => quartz.AddRecurring<KeepRollUps>(KeepRollUps.Key, TimeSpan.FromMinutes(1)));
        return services;
    }
}
