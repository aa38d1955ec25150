using System.Reflection;

namespace BuyingGroups.Portal.Security.Gateway;

/// <summary>Registers the gateway and every handler of the portal.</summary>
public static class AddGatewayExtensions
{
    private static readonly Type[] HandlerKinds = [typeof(ICommandHandler<,>), typeof(IQueryHandler<,>)];

    public static IServiceCollection AddGateway(this IServiceCollection services, Assembly assembly)
    {
        services.AddSingleton<Audit.AuditTrail>();
        // Handlers keep no state, so one of each serves everybody.
        services.AddSingleton<PortalGateway>();
        services.AddScoped<CurrentCaller>();
        services.AddScoped<Gateway>();
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var kind in type.GetInterfaces().Where(i => i.IsGenericType && HandlerKinds.Contains(i.GetGenericTypeDefinition())))
                services.AddSingleton(kind, type);
        }
        return services;
    }
}
