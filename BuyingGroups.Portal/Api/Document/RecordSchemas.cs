using System.Globalization;
using System.Text.Json.Nodes;
using BuyingGroups.Portal.Api.Endpoints;
using BuyingGroups.Portal.Api.Records;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Upserts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BuyingGroups.Portal.Api.Document;

/// <summary>Describes records in the OpenAPI document, from the same lists that read and write them.</summary>
public static class RecordSchemas
{
    private const string Json = "application/json";

    /// <summary>The body of an upsert.</summary>
    public static Task DescribeUpsertAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, RecordForm form)
    {
        operation.RequestBody = BodyOf(form.List, UpsertRow.Most, Record(context.Document!, form), ExampleOf(form));
        return Task.CompletedTask;
    }

    /// <summary>A body of the form <c>{ "list": [ … ] }</c> and nothing else.</summary>
    internal static OpenApiRequestBody BodyOf(string list, int most, IOpenApiSchema row, JsonObject example) => new()
    {
        Required = true,
        Description = "At most 8 MB.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [Json] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalPropertiesAllowed = false,
                    Required = new HashSet<string>(StringComparer.Ordinal) { list },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { [list] = new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = most, Items = row } },
                },
                Example = new JsonObject { [list] = new JsonArray(example) },
            },
        },
    };

    /// <summary>The parameters and the answer of a list of records.</summary>
    public static Task DescribeReadingAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, RecordForm form)
    {
        var row = new OpenApiSchema
        {
            AllOf = [Record(context.Document!, form)],
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["id"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Its number in the portal." } },
        };
        var body = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                [form.List] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = row },
                ["next"] = new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null, Format = "int64", Description = "What to send as `after` for those that follow; null at the end." },
            },
        };
        operation.Responses ??= [];
        operation.Responses["200"] = new OpenApiResponse
        {
            Description = "OK",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [Json] = new() { Schema = body } },
        };
        return DescribePagingAsync(operation, PageQuery.SourceKey);
    }

    /// <summary>The parameters of a list.</summary>
    public static Task DescribePagingAsync(OpenApiOperation operation, string keyName)
    {
        operation.Parameters =
        [
            Parameter(keyName, "Only with this source key; may be given up to 100 times.", new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = PageQuery.KeysMost, Items = new OpenApiSchema { Type = JsonSchemaType.String } }),
            Parameter("after", "The `next` of the answer before.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" }),
            Parameter("limit", "How many at most.", new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = PageQuery.LimitMost.ToString(CultureInfo.InvariantCulture), Default = PageQuery.LimitUsual }),
        ];
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name, string description, IOpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchemaReference Record(OpenApiDocument document, RecordForm form)
    {
        document.AddComponent<IOpenApiSchema>(form.Name, SchemaOf(form));
        return new OpenApiSchemaReference(form.Name, document);
    }

    private static OpenApiSchema SchemaOf(RecordForm form)
    {
        var members = form.Members.ToDictionary(
            m => m.Name,
            m => (IOpenApiSchema)new OpenApiSchema
            {
                Type = m.IsRequired ? TypeOf(m.Form) : TypeOf(m.Form) | JsonSchemaType.Null,
                Format = m.Form == FieldForm.Date ? "date" : null,
                MaxLength = m.Form == FieldForm.Text ? 255 : null,
                Description = m.Description,
                Examples = ExampleOf(m) is { } example ? [example] : null,
            },
            StringComparer.Ordinal);
        if (form.HasRoles)
        {
            members[RecordForm.Roles] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array | JsonSchemaType.Null,
                Description = "Roles in the account, such as employee, contractor, owner. Replaces those there are.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
            };
        }
        if (form.HasCustomFields)
        {
            members[RecordForm.CustomFields] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Values of custom fields by their names. Fields that are left out stay as they are.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Null },
            };
        }
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = members,
            Required = form.Members.Where(m => m.IsRequired).Select(m => m.Name).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static JsonSchemaType TypeOf(FieldForm form) => form switch
    {
        FieldForm.Number => JsonSchemaType.Number,
        FieldForm.WholeNumber => JsonSchemaType.Integer,
        FieldForm.YesOrNo => JsonSchemaType.Boolean,
        _ => JsonSchemaType.String,
    };

    private static JsonObject ExampleOf(RecordForm form)
    {
        var json = new JsonObject();
        foreach (var member in form.Members)
        {
            if (ExampleOf(member) is { } example)
                json[member.Name] = example;
        }
        return json;
    }

    private static JsonNode? ExampleOf(RecordMember member) => member.Example is not { } example ? null : TypeOf(member.Form) switch
    {
        JsonSchemaType.Number or JsonSchemaType.Integer => JsonValue.Create(decimal.Parse(example, CultureInfo.InvariantCulture)),
        JsonSchemaType.Boolean => JsonValue.Create(example == "true"),
        _ => JsonValue.Create(example),
    };
}
