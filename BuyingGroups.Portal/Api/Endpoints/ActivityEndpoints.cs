using BuyingGroups.Portal.Api.Answers;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Api.Document;
using BuyingGroups.Portal.Api.Records;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Api.Endpoints;

/// <summary>What people and accounts did, sent as it happens.</summary>
public static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/" + ActivitiesReader.List, async (HttpContext http, Gateway gateway) =>
            {
                var read = await JsonBody.ReadAsync(http.Request, ActivitiesReader.Read, http.RequestAborted);
                if (!read.Succeeded)
                    return Answer.Refused(read.Refusals);
                var done = await gateway.SendAsync(new RecordActivities(read.Value), http.RequestAborted);
                return done.Succeeded ? Answer.Ok(RecordedBody.Of(read.Value, done.Value)) : Answer.Refused(done.Refusals);
            })
            .CarriesOut<RecordActivities>()
            .WithName(nameof(RecordActivities)).WithTags("Activities").WithSummary("Record activities")
            .WithDescription(
                "Up to 1,000 activities. One that is sent again under its source key is known, and nothing happens. Each is judged by itself: good ones are kept, " +
                "rejected ones come back with the reason. An unknown member or a value of the wrong kind refuses the whole call.")
            .Produces<RecordedBody>()
            .AddOpenApiOperationTransformer((operation, context, _) => ActivitySchema.DescribeAsync(operation, context));
}

/// <summary>What became of the activities of a call.</summary>
/// <param name="Recorded">New ones, which are kept.</param>
/// <param name="Known">Those whose source key was known already.</param>
/// <param name="Rejected">Those that were not kept.</param>
/// <param name="Rows">Each activity, in the order of the call.</param>
public sealed record RecordedBody(int Recorded, int Known, int Rejected, IReadOnlyList<RecordedRowBody> Rows)
{
    public static RecordedBody Of(IReadOnlyList<ActivityInput> sent, RecordedActivities answer) => new(
        answer.Recorded, answer.Known, answer.Refused,
        [.. answer.Results.Select((r, i) => new RecordedRowBody(i, sent[i].SourceKey, ResultOf(r.Outcome), r.Refusal is null ? null : new ProblemReason(r.Refusal.Name, r.Refusal.ToString())))]);

    private static RecordedResult ResultOf(ActivityOutcome outcome) => outcome switch
    {
        ActivityOutcome.Recorded => RecordedResult.Recorded,
        ActivityOutcome.Known => RecordedResult.Known,
        _ => RecordedResult.Rejected,
    };
}

/// <summary>What became of one activity.</summary>
/// <param name="Row">Its place in the call, from 0.</param>
/// <param name="SourceKey">Its source key; null when it has none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Reason">Why it was rejected.</param>
public sealed record RecordedRowBody(int Row, string? SourceKey, RecordedResult Result, ProblemReason? Reason);

/// <summary>What can become of an activity.</summary>
public enum RecordedResult
{
    /// <summary>It is new and kept.</summary>
    Recorded,

    /// <summary>Its source key is known; nothing was done.</summary>
    Known,

    /// <summary>It was not kept.</summary>
    Rejected,
}
