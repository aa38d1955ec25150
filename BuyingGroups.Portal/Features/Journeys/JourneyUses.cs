using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Finds the journeys that name a thing, so that a refusal to delete it can say so: in their draft while it can be published, and in versions that somebody may still travel.</summary>
public static class JourneyUses
{
    /// <summary>The journeys with a node that names <paramref name="kind"/> number <paramref name="id"/>, by id or by name.</summary>
    /// <param name="database">The database.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name: drafts may name it without knowing the id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="condition">Also journeys with a condition that has a filter of this kind.</param>
    public static Task<IReadOnlyList<string>> FindAsync(
        PortalDbContext database, ReferenceKind kind, int id, string name, CancellationToken cancellationToken, Func<FieldFilter, bool>? condition = null)
    {
        var normalized = NormalizedText.Of(name);
        return HeldAsync(
            database,
            document => JourneyReferences.Of(document).Any(use => use.Kind == kind
                    && (use.Reference.Id is { } known ? known == id : NormalizedText.Of(use.Reference.Name) == normalized))
                || (condition is not null && Names(document, condition)),
            cancellationToken);
    }

    /// <summary>The journeys with a condition that has a filter for which <paramref name="uses"/> holds.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(PortalDbContext database, Func<FieldFilter, bool> uses, CancellationToken cancellationToken) =>
        HeldAsync(database, document => Names(document, uses), cancellationToken);

    /// <summary>The journeys that set a field, listen for its changes, or compare it in a condition.</summary>
    public static Task<IReadOnlyList<string>> OfFieldAsync(PortalDbContext database, string field, CancellationToken cancellationToken) => HeldAsync(
        database,
        document => document.Nodes.Values.Any(node => (node.Settings switch
        {
            UpdateAccountProfileSettings update => update.Field,
            UpdatePersonProfileSettings update => update.Field,
            ListenForEventSettings listen => listen.Event.Field,
            _ => null,
        }) == field) || Names(document, filter => filter.Attribute == field),
        cancellationToken);

    /// <summary>The journeys with a document of which <paramref name="uses"/> holds, as "the journey “…”".</summary>
    public static async Task<IReadOnlyList<string>> HeldAsync(PortalDbContext database, Func<JourneyDocument, bool> uses, CancellationToken cancellationToken)
    {
        var drafts = await database.Journeys.Where(j => j.Status == JourneyStatus.Draft || j.Status == JourneyStatus.Live)
            .Select(j => new { j.Name, Document = j.Draft }).ToListAsync(cancellationToken);
        var versions = await JourneyEntries.VersionsInUse(database).Join(database.Journeys, v => v.JourneyId, j => j.Id, (v, j) => new { j.Name, v.Document }).ToListAsync(cancellationToken);
        return [.. drafts.Concat(versions).Where(held => uses(JourneyDrafts.Stored(held.Document))).Select(held => $"the journey “{held.Name}”").Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>Why a journey cannot go: others send accounts into it or take them out. Null when none does.</summary>
    public static async Task<Refusal?> OfJourneyAsync(PortalDbContext database, Journey journey, CancellationToken cancellationToken)
    {
        var users = await FindAsync(database, ReferenceKind.Journey, journey.Id, journey.Name, cancellationToken);
        return InUse.Of("journey", journey.Name, [.. users.Where(user => user != $"the journey “{journey.Name}”")]);
    }

    private static bool Names(JourneyDocument document, Func<FieldFilter, bool> uses) => JourneyReferences.ConditionsOf(document).Any(use => Names(use.Condition, uses));

    private static bool Names(Condition condition, Func<FieldFilter, bool> uses) => (condition is FieldFilter filter && uses(filter)) || condition.Children.Any(child => Names(child, uses));
}
