using System.Reflection;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Architecture;

/// <summary>Nothing can be reached that says no permission: no command, no query, no page, no endpoint.</summary>
[Trait("Category", "Access")]
public sealed class PermissionTests
{
    private static readonly Assembly PortalAssembly = typeof(Permissions).Assembly;

    /// <summary>Addresses that anyone may open, signed in or not. A page is added here on purpose, never by forgetting an attribute.</summary>
    private static readonly string[] OpenToAll = ["/not-found", "/error", "/access-denied", "/sign-in", "/sign-in/code", "/first-run", "/sign-out"];

    /// <summary>Addresses that anyone who is signed in may open; what they show depends on what the reader may.</summary>
    private static readonly string[] OpenToUsers = ["/", "/dev/components", "/profile", "/profile/password", "/profile/two-step", "/notifications", "/search"];

    [Fact]
    public void Every_command_and_query_names_its_permission()
    {
        string[] known = [.. Permissions.All, Permissions.SignedIn];

        List<string> found = [.. Requests().Where(type => !known.Contains(type.GetCustomAttribute<RequiresAttribute>()?.Permission, StringComparer.Ordinal)).Select(type => type.FullName!)];

        Findings.None(found);
    }

    [Fact]
    public async Task Every_command_and_query_has_one_handler()
    {
        await using var portal = await TestPortal.CreateAsync();
        List<string> found = [];
        foreach (var type in Requests().Where(type => !type.IsGenericTypeDefinition))
        {
            foreach (var kind in type.GetInterfaces().Where(contract => contract.IsGenericType))
            {
                var handler = kind.GetGenericTypeDefinition() == typeof(ICommand<>) ? typeof(ICommandHandler<,>)
                    : kind.GetGenericTypeDefinition() == typeof(IQuery<>) ? typeof(IQueryHandler<,>)
                    : null;
                if (handler is not null && portal.Services.GetServices(handler.MakeGenericType(type, kind.GetGenericArguments()[0])).Count() != 1)
                {
                    found.Add(type.FullName!);
                }
            }
        }

        Findings.None(found);
    }

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        List<string> found =
        [
            .. from page in PortalAssembly.GetTypes()
               from route in page.GetCustomAttributes<RouteAttribute>(inherit: false)
               let open = page.GetCustomAttributes<AllowAnonymousAttribute>(inherit: true).Any()
               let policies = page.GetCustomAttributes<AuthorizeAttribute>(inherit: true).Select(authorize => authorize.Policy).ToList()
               let said = open ? OpenToAll.Contains(route.Template, StringComparer.Ordinal)
                   : policies.Count > 0 && (OpenToUsers.Contains(route.Template, StringComparer.Ordinal) || policies.Exists(policy => policy == Permissions.SignedIn || Permissions.All.Contains(policy, StringComparer.Ordinal)))
               where !said
               select $"{route.Template}: {(open ? "open to all" : policies.Count == 0 ? "nothing said" : $"policy {string.Join(',', policies)}")}",
        ];
        Findings.None(found);
    }

    [Fact]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var endpoints = portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.NotEmpty(endpoints);
        List<string> found =
        [
            .. endpoints
                .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
                .Select(endpoint => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/'))
                .Where(path => !IsFileOrFramework(path))
                .Distinct(StringComparer.Ordinal),
        ];
        Findings.None(found);
    }

    private static IEnumerable<Type> Requests() => PortalAssembly.GetTypes().Where(type => !type.IsInterface && !type.IsAbstract
        && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>)));

    // Files of wwwroot and the framework's own script and circuit; what a circuit shows is decided page by page and request by request.
    private static bool IsFileOrFramework(string path) =>
        path.StartsWith("/_framework/", StringComparison.Ordinal) || path.StartsWith("/_blazor", StringComparison.Ordinal) || path.StartsWith("/_content/", StringComparison.Ordinal)
        || Path.HasExtension(path) || path.Contains("{**", StringComparison.Ordinal);
}
