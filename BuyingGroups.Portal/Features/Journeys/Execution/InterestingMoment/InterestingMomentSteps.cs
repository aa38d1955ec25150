using Microsoft.EntityFrameworkCore;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Records the moment as an activity of the account.</summary>
public sealed class AccountInterestingMomentStep : JourneyStep<AccountInterestingMomentSettings>
{
    protected override Task RunAsync(AccountInterestingMomentSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        Moments.RecordAsync($"SELECT w.account_id, CAST(NULL AS bigint) AS person_id, w.entry_id FROM {run.Sql.Work} w WHERE w.lane IN ({at.Lanes})", settings.Text, at, run, cancellationToken);
}

/// <summary>Records the moment as an activity of each person.</summary>
public sealed class PersonInterestingMomentStep : JourneyStep<PersonInterestingMomentSettings>
{
    protected override Task RunAsync(PersonInterestingMomentSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        Moments.RecordAsync(run.Sql.PeopleOn(at.Lanes, at.Node.PeopleLane), settings.Text, at, run, cancellationToken);
}

/// <summary>What the two have in common. The source key names node, entry and person, so that a moment can be there once only.</summary>
internal static class Moments
{
    /// <summary>How the source keys of what a node recorded begin.</summary>
    public static string KeyPrefix(PlanNode node) => FormattableString.Invariant($"journey:{node.Key}:");

    public static async Task RecordAsync(string who, string text, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var key = FormattableString.Invariant($"CONCAT('{KeyPrefix(at.Node)}', p.entry_id, ':', COALESCE(p.person_id, 0))");
        await run.ExecuteAsync(
            FormattableString.Invariant($$"""
                INSERT INTO activities (account_id, person_id, activity_type_id, occurred_at, recorded_at, source_key)
                SELECT p.account_id, p.person_id, {{ActivityType.InterestingMoment}}, {0}, {0}, {{key}} FROM ({{who}}) AS p
                """),
            run.Now, cancellationToken);
        var attributes = $$"""
            INSERT INTO activity_attributes (activity_id, name, value, normalized_value)
            SELECT a.id, {0}, {1}, {2} FROM ({{who}}) AS p JOIN activities a ON a.source_key = {{key}}
            """;
        await run.Database.Database.ExecuteSqlRawAsync(attributes, [ActivityAttribute.Description, text, NormalizedText.Required(text)], cancellationToken);
    }
}
