using System.Text.Json;
using BuyingGroups.Tests.Architecture;
using BuyingGroups.Tests.Portals;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Api;

/// <summary>The OpenAPI document says what there is, and nothing else is there.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task Every_endpoint_stands_in_the_document_with_a_description_its_body_its_answers_and_its_problems()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var stranger = new ApiProgram(portal, null);
        var document = (await stranger.GetAsync("/openapi/v1.json")).Json;
        var paths = document.GetProperty("paths");
        List<string> found = [];
        var endpoints = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();
        foreach (var endpoint in endpoints)
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            if (!paths.TryGetProperty(path, out var item) || !item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            {
                found.Add($"{method} {path} is not there");
                continue;
            }
            if (!operation.TryGetProperty("summary", out _) || !operation.TryGetProperty("description", out _))
                found.Add($"{method} {path} is not described");
            if (method is "PUT" or "POST" && !(operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _)))
                found.Add($"{method} {path} has no body with an example");
            if (!operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _))
                found.Add($"{method} {path} does not say what it answers");
            foreach (var status in new[] { "401", "403", "429", "503" })
            {
                if (!operation.GetProperty("responses").TryGetProperty(status, out var problem) || !problem.GetProperty("content").GetProperty("application/problem+json").TryGetProperty("example", out _))
                    found.Add($"{method} {path} does not show its {status}");
            }
            if (!operation.TryGetProperty("security", out var security) || security.GetArrayLength() == 0)
                found.Add($"{method} {path} does not ask for a key");
        }

        Findings.None(found);
        Assert.Equal(endpoints.Count, paths.EnumerateObject().Sum(p => p.Value.EnumerateObject().Count()));
    }

    [Fact]
    public async Task The_examples_of_the_document_are_taken()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, BuyingGroups.Portal.Security.Permissions.AccountsManage);
        var paths = (await program.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");

        foreach (var path in new[] { "/api/v1/accounts", "/api/v1/people", "/api/v1/opportunities" })
        {
            var example = paths.GetProperty(path).GetProperty("put").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
            Assert.StartsWith("created", Assert.Single((await program.PutAsync(path, example.GetRawText())).Rows), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_reference_in_the_document_leads_somewhere()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = new ApiProgram(portal, null);
        var document = (await program.GetAsync("/openapi/v1.json")).Json;

        var references = References(document).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("#/components/schemas/Account", references);
        Findings.None(references.Where(reference => !Leads(document, reference)));
    }

    private static bool Leads(JsonElement document, string reference)
    {
        var at = document;
        return reference.Split('/').Skip(1).All(part => at.TryGetProperty(part, out at));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
