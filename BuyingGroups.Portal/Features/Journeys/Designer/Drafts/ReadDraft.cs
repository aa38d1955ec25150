using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>The draft of a journey as it is stored now, and who changed it when.</summary>
/// <param name="Id">The journey.</param>
[Requires(Permissions.JourneysView)]
public sealed record ReadDraft(int Id) : IQuery<StoredDraft>;

/// <summary>A stored draft.</summary>
/// <param name="Document">The drawing.</param>
/// <param name="Version">The version of the journey.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When (UTC).</param>
/// <param name="IsOwn">True when who asks changed it, in another window.</param>
public sealed record StoredDraft(JourneyDocument Document, int Version, string ChangedBy, DateTime ChangedAt, bool IsOwn);

/// <summary>Reads it.</summary>
public sealed class ReadDraftHandler : IQueryHandler<ReadDraft, StoredDraft>
{
    public async Task<Outcome<StoredDraft>> HandleAsync(ReadDraft query, QueryContext context, CancellationToken cancellationToken)
    {
        var found = await context.Database.Journeys.Where(j => j.Id == query.Id)
            .Select(j => new { j.Draft, j.Version, j.UpdatedAt, By = context.Database.Actors.FirstOrDefault(a => a.Id == j.UpdatedBy) })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return new NotFound("journey", query.Id);
        return new StoredDraft(
            JourneyDrafts.Stored(found.Draft), found.Version, found.By?.Name ?? "", found.UpdatedAt, string.Equals(found.By?.Reference, context.Caller.Actor.Reference, StringComparison.Ordinal));
    }
}
