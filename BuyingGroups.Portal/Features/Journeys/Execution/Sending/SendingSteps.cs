using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Puts a call to a web address in the outbox.</summary>
public sealed class WebhookStep : JourneyStep<WebhookSettings>
{
    protected override Task RunAsync(WebhookSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        run.ExecuteAsync(run.Sql.Send(at.Node.Key, at.Lanes, settings.Kind, run.NowMilliseconds), cancellationToken);
}

/// <summary>Puts a sales alert in the outbox.</summary>
public sealed class SendSalesAlertStep : JourneyStep<SendSalesAlertSettings>
{
    protected override Task RunAsync(SendSalesAlertSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken)
    {
        at.Detail = GroupMembers.NoGroup(settings.SolutionInterest.Id!.Value);
        return run.ExecuteAsync(run.Sql.Send(at.Node.Key, at.Lanes, settings.Kind, run.NowMilliseconds), cancellationToken);
    }
}

/// <summary>Puts an email to each person in the outbox.</summary>
public sealed class SendEmailStep : JourneyStep<SendEmailSettings>
{
    protected override Task RunAsync(SendEmailSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken) =>
        run.ExecuteAsync(run.Sql.SendToPeople(at.Node.Key, run.Sql.PeopleOn(at.Lanes, at.Node.PeopleLane), settings.Kind, run.NowMilliseconds), cancellationToken);
}
