using BuyingGroups.Data;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Engagement;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>What is counted of a person's activities, for those who move or delete them. Called in their transaction; scores follow with the next rescoring.</summary>
public sealed class EngagementRecount(EngagementWriter writer, PortalTimeZone zone)
{
    /// <summary>Counts the days of one person anew, because activities were moved to or from the person.</summary>
    public Task RecountAsync(PortalDbContext context, long personId, DateTime now, CancellationToken cancellationToken) =>
        writer.CountDaysAsync(context, ScoreDays.Of(now, zone.Name), personId - 1, personId, cancellationToken);

    /// <summary>Drops everything counted of a person who is about to be deleted.</summary>
    public async Task ForgetAsync(PortalDbContext context, long personId, CancellationToken cancellationToken)
    {
        await context.ActivityDays.Where(d => d.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        await context.PersonSums.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        await context.PersonScores.Where(s => s.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
    }
}
