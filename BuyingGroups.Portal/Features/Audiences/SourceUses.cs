using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>What takes its accounts from an audience or a list, and so keeps it from being deleted.</summary>
internal static class SourceUses
{
    /// <param name="database">Where to look.</param>
    /// <param name="what">Audience or account list, in words.</param>
    /// <param name="kind">The same, as journeys refer to it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="jobs">The creation jobs that make groups of its accounts.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The refusal that names them; null when nothing uses it.</returns>
    public static async Task<InUse?> FindAsync(
        PortalDbContext database, string what, ReferenceKind kind, int id, string name, IQueryable<CreationJob> jobs, CancellationToken cancellationToken)
    {
        var solutions = await jobs.Join(database.SolutionInterests, j => j.SolutionInterestId, s => s.Id, (j, s) => s.Name).ToListAsync(cancellationToken);
        var journeys = await JourneyUses.FindAsync(database, kind, id, name, cancellationToken);
        return InUse.Of(what, name, [.. solutions.Select(solution => $"the creation job of “{solution}”"), .. journeys]);
    }
}
