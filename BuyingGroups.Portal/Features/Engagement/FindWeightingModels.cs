using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>Weighting models, the active one first, paged.</summary>
/// <param name="Page">Which page.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record FindWeightingModels(PageRequest Page) : IQuery<PageOf<WeightingModelRow>>;

/// <summary>A weighting model as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">Draft, active or archived.</param>
/// <param name="Used">Activity types that count.</param>
/// <param name="ActivatedAt">When it became active (UTC).</param>
/// <param name="UpdatedAt">When it was saved (UTC).</param>
public sealed record WeightingModelRow(int Id, string Name, string? Description, WeightingStatus Status, int Used, DateTime? ActivatedAt, DateTime UpdatedAt);

/// <summary>Reads them.</summary>
public sealed class FindWeightingModelsHandler : IQueryHandler<FindWeightingModels, PageOf<WeightingModelRow>>
{
    public async Task<Outcome<PageOf<WeightingModelRow>>> HandleAsync(FindWeightingModels query, QueryContext context, CancellationToken cancellationToken)
    {
        var models = context.Database.WeightingModels;
        var total = await models.CountAsync(cancellationToken);
        var page = await models.OrderBy(m => m.Status == WeightingStatus.Active ? 0 : m.Status == WeightingStatus.Draft ? 1 : 2).ThenBy(m => m.NormalizedName)
            .Skip(query.Page.Skip).Take(query.Page.Take).Include(m => m.Bands).Include(m => m.Weights).AsSplitQuery().ToListAsync(cancellationToken);
        return new PageOf<WeightingModelRow>(
            [.. page.Select(m => new WeightingModelRow(m.Id, m.Name, m.Description, m.Status, m.WeightByType().Values.Count(weight => weight > 0), m.ActivatedAt, m.UpdatedAt))], total);
    }
}

/// <summary>How scores stand: the last rescoring that ended, the one under way, what is kept.</summary>
[Requires(Permissions.ConfigurationManage)]
public sealed record GetScoring : IQuery<ScoringState>;

/// <summary>How scores stand.</summary>
/// <param name="TimeZone">The portal's time zone, whose days count.</param>
/// <param name="ScoredAt">When the last rescoring that ended began (UTC); null before the first.</param>
/// <param name="KeepDays">Days of history that are kept.</param>
/// <param name="People">People with a score above 0.</param>
/// <param name="Groups">Groups with a score above 0.</param>
/// <param name="JobId">The last background job, under way or ended; null when none is kept.</param>
/// <param name="JobStatus">How it stands.</param>
public sealed record ScoringState(string TimeZone, DateTime? ScoredAt, int KeepDays, int People, int Groups, long? JobId, JobStatus? JobStatus)
{
    /// <summary>True while a rescoring waits or runs.</summary>
    public bool IsUnderWay => JobStatus is Data.Jobs.JobStatus.Queued or Data.Jobs.JobStatus.Running;
}

/// <summary>Reads it.</summary>
public sealed class GetScoringHandler(PortalTimeZone zone) : IQueryHandler<GetScoring, ScoringState>
{
    public async Task<Outcome<ScoringState>> HandleAsync(GetScoring query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var state = await EngagementState.ReadAsync(database, cancellationToken);
        var job = await database.Jobs.Where(j => j.Kind == RescoreWork.WorkKind).OrderByDescending(j => j.Id).Select(j => new { j.Id, j.Status }).FirstOrDefaultAsync(cancellationToken);
        return new ScoringState(
            zone.Name, state?.At, await EngagementState.KeepDaysAsync(database, cancellationToken),
            await database.People.CountAsync(p => p.EngagementScore > 0, cancellationToken), await database.BuyingGroups.CountAsync(g => g.EngagementScore > 0, cancellationToken),
            job?.Id, job?.Status);
    }
}
