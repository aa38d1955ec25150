using BuyingGroups.Portal.Api.Access;
using BuyingGroups.Portal.Api.Answers;

namespace BuyingGroups.Portal.Api;

/// <summary>The REST API: programs come in by an API key and through the same gateway as pages.</summary>
public static class AddApiExtensions
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ApiSettings.Read(configuration));
        services.AddSingleton<ApiThrottle>();
        services.AddSingleton<KnownApiKeys>();
        return services;
    }

    /// <summary>What stands before sign-in, so that its refusals are answered as problems too.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseMiddleware<ApiGuard>();

    /// <summary>Every endpoint names the request it carries out, and asks for that request's permission.</summary>
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
    }
}
