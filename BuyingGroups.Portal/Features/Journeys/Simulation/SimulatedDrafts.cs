using System.Security.Cryptography;
using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Execution;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>A draft made ready to be walked.</summary>
/// <param name="Document">The drawing, references resolved.</param>
/// <param name="Plan">Its plan, under numbers that no published version has.</param>
/// <param name="Catalog">What conditions can name.</param>
public sealed record SimulatedDraft(JourneyDocument Document, JourneyPlan Plan, ConditionCatalog Catalog);

/// <summary>Compiles drafts for simulation and counting.</summary>
internal static class SimulatedDrafts
{
    /// <summary>Room for the nodes of any journey below the random number.</summary>
    private const int Room = 100_000;

    /// <summary>The draft of a journey, or a document in its place; refused with every problem when it could not be published.</summary>
    public static async Task<Outcome<SimulatedDraft>> ReadAsync(PortalDbContext database, int journeyId, string? document, DateTime now, CancellationToken cancellationToken)
    {
        var saved = await database.Journeys.Where(j => j.Id == journeyId).Select(j => j.Draft).FirstOrDefaultAsync(cancellationToken);
        // A document may be tried before there is a journey for it.
        if (saved is null && (document is null || journeyId != 0))
            return new NotFound("journey", journeyId);
        var read = await JourneyDrafts.ReadAsync(database, document ?? saved, now, journeyId, cancellationToken);
        if (!read.Succeeded)
            return Outcome<SimulatedDraft>.Refused(read.Refusals);
        var catalog = await JourneyCatalogs.ReadAsync(database, now, journeyId == 0 ? null : journeyId, cancellationToken);
        var errors = JourneyValidation.Of(read.Value, catalog).Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.AsRefusal()).ToList();
        if (errors.Count > 0)
            return Outcome<SimulatedDraft>.Refused(errors);
        var resolved = JourneyReferences.Resolve(read.Value, catalog);
        return new SimulatedDraft(resolved, PlanOf(resolved), catalog.Conditions);
    }

    /// <summary>Numbers below zero belong to nobody. They start at random, so that two simulations at once do not wait for each other's rows.</summary>
    private static JourneyPlan PlanOf(JourneyDocument document)
    {
        var below = -RandomNumberGenerator.GetInt32(1, int.MaxValue - Room);
        var keys = document.Nodes.Keys.Select((id, place) => (id, key: below - place)).ToDictionary(one => one.id, one => (one.key, one.key));
        return JourneyPlan.Of(below, below, document, keys);
    }
}
