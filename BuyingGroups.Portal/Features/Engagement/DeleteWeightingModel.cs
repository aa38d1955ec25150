using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>Deletes a draft.</summary>
/// <param name="Id">The model.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record DeleteWeightingModel(int Id) : ICommand<Done>;

/// <summary>Sets how long history of scores is kept.</summary>
/// <param name="Days">From 30 to 3650.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record KeepScoreHistory(int Days) : ICommand<Done>;

/// <summary>The number of days is out of range.</summary>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most.</param>
public sealed record KeepDaysOutOfRange(int Least, int Most) : Refusal("History can be kept for {0} to {1} days. Nothing was changed.", Least, Most);

/// <summary>Does both.</summary>
public sealed class DeleteWeightingModelHandler : ICommandHandler<DeleteWeightingModel, Done>, ICommandHandler<KeepScoreHistory, Done>
{
    private const int Least = 30;
    private const int Most = 3650;

    public async Task<Outcome<Done>> HandleAsync(DeleteWeightingModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var model = await context.Database.WeightingModels.FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (model is null)
            return new NotFound("weighting model", command.Id);
        if (model.Status != WeightingStatus.Draft)
            return new WeightingModelFixed(model.Name);
        context.Database.WeightingModels.Remove(model);
        context.Audit(nameof(WeightingModel), model.Id, model.Name, before: new { model.Name });
        return Done.Instance;
    }

    public async Task<Outcome<Done>> HandleAsync(KeepScoreHistory command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.Days is < Least or > Most)
            return new KeepDaysOutOfRange(Least, Most);
        var before = await EngagementState.KeepDaysAsync(context.Database, cancellationToken);
        await EngagementState.SetKeepDaysAsync(context.Database, command.Days, cancellationToken);
        context.Audit("Setting", "engagement", "Days of score history", new { Days = before }, new { command.Days });
        return Done.Instance;
    }
}
