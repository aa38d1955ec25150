using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Review;

/// <summary>The drawing that new entries of a journey travel now, to be compared with its draft.</summary>
/// <param name="JourneyId">The journey.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadLiveVersion(int JourneyId) : IQuery<LiveVersion>;

/// <summary>The live version.</summary>
/// <param name="Number">1, 2, 3 … within the journey; null when nothing was published yet.</param>
/// <param name="Document">Its drawing; null likewise.</param>
public sealed record LiveVersion(int? Number, JourneyDocument? Document);

/// <summary>Reads it.</summary>
public sealed class ReadLiveVersionHandler : IQueryHandler<ReadLiveVersion, LiveVersion>
{
    public async Task<Outcome<LiveVersion>> HandleAsync(ReadLiveVersion query, QueryContext context, CancellationToken cancellationToken)
    {
        var journey = await context.Database.Journeys.Where(j => j.Id == query.JourneyId).Select(j => new { j.LiveVersionId }).FirstOrDefaultAsync(cancellationToken);
        if (journey is null)
            return new NotFound("journey", query.JourneyId);
        var version = await context.Database.JourneyVersions.Where(v => v.Id == journey.LiveVersionId).Select(v => new { v.Number, v.Document }).FirstOrDefaultAsync(cancellationToken);
        return version is null ? new LiveVersion(null, null) : new LiveVersion(version.Number, JourneyDrafts.Stored(version.Document));
    }
}
