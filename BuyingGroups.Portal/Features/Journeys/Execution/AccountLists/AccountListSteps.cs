using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Puts accounts on a static list; those already on it stay.</summary>
public sealed class AddToAccountListStep : JourneyStep<AddToAccountListSettings>
{
    protected override Task RunAsync(AddToAccountListSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) => run.ExecuteAsync(
        FormattableString.Invariant($$"""
            INSERT INTO account_list_members (account_list_id, account_id, added_at, actor_id)
            SELECT {{settings.AccountList.Id}}, w.account_id, {0}, {{at.Node.ActorId}} FROM {{run.Sql.Work}} w
            WHERE w.lane IN ({{at.Lanes}}) AND NOT EXISTS (SELECT 1 FROM account_list_members m WHERE m.account_list_id = {{settings.AccountList.Id}} AND m.account_id = w.account_id)
            """),
        run.Now, cancellationToken);
}

/// <summary>Takes accounts off a static list.</summary>
public sealed class RemoveFromAccountListStep : JourneyStep<RemoveFromAccountListSettings>
{
    protected override Task RunAsync(RemoveFromAccountListSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) => run.ExecuteAsync(
        FormattableString.Invariant($"""
            DELETE FROM account_list_members
            WHERE account_list_id = {settings.AccountList.Id} AND account_id IN (SELECT w.account_id FROM {run.Sql.Work} w WHERE w.lane IN ({at.Lanes}))
            """),
        cancellationToken);
}
