using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Activities;

/// <summary>
/// Takes activities in, at most 1,000 at once. Sending one again under its source key does nothing, so a sender that got no answer just repeats the
/// batch. Each is judged by itself: the good ones are kept whatever the others are.
/// </summary>
/// <param name="Activities">What happened.</param>
[Requires(Permissions.AccountsManage)]
public sealed record RecordActivities([NotAudited] IReadOnlyList<ActivityInput> Activities) : ICommand<RecordedActivities>;

/// <summary>One activity as it is sent.</summary>
/// <param name="Type">Name of the activity type, such as "Page Views"; capitals do not matter.</param>
/// <param name="SourceKey">Unique key in the system it comes from; left out, it is recorded every time it is sent.</param>
/// <param name="AccountSourceKey">The account; may be left out when the person is named.</param>
/// <param name="PersonSourceKey">Who did it.</param>
/// <param name="Email">Who did it, where the source key is not known.</param>
/// <param name="OccurredAt">When it happened; left out, now.</param>
/// <param name="Attributes">What is known of it: page, link, email, keyword, description of an interesting moment …</param>
public sealed record ActivityInput(
    string? Type, string? SourceKey = null, string? AccountSourceKey = null, string? PersonSourceKey = null, string? Email = null, DateTimeOffset? OccurredAt = null,
    IReadOnlyDictionary<string, string?>? Attributes = null);

/// <summary>What became of each activity, in the order sent.</summary>
public sealed record RecordedActivities(IReadOnlyList<ActivityResult> Results)
{
    /// <summary>How many are new.</summary>
    public int Recorded => Results.Count(result => result.Outcome == ActivityOutcome.Recorded);

    /// <summary>How many were known already.</summary>
    public int Known => Results.Count(result => result.Outcome == ActivityOutcome.Known);

    /// <summary>How many were refused.</summary>
    public int Refused => Results.Count(result => result.Outcome == ActivityOutcome.Refused);
}

/// <summary>What becomes of an activity that is sent.</summary>
public enum ActivityOutcome
{
    /// <summary>It is new and kept.</summary>
    Recorded = 1,

    /// <summary>Its source key is known: nothing was done.</summary>
    Known = 2,

    /// <summary>It was not kept.</summary>
    Refused = 3,
}

/// <summary>What became of one activity.</summary>
/// <param name="Outcome">New, known or refused.</param>
/// <param name="Refusal">Why not.</param>
public sealed record ActivityResult(ActivityOutcome Outcome, Refusal? Refusal = null);

/// <summary>More activities than one command takes.</summary>
/// <param name="Asked">How many were sent.</param>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyActivities(int Asked, int Most) : Refusal("{0} activities are more than the {1} that can be sent at once. None was recorded; send them in several batches.", Asked, Most);

/// <summary>Records them.</summary>
public sealed class RecordActivitiesHandler : ICommandHandler<RecordActivities, RecordedActivities>
{
    /// <summary>Activities a command takes.</summary>
    public const int MostAtOnce = 1_000;

    public async Task<Outcome<RecordedActivities>> HandleAsync(RecordActivities command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.Activities.Count > MostAtOnce)
            return new TooManyActivities(command.Activities.Count, MostAtOnce);
        var intake = await ActivityIntake.PrepareAsync(context.Database, command.Activities, context.Now, cancellationToken);
        var results = new List<ActivityResult>(command.Activities.Count);
        var made = new List<Activity>(command.Activities.Count);
        foreach (var input in command.Activities)
        {
            var read = intake.Read(input);
            results.Add(read.Succeeded ? new ActivityResult(read.Value is { Activity: null } ? ActivityOutcome.Known : ActivityOutcome.Recorded) : new ActivityResult(ActivityOutcome.Refused, read.Refusal));
            if (read.Value?.Activity is { } activity)
                made.Add(activity);
        }
        context.Database.ActivityAttributeNames.AddRange(intake.NewNames.Select(name => new ActivityAttributeName { Name = name }));
        context.Database.Activities.AddRange(made);
        var answer = new RecordedActivities(results);
        // Who did what is personal and stands in the activities themselves; the log tells that they came and from whom.
        context.Audit("Activity", "batch", null, after: new { answer.Recorded, answer.Known, answer.Refused });
        return answer;
    }
}
