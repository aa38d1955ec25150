using System.Text.Json;
using System.Text.Json.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.OpenApi;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>Calls that bring one body and carry out one command.</summary>
internal static class BodyCalls
{
    public static async Task<IResult> SendAsync<TBody, TResult>(
        HttpContext http, Gateway gateway, Func<JsonElement, Outcome<TBody>> read, Func<TBody, ICommand<TResult>> command, Func<TResult, object> answer)
    {
        var body = await JsonBody.ReadAsync(http.Request, read, http.RequestAborted, JourneyBodies.Depth);
        if (!body.Succeeded)
            return Answer.Refused(body.Refusals);
        var done = await gateway.SendAsync(command(body.Value), http.RequestAborted);
        return done.Succeeded ? Answer.Ok(answer(done.Value)) : Answer.Refused(done.Refusals);
    }

    public static Task DescribeAsync(OpenApiOperation operation, string example)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object }, Example = JsonNode.Parse(example) } },
        };
        return Task.CompletedTask;
    }
}
