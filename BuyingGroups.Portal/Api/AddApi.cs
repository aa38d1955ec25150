using System.Text.Json;
using System.Text.Json.Serialization;
using BuyingGroups.Portal.Api.Access;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Document;
using BuyingGroups.Portal.Api.Endpoints;

namespace BuyingGroups.Portal.Api;

/// <summary>The REST API: programs come in by an API key and through the same gateway as pages.</summary>
public static class AddApiExtensions
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ApiSettings.Read(configuration));
        services.AddSingleton<ApiThrottle>();
        services.AddSingleton<KnownApiKeys>();
        // The document is made by these; answers are written by Answer.Json, which says the same.
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddOpenApi(ApiDocument.Version, ApiDocument.Configure);
        return services;
    }

    /// <summary>What stands before sign-in, so that its refusals are answered as problems too.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseMiddleware<ApiGuard>();

    /// <summary>Every endpoint names the request it carries out, and asks for that request's permission.</summary>
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(ApiKeyAuthentication.Path + "/" + ApiDocument.Version);
        api.MapUpserts();
        api.MapActivities();
        api.MapReading();
        api.MapGroupCalls();
        api.MapJourneyCalls();
        // The document says what any portal of this version can do, and nothing of this one: no custom field, no name.
        endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
