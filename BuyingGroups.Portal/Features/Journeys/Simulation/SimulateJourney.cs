using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Execution;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>Walks one account through a draft without any effect, by the code that the engine runs, and tells which path it takes at every turn and why.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Document">A document to walk instead of the saved draft, as JSON.</param>
/// <param name="Choices">By node id, what is assumed there: <see cref="SimulationChoice.Event"/> or <see cref="SimulationChoice.Timeout"/> at a listening node, the key of a path at a variant split of accounts.</param>
/// <param name="Language">Of the reasons; null for English.</param>
[Requires(Permissions.JourneysView)]
public sealed record SimulateJourney(
    int JourneyId, long AccountId, string? Document = null, IReadOnlyDictionary<string, string>? Choices = null, SentenceLanguage? Language = null) : IQuery<JourneySimulation>;

/// <summary>What can be assumed at a listening node.</summary>
public static class SimulationChoice
{
    /// <summary>The event comes, as soon as the account is there.</summary>
    public const string Event = "event";

    /// <summary>The event does not come: the timeout is waited for, or the account stays.</summary>
    public const string Timeout = "timeout";
}

/// <summary>A text key and what fills it, so that the page says it in the user's language.</summary>
/// <param name="Text">English composite format, also the text key.</param>
/// <param name="Arguments">What fills its places.</param>
public sealed record SimulatedText(string Text, params object[] Arguments);

/// <summary>The way of an account through a draft.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="WhyNot">Why the account would not enter; null when it would. The steps show what would happen if it did.</param>
/// <param name="Steps">The nodes it passes, in order.</param>
/// <param name="Status">How it ends; Active when it stays at the last node.</param>
/// <param name="EndsAt">When it ends (UTC).</param>
/// <param name="Why">Why it ends, where that is not the end of a path.</param>
public sealed record JourneySimulation(string Account, SimulatedText? WhyNot, IReadOnlyList<SimulatedStep> Steps, EntryStatus Status, DateTime EndsAt, SimulatedText? Why);

/// <summary>One node passed.</summary>
/// <param name="NodeId">Its id in the drawing.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Name">The name the marketer gave it; null for none.</param>
/// <param name="ArrivedAt">When the account comes to it (UTC).</param>
/// <param name="LeftAt">When it leaves; null when it stays there.</param>
/// <param name="Path">Place of the path taken, from 1; 0: the journey ends there.</param>
/// <param name="PathTaken">That path; null when the journey ends there or the account stays.</param>
/// <param name="PathIsOnly">True when there was no other way.</param>
/// <param name="Reason">Why it takes that path.</param>
/// <param name="Detail">What comes of it where that is not the usual.</param>
/// <param name="People">The people that a split of people sends down its paths.</param>
/// <param name="Members">Changes of members of buying groups, refused ones included.</param>
/// <param name="Effects">What else would be done.</param>
/// <param name="Choices">What can be assumed here instead.</param>
public sealed record SimulatedStep(
    string NodeId, string Kind, string? Name, DateTime ArrivedAt, DateTime? LeftAt, int Path, JourneyPath? PathTaken, bool PathIsOnly, SimulatedText? Reason, string? Detail,
    IReadOnlyList<SimulatedPerson> People, IReadOnlyList<TimelineEffect> Members, IReadOnlyList<SimulatedText> Effects, IReadOnlyList<SimulatedAlternative> Choices);

/// <summary>A person on a path of a split of people.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Path">The path.</param>
/// <param name="Why">The part of the path's condition that matches; null where none decides.</param>
public sealed record SimulatedPerson(long PersonId, string Name, JourneyPath Path, string? Why);

/// <summary>Something that can be assumed at a step.</summary>
/// <param name="Key">What to give as the node's choice.</param>
/// <param name="Text">In words.</param>
/// <param name="IsTaken">True for what this simulation assumes.</param>
public sealed record SimulatedAlternative(string Key, SimulatedText Text, bool IsTaken);

/// <summary>A node could not be carried out for this account.</summary>
/// <param name="Error">What the database or the rule said.</param>
public sealed record SimulationFailed(string Error)
    : Refusal("The simulation came to a node that could not be carried out: {0} Nothing was changed. In a live journey the account would be parked there with this error.", Error);

/// <summary>Simulates.</summary>
public sealed class SimulateJourneyHandler(SimulationRun simulation) : IQueryHandler<SimulateJourney, JourneySimulation>
{
    public async Task<Outcome<JourneySimulation>> HandleAsync(SimulateJourney query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var read = await SimulatedDrafts.ReadAsync(database, query.JourneyId, query.Document, context.Now, cancellationToken);
        if (!read.Succeeded)
            return Outcome<JourneySimulation>.Refused(read.Refusals);
        var account = await database.Accounts.Where(a => a.Id == query.AccountId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        if (account is null)
            return new NotFound("account", query.AccountId);
        var draft = read.Value;
        var start = draft.Document.Settings.StartsAt is { } starts && starts > context.Now ? starts : context.Now;
        var whyNot = await WhyNotAsync(database, draft, query.AccountId, start, cancellationToken);
        var walked = await simulation.RunAsync(draft, query.AccountId, query.Choices ?? new Dictionary<string, string>(), query.Language ?? SentenceLanguage.English, start, cancellationToken);
        return walked.Succeeded ? walked.Value with { Account = account, WhyNot = whyNot } : walked;
    }

    private static async Task<SimulatedText?> WhyNotAsync(Data.PortalDbContext database, SimulatedDraft draft, long accountId, DateTime start, CancellationToken cancellationToken)
    {
        var settings = (Domain.Journeys.Nodes.AccountAudienceSettings)draft.Plan.Start.Node.Settings;
        var audience = (await Entering.AudienceAsync(database, settings, draft.Catalog, cancellationToken)).Demand();
        if (!await audience.AnyAsync(a => a.Id == accountId, cancellationToken))
            return new SimulatedText("The account is not in the audience or list this journey starts with, so it would not enter now. The steps show what would happen if it did.");
        var may = (await Entering.WhoMayEnterAsync(database, draft.Plan, draft.Catalog, 0, 1, start, cancellationToken)).Demand();
        return await may.AnyAsync(a => a.Id == accountId, cancellationToken)
            ? null
            : new SimulatedText("The account matches the goal or the exit condition already, so it would not enter now. The steps show what would happen if it did.");
    }
}
