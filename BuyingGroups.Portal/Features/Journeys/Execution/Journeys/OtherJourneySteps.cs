using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Leaves an invitation; the other journey's next look for entries takes it up by its own rules of re-entry.</summary>
public sealed class AddToJourneyStep : JourneyStep<AddToJourneySettings>
{
    protected override async Task RunAsync(AddToJourneySettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var live = FormattableString.Invariant($"EXISTS (SELECT 1 FROM journeys j WHERE j.id = {settings.Journey.Id} AND j.status = {(int)JourneyStatus.Live})");
        at.Detail = $"CASE WHEN {live} THEN NULL ELSE '{StepDetail.NotLetIn}' END";
        await run.ExecuteAsync(
            FormattableString.Invariant($"""
                INSERT INTO journey_invitations (journey_id, account_id, node_key, at)
                SELECT {settings.Journey.Id}, w.account_id, {at.Node.Key}, {run.NowMilliseconds} FROM {run.Sql.Work} w
                WHERE w.lane IN ({at.Lanes}) AND {live}
                  AND NOT EXISTS (SELECT 1 FROM journey_invitations i WHERE i.journey_id = {settings.Journey.Id} AND i.account_id = w.account_id)
                """),
            cancellationToken);
    }
}

/// <summary>Ends the account's passage through the other journey where it is, parked or not, and an invitation not yet taken up.</summary>
public sealed class RemoveFromJourneyStep : JourneyStep<RemoveFromJourneySettings>
{
    protected override async Task RunAsync(RemoveFromJourneySettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        var accounts = $"SELECT w.account_id FROM {run.Sql.Work} w WHERE w.lane IN ({at.Lanes})";
        await run.ExecuteAsync(
            FormattableString.Invariant($"DELETE FROM journey_invitations WHERE journey_id = {settings.Journey.Id} AND account_id IN ({accounts})"), cancellationToken);
        if (run.Sql.LockInside(settings.Journey.Id!.Value, accounts) is { } wait)
            await run.ExecuteAsync(wait, cancellationToken);
        await run.ExecuteAsync(run.Sql.CountLeaving(settings.Journey.Id.Value, accounts), cancellationToken);
        await run.ExecuteAsync(run.Sql.CountDaysLeaving(settings.Journey.Id.Value, accounts, (int)EntryStatus.Removed, run.NowMilliseconds), cancellationToken);
        await run.ExecuteAsync(run.Sql.TakeOut(settings.Journey.Id.Value, accounts, (int)EntryStatus.Removed, run.NowMilliseconds), cancellationToken);
    }
}
