using BuyingGroups.Portal.Features.Demo.History;
using BuyingGroups.Portal.Features.Jobs;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Registers the demo: for the command line, and as a job for the first-steps page.</summary>
public static class AddDemoExtensions
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoJobs>();
        services.AddSingleton<DemoImports>();
        services.AddSingleton<DemoMarketing>();
        services.AddSingleton<DemoUsers>();
        services.AddSingleton<DemoStageMoves>();
        services.AddSingleton<DemoTravels>();
        services.AddSingleton<DemoHistory>();
        services.AddSingleton<LoadDemo>();
        services.AddSingleton<IBackgroundWork, LoadDemoWork>();
        return services;
    }
}
