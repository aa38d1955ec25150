using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Jobs;

namespace BuyingGroups.Portal.Features;

/// <summary>One line per feature: each registers its own services.</summary>
public static class AddFeaturesExtensions
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<IBackgroundWork, FillAccountListWork>();
        services.AddAccounts();
        services.AddImports();
        return services;
    }

    /// <summary>Endpoints that are not pages: downloads and uploads.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapImports();
        app.MapListExport();
    }
}
