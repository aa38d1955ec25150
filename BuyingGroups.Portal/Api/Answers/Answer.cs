using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Api.Answers;

/// <summary>How endpoints answer.</summary>
public static class Answer
{
    /// <summary>JSON as the whole API writes it.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        // Names as they are written. Nothing of this is ever read as HTML: the media type says JSON, and sniffing is forbidden.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>It was done.</summary>
    public static IResult Ok<T>(T body) => Results.Json(body, Json);

    /// <summary>It was not done, and why.</summary>
    public static IResult Refused(IReadOnlyList<Refusal> refusals) => new RefusedResult(refusals);

    private sealed class RefusedResult(IReadOnlyList<Refusal> refusals) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problem.WriteAsync(httpContext, refusals);
    }
}
