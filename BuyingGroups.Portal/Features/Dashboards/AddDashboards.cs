using BuyingGroups.Portal.Features.Dashboards.RollUps;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell.Home;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>Registers dashboards and what keeps their figures.</summary>
public static class AddDashboardsExtensions
{
    public static IServiceCollection AddDashboards(this IServiceCollection services)
    {
        services.AddSingleton<IListExport, DashboardExport>();
        services.AddSingleton<IBackgroundWork, CheckRollUpsWork>();
        services.AddSingleton(new DailyJob(
            CheckRollUpsWork.WorkKind, "Check of dashboard figures", "Counts everything again, compares it with the roll-ups and puts right what differs.", "fact_check", new TimeOnly(4, 30),
            CheckRollUpsWork.WorkKind, CheckRollUpsWork.ToJob));
        services.AddSingleton(new HomeCard(4, Permissions.BuyingGroupsManage, typeof(NextStepsAtHome)));
        services.AddClockJob<KeepRollUps>(new ClockJob("Figures of dashboards", "Counts again what has changed.", "bar_chart", TimeSpan.FromMinutes(1), KeepRollUps.Key));
        return services;
    }
}
