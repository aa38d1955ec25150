using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>Makes a draft the active model, archives the one before, and queues a rescoring.</summary>
/// <param name="Id">The model.</param>
/// <param name="Version">The version that was read.</param>
/// <returns>The background job that rescores.</returns>
[Requires(Permissions.ConfigurationManage)]
public sealed record ActivateWeightingModel(int Id, int Version) : ICommand<long>;

/// <summary>Scores everybody now, in the background.</summary>
/// <returns>The background job to follow.</returns>
[Requires(Permissions.ConfigurationManage)]
public sealed record RescoreNow : ICommand<long>;

/// <summary>Does both.</summary>
public sealed class ActivateWeightingModelHandler : ICommandHandler<ActivateWeightingModel, long>, ICommandHandler<RescoreNow, long>
{
    public async Task<Outcome<long>> HandleAsync(ActivateWeightingModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var models = context.Database.WeightingModels;
        var model = await models.Include(m => m.Bands).Include(m => m.Weights).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (model is null)
            return new NotFound("weighting model", command.Id);
        if (WeightingModelRules.ToActivate(model) is { } refused)
            return refused;
        if (model.Version != command.Version)
            return new ChangedByOthers("weighting model");
        var before = await models.SingleAsync(m => m.Status == WeightingStatus.Active, cancellationToken);
        before.Status = WeightingStatus.Archived;
        // Two statements in this order: the database lets only one be active at a time.
        await context.Database.SaveChangesAsync(cancellationToken);
        (model.Status, model.ActivatedAt) = (WeightingStatus.Active, context.Now);
        var job = context.Enqueue(RescoreWork.ToJob());
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(WeightingModel), model.Id, model.Name, new { Active = before.Name }, new { Active = model.Name });
        return job.Id;
    }

    public async Task<Outcome<long>> HandleAsync(RescoreNow command, CommandContext context, CancellationToken cancellationToken)
    {
        var job = context.Enqueue(RescoreWork.ToJob());
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(BackgroundJob), job.Id, JobTitle.Of(job));
        return job.Id;
    }
}
