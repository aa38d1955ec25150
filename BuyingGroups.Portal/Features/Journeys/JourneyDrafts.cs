using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>What the commands on journeys have in common: the draft as a document, and the journey as somebody opened it.</summary>
internal static class JourneyDrafts
{
    /// <summary>A document given from outside, in the form in which it is stored; null is an empty drawing.</summary>
    public static Outcome<JourneyDocument> Read(string? document) =>
        string.IsNullOrWhiteSpace(document) ? JourneyDocument.Empty : JourneyJson.Read(document).ToOutcome();

    /// <summary>The same, with the names that a document from another portal has in conditions and fields found in this one.</summary>
    public static async Task<Outcome<JourneyDocument>> ReadAsync(PortalDbContext database, string? document, DateTime now, int? journeyId, CancellationToken cancellationToken)
    {
        var read = Read(document);
        return read.Succeeded && JourneyPortable.HasNames(document ?? "")
            ? JourneyPortable.Resolve(read.Value, await JourneyCatalogs.ReadAsync(database, now, journeyId, cancellationToken))
            : read;
    }

    /// <summary>A stored document; it was written by us, so it can be read.</summary>
    public static JourneyDocument Stored(string document) => JourneyJson.Read(document).ToOutcome().Demand();

    /// <summary>The journey that a command is to change; refused when it is gone, when the rule says no, and when somebody, who is named, changed it since it was opened.</summary>
    /// <param name="database">The database.</param>
    /// <param name="id">The journey.</param>
    /// <param name="version">The version that was opened; null takes the newest.</param>
    /// <param name="rule">Why the journey cannot be changed so; null when it can.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Outcome<Journey>> ToChangeAsync(PortalDbContext database, int id, int? version, Func<Journey, Refusal?> rule, CancellationToken cancellationToken)
    {
        var journey = await database.Journeys.FirstOrDefaultAsync(j => j.Id == id, cancellationToken);
        if (journey is null)
            return new NotFound("journey", id);
        if (rule(journey) is { } refused)
            return refused;
        if (version is not { } opened || journey.Version == opened)
            return journey;
        var by = await database.Actors.Where(a => a.Id == journey.UpdatedBy).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        return JourneyRules.SameVersion(journey, opened, by ?? "") is { } changed ? changed : journey;
    }

    /// <summary>What the audit log keeps of a change to a drawing: the nodes, not the whole document.</summary>
    public static object Difference(JourneyDocument before, JourneyDocument after) => new
    {
        Added = after.Nodes.Keys.Where(id => !before.Nodes.ContainsKey(id)).Select(id => id.Value),
        Removed = before.Nodes.Keys.Where(id => !after.Nodes.ContainsKey(id)).Select(id => id.Value),
        Changed = after.Nodes.Where(pair => before.Nodes.TryGetValue(pair.Key, out var was) && !was.Equals(pair.Value)).Select(pair => pair.Key.Value),
        Settings = before.Settings.Equals(after.Settings) ? null : after.Settings,
    };
}
