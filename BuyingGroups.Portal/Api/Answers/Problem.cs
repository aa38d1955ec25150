using System.Text.Json;
using System.Text.Json.Serialization;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Api.Access;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Features.Imports.Upserts;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Api.Answers;

/// <summary>Why a call was not carried out (RFC 9457). Programs decide by <see cref="Code"/>; <see cref="Detail"/> is for people.</summary>
/// <param name="Type">The same as the code, as a URN.</param>
/// <param name="Title">What kind of answer it is.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened, what was kept, what to do next; in English.</param>
/// <param name="Code">The stable name of the first reason.</param>
/// <param name="Errors">All reasons; absent when there is one.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<ProblemReason>? Errors = null)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    private static readonly JsonSerializerOptions Json = new(Answer.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The problem that refusals are; the first decides the status.</summary>
    public static Problem Of(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        var status = StatusOf(first);
        return new Problem(
            "urn:buyinggroups:problem:" + first.Name, TitleOf(status), status, first.ToString(), first.Name,
            refusals.Count == 1 ? null : [.. refusals.Select(r => new ProblemReason(r.Name, r.ToString()))]);
    }

    /// <summary>Answers the call with what was refused.</summary>
    public static Task WriteAsync(HttpContext context, IReadOnlyList<Refusal> refusals) => WriteAsync(context, Of(refusals));

    /// <summary>Answers the call with a problem.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = problem.Status == StatusCodes.Status429TooManyRequests ? "60" : "5";
        return context.Response.WriteAsJsonAsync(problem, Json, MediaType, context.RequestAborted);
    }

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        MissingKey or MalformedKey or UnknownKey or RevokedKey or ExpiredKey or StoppedKey or NotSignedIn => StatusCodes.Status401Unauthorized,
        AccessDenied => StatusCodes.Status403Forbidden,
        NotFound or NoSuchAddress => StatusCodes.Status404NotFound,
        MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ChangedByOthers or JourneyChangedBy => StatusCodes.Status409Conflict,
        BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        JsonExpected => StatusCodes.Status415UnsupportedMediaType,
        TooManyCalls => StatusCodes.Status429TooManyRequests,
        Unexpected => StatusCodes.Status500InternalServerError,
        DatabaseAway => StatusCodes.Status503ServiceUnavailable,
        IMalformed or TooManyRows or TooManyActivities => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(int status) => status switch
    {
        400 => "The call cannot be read",
        401 => "The call shows no valid API key",
        403 => "The API key lacks a permission",
        404 => "Not found",
        405 => "Not by this method",
        409 => "Somebody else changed it",
        413 => "Too large",
        415 => "Not JSON",
        429 => "Too many calls",
        500 => "A fault in the portal",
        503 => "Not now",
        _ => "Refused",
    };
}

/// <summary>One reason.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Detail">In words.</param>
public sealed record ProblemReason(string Code, string Detail);

/// <summary>There is nothing at the address.</summary>
public sealed record NoSuchAddress() : Refusal("There is nothing at this address. Nothing was done; /openapi/v1.json lists what there is.");

/// <summary>The address is right, the method is not.</summary>
/// <param name="Method">What was used.</param>
public sealed record MethodNotAllowed(string Method) : Refusal("This address does not answer to {0}. Nothing was done; /openapi/v1.json lists what there is.", Method);

/// <summary>A fault of ours.</summary>
/// <param name="Trace">What to look for in the portal's log.</param>
public sealed record Unexpected(string Trace) : Refusal("Something went wrong in the portal. Nothing was changed; the same call may be sent again. An admin finds it in the log under {0}.", Trace);
