using System.Text.Json.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Api.Document;
using BuyingGroups.Portal.Api.Reading;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.OpenApi;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>Journeys as documents: draft, publish, stop, count.</summary>
public static class JourneyEndpoints
{
    private const string Example = """
        {"schema":1,"start":"start","nodes":[
          {"id":"start","kind":"accountAudience","settings":{"audience":{"name":"Large carriers"}},"paths":[{"key":"next","kind":"next","to":"moment"}]},
          {"id":"moment","kind":"accountInterestingMoment","settings":{"text":"Entered the journey"},"paths":[{"key":"next","kind":"next"}]}]}
        """;

    public static void MapJourneyCalls(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/journeys", async (HttpContext http, Gateway gateway) =>
            {
                var page = PageQuery.Read(http.Request, "name");
                if (!page.Succeeded)
                    return Answer.Refused(page.Refusals);
                var found = await gateway.AskAsync(new ReadJourneys(page.Value.SourceKeys, page.Value.After, page.Value.Limit), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(new JourneysBody(found.Value.Records, found.Value.Next)) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<ReadJourneys>().WithName(nameof(ReadJourneys)).WithSummary("Read journeys")
            .WithDescription("In the order of their numbers. The answer's `next` is what to send as `after` for the following portion; it is null at the end. With `name`, only those.")
            .Produces<JourneysBody>()
            .AddOpenApiOperationTransformer((operation, _, _) => RecordSchemas.DescribePagingAsync(operation, "name"));

        endpoints.MapGet("/journeys/{id:int}/draft", async (int id, HttpContext http, Gateway gateway) =>
            {
                var found = await gateway.AskAsync(new GetJourney(id), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(new JourneyDraftBody(found.Value.Journey.Version, JsonNode.Parse(found.Value.Journey.Draft)!.AsObject())) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<GetJourney>().WithName("ReadJourneyDraft").WithSummary("Read the draft of a journey")
            .WithDescription("The drawing, and the version to send back with a changed one. Its form is that of docs/journeys/journey.schema.json.")
            .Produces<JourneyDraftBody>();

        endpoints.MapGet("/journeys/{id:int}/counts", async (int id, int? version, HttpContext http, Gateway gateway) =>
            {
                var found = await gateway.AskAsync(new CountJourney(id, version), http.RequestAborted);
                return found.Succeeded ? Answer.Ok(found.Value) : Answer.Refused(found.Refusals);
            })
            .CarriesOut<CountJourney>().WithName(nameof(CountJourney)).WithSummary("Count the accounts of a journey")
            .WithDescription("How many accounts reached each node, are there now, and took each path; of the version that new entries travel, or of `version`.")
            .Produces<JourneyCounts>();

        Post<CreateJourney, JourneyBodies.NewJourney, int>(
            endpoints, "/journeys", JourneyBodies.ReadNew, (_, body) => new CreateJourney(body.Name, body.Description, body.Document), id => new JourneyMade(id),
            "Create a journey", "Makes a draft. The document may be incomplete, but must be readable; nothing travels it before it is published.",
            $$"""{"name":"Nurture large carriers","description":"From the fair to the first meeting","document":{{Example}}}""");

        endpoints.MapPut("/journeys/{id:int}/draft", (int id, HttpContext http, Gateway gateway) =>
                BodyCalls.SendAsync(http, gateway, JourneyBodies.ReadDraft, body => new SaveJourneyDraft(id, body.Version, body.Document), version => new JourneySaved(id, version)))
            .CarriesOut<SaveJourneyDraft>().WithName(nameof(SaveJourneyDraft)).WithSummary("Save the draft of a journey")
            .WithDescription("Takes the place of the draft. `version` is what reading the draft gave; when somebody else saved since, the answer is 409 and nothing is changed. What is published does not change.")
            .Produces<JourneySaved>().AddOpenApiOperationTransformer((operation, _, _) => BodyCalls.DescribeAsync(operation, $$"""{"version":1,"document":{{Example}}}"""));

        Post<PublishJourney, JourneyBodies.OfVersion, PublishedJourney>(
            endpoints, "/journeys/{id:int}/publish", JourneyBodies.ReadVersion, (id, body) => new PublishJourney(id, body.Version),
            published => new JourneyPublished(published.Id, published.Number, [.. published.Warnings.Select(w => new ProblemReason(w.Name, w.ToString()))]),
            "Publish a journey", "Takes the draft live, or gives a live journey its next version. A draft with problems is refused with every problem by node and reason.", """{"version":1}""");
        Post<CloseJourney, JourneyBodies.OfVersion, Done>(
            endpoints, "/journeys/{id:int}/close", JourneyBodies.ReadVersion, (id, body) => new CloseJourney(id, body.Version), _ => new JourneyDone(true),
            "Close a journey to new entries", "Nobody enters any more; those inside go on to their end. With `version`, only when nobody changed the journey since it was read.", """{"version":2}""");
        Post<AbortJourney, JourneyBodies.OfVersion, Done>(
            endpoints, "/journeys/{id:int}/abort", JourneyBodies.ReadVersion, (id, body) => new AbortJourney(id, body.Version), _ => new JourneyDone(true),
            "Abort a journey", "Everyone inside stops where they are, at once and for good. With `version`, only when nobody changed the journey since it was read.", """{"version":2}""");
    }

    private static void Post<TCommand, TBody, TResult>(
        IEndpointRouteBuilder endpoints, string path, Func<System.Text.Json.JsonElement, Outcome<TBody>> read, Func<int, TBody, TCommand> command, Func<TResult, object> answer,
        string summary, string description, string example)
        where TCommand : ICommand<TResult> =>
        endpoints.MapPost(path, (HttpContext http, Gateway gateway) => BodyCalls.SendAsync(http, gateway, read, body => command(IdOf(http), body), answer))
            .CarriesOut<TCommand>().WithName(typeof(TCommand).Name).WithSummary(summary).WithDescription(description)
            .Produces(StatusCodes.Status200OK, AnswerOf<TCommand>(), "application/json")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                if (path.Contains("{id", StringComparison.Ordinal))
                    operation.Parameters = [new OpenApiParameter { Name = "id", In = ParameterLocation.Path, Required = true, Description = "The journey's number.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" } }];
                return BodyCalls.DescribeAsync(operation, example);
            });

    private static Type AnswerOf<TCommand>() => typeof(TCommand) == typeof(CreateJourney) ? typeof(JourneyMade) : typeof(TCommand) == typeof(PublishJourney) ? typeof(JourneyPublished) : typeof(JourneyDone);

    private static int IdOf(HttpContext http) => int.TryParse(http.GetRouteValue("id")?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;
}

/// <summary>Some journeys.</summary>
/// <param name="Journeys">The journeys.</param>
/// <param name="Next">What to send as `after` for those that follow; null at the end.</param>
public sealed record JourneysBody(IReadOnlyList<JourneyBody> Journeys, long? Next);

/// <summary>A draft.</summary>
/// <param name="Version">Counts saves; send it back with a changed draft.</param>
/// <param name="Document">The drawing.</param>
public sealed record JourneyDraftBody(int Version, JsonObject Document);

/// <summary>A journey was made.</summary>
/// <param name="Id">Its number.</param>
public sealed record JourneyMade(int Id);

/// <summary>A draft was saved.</summary>
/// <param name="Id">The journey's number.</param>
/// <param name="Version">The new version.</param>
public sealed record JourneySaved(int Id, int Version);

/// <summary>A journey was published.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Number">The version's number: 1, 2, 3 …</param>
/// <param name="Warnings">What to look at; nothing of it stood in the way.</param>
public sealed record JourneyPublished(int Id, int Number, IReadOnlyList<ProblemReason> Warnings);

/// <summary>It was done.</summary>
/// <param name="Done">True.</param>
public sealed record JourneyDone(bool Done);
