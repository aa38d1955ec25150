using System.Text.Json.Nodes;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Portal.Api.Records;
using BuyingGroups.Portal.Features.Activities;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BuyingGroups.Portal.Api.Document;

/// <summary>Describes activities in the OpenAPI document, from the list that reads them.</summary>
public static class ActivitySchema
{
    /// <summary>The body of the call that records them.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        context.Document!.AddComponent<IOpenApiSchema>(nameof(Activity), Schema());
        operation.RequestBody = RecordSchemas.BodyOf(ActivitiesReader.List, RecordActivitiesHandler.MostAtOnce, new OpenApiSchemaReference(nameof(Activity), context.Document), Example());
        return Task.CompletedTask;
    }

    private static OpenApiSchema Schema()
    {
        var members = ActivitiesReader.Texts.ToDictionary(
            t => t.Name,
            t => (IOpenApiSchema)new OpenApiSchema
            {
                Type = t.Name == "type" ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null,
                MaxLength = Activity.SourceKeyMaxLength,
                Description = t.Description,
                Examples = [JsonValue.Create(t.Example)],
            },
            StringComparer.Ordinal);
        members[ActivitiesReader.OccurredAt] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time", Description = "When it happened, with the offset; left out, now." };
        members[ActivitiesReader.Attributes] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            MaxProperties = ActivityAttribute.MaxCount,
            Description = "What is known of it: page, link, email, keyword, form, event, subject, description of an interesting moment …",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null },
        };
        return new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Something that somebody at an account did.", Properties = members, AdditionalPropertiesAllowed = false, Required = new HashSet<string>(StringComparer.Ordinal) { "type" } };
    }

    private static JsonObject Example()
    {
        var json = new JsonObject();
        foreach (var (name, _, example) in ActivitiesReader.Texts.Where(t => t.Name != "email"))
            json[name] = example;
        json[ActivitiesReader.OccurredAt] = "2026-03-02T08:15:00Z";
        json[ActivitiesReader.Attributes] = new JsonObject { ["page"] = "/pricing" };
        return json;
    }
}
