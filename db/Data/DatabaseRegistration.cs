using BuyingGroups.Data.Activities;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Providers;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Data.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Data;

/// <summary>Registers the database with a provider.</summary>
public static class DatabaseRegistration
{
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, DatabaseProvider provider, string connectionString)
    {
        services.AddSingleton(provider);
        services.AddSingleton<VersionInterceptor>();
        services.AddPooledDbContextFactory<PortalDbContext>((container, options) =>
        {
            provider.Configure(options, connectionString);
            options.AddInterceptors(container.GetRequiredService<VersionInterceptor>());
        });
        services.AddScoped(container => container.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<MembershipWriter>();
        services.AddSingleton<MembershipHandover>();
        services.AddSingleton<StageWriter>();
        services.AddSingleton<StatusWriter>();
        services.AddSingleton<ActivityWriter>();
        services.AddSingleton<EngagementWriter>();
        services.AddSingleton<ActivityFold>();
        services.AddSingleton<RollUpWriter>();
        services.AddSingleton<RollUpLook>();
        services.AddSingleton<RollUpCheck>();
        return services;
    }
}
