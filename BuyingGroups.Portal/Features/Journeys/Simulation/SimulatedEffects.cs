using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>Tells in words what a node did in the transaction that will be rolled back. Changes of members are told by the timeline's own reader.</summary>
internal static class SimulatedEffects
{
    public static async Task<IReadOnlyList<SimulatedText>> OfAsync(PlanNode node, SegmentRun run, long accountId, CancellationToken cancellationToken)
    {
        var database = run.Database;
        SimulatedText? effect = node.Node.Settings switch
        {
            AccountInterestingMomentSettings moment => new SimulatedText("Interesting moment “{0}” of the account", moment.Text),
            PersonInterestingMomentSettings moment => await MomentsAsync(database, node, accountId, moment.Text, cancellationToken),
            AddToAccountListSettings list => new SimulatedText("On the account list “{0}”", await NameOfAsync(database.AccountLists.Where(one => one.Id == list.AccountList.Id).Select(one => one.Name), list.AccountList, cancellationToken)),
            RemoveFromAccountListSettings list => new SimulatedText("Off the account list “{0}”", await NameOfAsync(database.AccountLists.Where(one => one.Id == list.AccountList.Id).Select(one => one.Name), list.AccountList, cancellationToken)),
            AddToJourneySettings other when await database.JourneyInvitations.AnyAsync(one => one.JourneyId == other.Journey.Id && one.AccountId == accountId && one.NodeKey == node.Key, cancellationToken) =>
                new SimulatedText("Sent into the journey “{0}”", await NameOfAsync(database.Journeys.Where(one => one.Id == other.Journey.Id).Select(one => one.Name), other.Journey, cancellationToken)),
            RemoveFromJourneySettings other => new SimulatedText("Out of the journey “{0}”", await NameOfAsync(database.Journeys.Where(one => one.Id == other.Journey.Id).Select(one => one.Name), other.Journey, cancellationToken)),
            UpdateAccountProfileSettings or UpdatePersonProfileSettings => await ProfilesAsync(database, node, accountId, cancellationToken),
            UpdateBuyingGroupStageSettings stage => await StageAsync(run, node, accountId, stage, cancellationToken),
            UpdateBuyingGroupStatusSettings status when await HasGroupAsync(database, accountId, status.SolutionInterest, cancellationToken) =>
                new SimulatedText("The status of the buying group is “{0}”", status.Status),
            SendEmailSettings email => new SimulatedText("Would send “{0}” to {1} people", email.Subject, await MessagesAsync(database, node, cancellationToken)),
            SendSalesAlertSettings => new SimulatedText("Would send a sales alert"),
            WebhookSettings webhook => new SimulatedText("Would call {0}", webhook.Url),
            _ => null,
        };
        return effect is null ? [] : [effect];
    }

    /// <summary>What is referred to by id is told by its name.</summary>
    private static async Task<string> NameOfAsync(IQueryable<string> name, JourneyReference reference, CancellationToken cancellationToken) =>
        await name.FirstOrDefaultAsync(cancellationToken) ?? reference.Name ?? $"{reference.Id}";

    private static Task<int> MessagesAsync(PortalDbContext database, PlanNode node, CancellationToken cancellationToken) =>
        database.OutboxMessages.CountAsync(message => message.NodeKey == node.Key, cancellationToken);

    private static Task<bool> HasGroupAsync(PortalDbContext database, long accountId, JourneyReference solutionInterest, CancellationToken cancellationToken) =>
        database.BuyingGroups.AnyAsync(group => group.AccountId == accountId && group.SolutionInterestId == solutionInterest.Id, cancellationToken);

    private static async Task<SimulatedText> MomentsAsync(PortalDbContext database, PlanNode node, long accountId, string text, CancellationToken cancellationToken)
    {
        var count = node.PeopleLane is { } lane
            ? await database.JourneyWorkPeople.CountAsync(one => one.Lane == lane, cancellationToken)
            : await database.People.CountAsync(person => person.AccountId == accountId, cancellationToken);
        return new SimulatedText("Interesting moment “{0}” of {1} people", text, count);
    }

    private static async Task<SimulatedText> ProfilesAsync(PortalDbContext database, PlanNode node, long accountId, CancellationToken cancellationToken)
    {
        // By the account, which has an index: histories are long.
        var changes = await database.ChangeEvents.Where(change => change.AccountId == accountId && change.ActorId == node.ActorId).OrderBy(change => change.Id)
            .Select(change => new { change.Field, change.Previous, change.Current, change.PersonId }).ToListAsync(cancellationToken);
        if (changes.Count == 0)
            return new SimulatedText("Nothing changes: the value is that already");
        var (field, before, after) = (changes[0].Field ?? "", changes[0].Previous ?? "–", changes[0].Current ?? "–");
        return node.Node.Settings is UpdateAccountProfileSettings
            ? new SimulatedText("{0}: {1} becomes {2}", field, before, after)
            : new SimulatedText("{0} becomes {1} for {2} people", field, after, changes.Select(change => change.PersonId).Distinct().Count());
    }

    private static async Task<SimulatedText?> StageAsync(SegmentRun run, PlanNode node, long accountId, UpdateBuyingGroupStageSettings settings, CancellationToken cancellationToken)
    {
        var stage = await NameOfAsync(run.Database.Stages.Where(one => one.Id == settings.Stage.Id).Select(one => one.Name), settings.Stage, cancellationToken);
        var changes = run.Database.StageChanges.Where(one => one.ActorId == node.ActorId);
        var change = await run.Database.BuyingGroups.Where(group => group.AccountId == accountId)
            .SelectMany(group => changes.Where(one => one.BuyingGroupId == group.Id)).FirstOrDefaultAsync(cancellationToken);
        if (change is null)
        {
            return await HasGroupAsync(run.Database, accountId, settings.SolutionInterest, cancellationToken)
                ? new SimulatedText("The buying group is at the stage “{0}” already", stage)
                : null;
        }
        if (change.Applied)
            return new SimulatedText("The buying group moves to the stage “{0}”", stage);
        return change.Reason switch
        {
            nameof(StageMoveVerdict.NoStageModel) => new SimulatedText("Refused: its solution interest has no stage model, so it cannot move to “{0}”", stage),
            nameof(StageMoveVerdict.NotInModel) => new SimulatedText("Refused: the stage “{0}” is not in the group's stage model", stage),
            nameof(StageMoveVerdict.NotAnEntryStage) => new SimulatedText("Refused: the group has no stage yet, and “{0}” is no entry stage", stage),
            _ => new SimulatedText("Refused: the stage model has no transition to “{0}” from where the group stands", stage),
        };
    }
}
