using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>What an endpoint carries out; a test compares its policy with that request's permission.</summary>
/// <param name="Type">The command or query.</param>
public sealed record CarriedRequest(Type Type);

/// <summary>Says of an endpoint what it carries out.</summary>
public static class CarriedRequestExtensions
{
    /// <summary>Lets in only who holds the permission that <typeparamref name="TRequest"/> needs; the gateway asks for it once more.</summary>
    public static RouteHandlerBuilder CarriesOut<TRequest>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new CarriedRequest(typeof(TRequest))).RequireAuthorization(PortalGateway.PermissionOf(typeof(TRequest)));
}
