using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;

namespace BuyingGroups.Portal.Features.Maintenance;

/// <summary>Registers the maintenance of buying groups.</summary>
public static class AddMaintenanceExtensions
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, MaintainGroupsWork>();
        services.AddSingleton(new DailyJob(
            "maintenance", "Maintenance of buying groups", "Adds who fits now, removes who does not fit any more, moves who fits another role.", "sync", new TimeOnly(3, 0),
            MaintainGroupsWork.WorkKind, () => MaintainGroupsWork.ToJob(null, null)));
        return services;
    }
}
