using System.Text.Json.Nodes;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Access;
using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BuyingGroups.Portal.Api.Document;

/// <summary>The OpenAPI document: what holds for the whole API, and the problems that every operation may answer with.</summary>
public static class ApiDocument
{
    /// <summary>Its name and the version in every address.</summary>
    public const string Version = "v1";

    private const string Description =
        "Reads and writes BuyingGroups Portal. Every call shows an API key (`Authorization: Bearer bgp_…`), which an admin creates under Configuration, API keys; " +
        "what a key may do stands in its permissions. Each key may make 600 calls a minute unless the portal is set otherwise; beyond that the answer is 429 with Retry-After. " +
        "Whatever is not done is answered as problem details (RFC 9457): decide by `code`, show `detail` to people. " +
        "After 429, 500, 503 or a lost connection the same call may be sent again: every way in is idempotent on source keys.";

    /// <summary>Fills in what the framework cannot know.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/" + Version, StringComparison.OrdinalIgnoreCase) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "BuyingGroups Portal", Version = Version, Description = Description };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [ApiKeyAuthentication.SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "bgp_…", Description = "An API key." },
            };
            document.AddComponent<IOpenApiSchema>(nameof(Problem), ProblemSchema());
            foreach (var operation in document.Paths.SelectMany(path => path.Value.Operations ?? []))
                Complete(document, operation.Key, operation.Value);
            return Task.CompletedTask;
        });
    }

    private static void Complete(OpenApiDocument document, HttpMethod method, OpenApiOperation operation)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiKeyAuthentication.SchemeName, document)] = [] }];
        operation.Responses ??= [];
        List<Refusal> problems = [new UnknownKey(), new AccessDenied("Accounts.Manage"), new TooManyCalls(), new Unexpected("0HN7…"), new DatabaseAway()];
        if (method == HttpMethod.Get)
            problems.AddRange([operation.Parameters is { Count: > 0 } parameters && parameters[0].In == ParameterLocation.Path ? new NotFound("buying group", 7) : new WrongParameter("limit", "a whole number from 1 to 200")]);
        else
            problems.AddRange([new UnknownMember("/accounts/0/nme", "sourceKey, name, …"), new ChangedByOthers("record"), new BodyTooLarge(JsonBody.LargestBytes), new JsonExpected()]);
        foreach (var refusal in problems)
        {
            var problem = Problem.Of([refusal]);
            operation.Responses[problem.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = problem.Title + ".",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document), Example = ExampleOf(problem) },
                },
            };
        }
    }

    private static JsonObject ExampleOf(Problem problem) => new()
    {
        ["type"] = problem.Type,
        ["title"] = problem.Title,
        ["status"] = problem.Status,
        ["detail"] = problem.Detail,
        ["code"] = problem.Code,
    };

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why a call was not carried out (RFC 9457).",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The code as a URN." },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What kind of answer it is." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What happened, what was kept, what to do next; in English." },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The stable name of the first reason; decide by it." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "All reasons, when there is more than one.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["code"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        },
    };
}
