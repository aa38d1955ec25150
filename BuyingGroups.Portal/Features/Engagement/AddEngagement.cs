using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Jobs.Schedules;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>Registers the scoring of engagement.</summary>
public static class AddEngagementExtensions
{
    public static IServiceCollection AddEngagement(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, RescoreWork>();
        services.AddSingleton<EngagementRecount>();
        services.AddSingleton(new DailyJob(
            "engagement", "Engagement scores", "Scores people and groups by what people did in the last 30 days.", "bolt", new TimeOnly(2, 0), RescoreWork.WorkKind, () => RescoreWork.ToJob()));
        return services;
    }
}
