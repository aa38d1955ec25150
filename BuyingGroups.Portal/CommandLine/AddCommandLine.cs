namespace BuyingGroups.Portal.CommandLine;

/// <summary>Registers the verbs of the command line: every <see cref="ICommandLineVerb"/> of the portal.</summary>
public static class AddCommandLineExtensions
{
    public static IServiceCollection AddCommandLine(this IServiceCollection services)
    {
        services.AddSingleton<SchemaCheck>();
        services.AddSingleton<JobsAtTheCommandLine>();
        foreach (var type in typeof(AddCommandLineExtensions).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICommandLineVerb))))
            services.AddSingleton(typeof(ICommandLineVerb), type);
        return services;
    }
}
