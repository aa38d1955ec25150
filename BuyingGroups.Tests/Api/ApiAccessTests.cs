using System.Net;
using BuyingGroups.Portal.Api.Endpoints;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Api;

/// <summary>Every endpoint of the API, those that come later too, with every key that lacks what it needs.</summary>
[Trait("Category", "Access")]
public sealed class ApiAccessTests
{
    [Fact]
    public async Task Each_endpoint_asks_for_the_permission_of_what_it_carries_out()
    {
        await using var portal = await TestPortal.CreateAsync();
        var endpoints = Endpoints(portal);

        Assert.NotEmpty(endpoints);
        Findings.None(endpoints.Where(e => e.Metadata.GetMetadata<CarriedRequest>() is not { Type: var type }
            || e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault() != PortalGateway.PermissionOf(type)
            || e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText!));
    }

    [Fact]
    public async Task Each_endpoint_is_closed_to_a_key_that_lacks_its_permission_and_open_to_one_that_holds_it()
    {
        await using var portal = await TestPortal.CreateAsync(replace: services => services.AddSingleton(new BuyingGroups.Portal.Api.Access.ApiSettings(100_000, 100_000)));
        List<string> found = [];
        foreach (var permission in Permissions.All)
        {
            using var without = new ApiProgram(portal, await ApiProgram.KeyAsync(portal, "All but " + permission, [.. Permissions.All.Where(p => p != permission)]));
            using var alone = new ApiProgram(portal, await ApiProgram.KeyAsync(portal, "Only " + permission, permission));
            foreach (var endpoint in Endpoints(portal))
            {
                var needed = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).Last();
                foreach (var (program, holds) in new[] { (without, needed != permission), (alone, needed == permission) })
                {
                    var answer = await CallAsync(program, endpoint);
                    if (answer.Status == HttpStatusCode.Forbidden == holds || (!holds && (answer.Code != "AccessDenied" || !answer.Text.Contains(needed!, StringComparison.Ordinal))) || (int)answer.Status >= 500)
                        found.Add($"{endpoint.RoutePattern.RawText} with {permission}: {answer.Status} {answer.Text}");
                }
            }
        }

        Findings.None(found);
    }

    [Fact]
    public async Task Each_endpoint_is_closed_without_a_key()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = new ApiProgram(portal, null);
        List<string> found = [];
        foreach (var endpoint in Endpoints(portal))
        {
            var answer = await CallAsync(program, endpoint);
            if (answer is not { Status: HttpStatusCode.Unauthorized, Code: "MissingKey" })
                found.Add($"{endpoint.RoutePattern.RawText}: {answer.Status} {answer.Code}");
        }

        Findings.None(found);
    }

    [Fact]
    public async Task A_key_that_calls_too_often_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        await using var portal = await TestPortal.CreateAsync(replace: services => services.AddSingleton(new BuyingGroups.Portal.Api.Access.ApiSettings(3, 100)));
        using var eager = await ApiProgram.WithAsync(portal, Permissions.AccountsView);
        using var other = new ApiProgram(portal, await ApiProgram.KeyAsync(portal, "Other", Permissions.AccountsView));

        for (var call = 0; call < 3; call++)
            Assert.Equal(HttpStatusCode.OK, (await eager.GetAsync("/api/v1/accounts")).Status);
        var refused = await eager.GetAsync("/api/v1/accounts");

        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyCalls", true), (refused.Status, refused.Code, refused.SaysWhenAgain));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/v1/accounts")).Status);
    }

    [Fact]
    public async Task Whoever_shows_wrong_keys_is_told_to_wait_and_shuts_nobody_out()
    {
        await using var portal = await TestPortal.CreateAsync(replace: services => services.AddSingleton(new BuyingGroups.Portal.Api.Access.ApiSettings(100, 2)));
        using var guesser = new ApiProgram(portal, "bgp_000000000000_" + new string('A', 43));

        Assert.Equal("UnknownKey", (await guesser.GetAsync("/api/v1/accounts")).Code);
        Assert.Equal("UnknownKey", (await guesser.GetAsync("/api/v1/accounts")).Code);
        Assert.Equal("TooManyCalls", (await guesser.GetAsync("/api/v1/accounts")).Code);
        using var neighbour = await ApiProgram.WithAsync(portal, Permissions.AccountsView);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/api/v1/accounts")).Status);
    }

    private static List<RouteEndpoint> Endpoints(TestPortal portal) =>
        [.. portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.OrdinalIgnoreCase))];

    private static Task<ApiAnswer> CallAsync(ApiProgram program, RouteEndpoint endpoint)
    {
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{id:int}", "1", StringComparison.Ordinal);
        return program.SendAsync(new HttpMethod(method), path, method is "GET" or "DELETE" ? null : "{}"u8.ToArray());
    }
}
