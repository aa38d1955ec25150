using System.Text.Json;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>What programs do with buying groups.</summary>
public static class GroupEndpoints
{
    public static void MapGroupCalls(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/buying-groups/{id:long}/stage", (long id, HttpContext http, Gateway gateway) =>
                BodyCalls.SendAsync(http, gateway, ReadStage, stage => new MoveBuyingGroupToStage(id, stage), moved => new StageMovedBody(moved.Applied, moved.Refusal is { } why ? new ProblemReason(why.Name, why.ToString()) : null)))
            .CarriesOut<MoveBuyingGroupToStage>().WithName(nameof(MoveBuyingGroupToStage)).WithTags("Buying groups").WithSummary("Move a buying group to another stage")
            .WithDescription("By the stage's name. A move that the stage model does not allow is not made: the answer says why, and the attempt stands in the group's history. A group that stands there already is left alone.")
            .Produces<StageMovedBody>()
            .AddOpenApiOperationTransformer((operation, _, _) => BodyCalls.DescribeAsync(operation, """{"stage":"Qualified"}"""));

    private static Outcome<string> ReadStage(JsonElement body)
    {
        if (JsonShape.Wrong(body, ["stage"]) is { } wrong)
            return wrong;
        if (!body.TryGetProperty("stage", out var stage))
            return new MissingMember("/stage");
        return stage.ValueKind == JsonValueKind.String ? stage.GetString()! : new WrongKind("/stage", "text", JsonShape.NameOf(stage));
    }
}

/// <summary>What became of a move.</summary>
/// <param name="Applied">True when the group moved.</param>
/// <param name="Refusal">Why it was refused; null when it moved, or stood there already.</param>
public sealed record StageMovedBody(bool Applied, ProblemReason? Refusal);
