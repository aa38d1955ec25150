using BuyingGroups.Domain;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>Makes a draft that is a copy of a weighting model: the only way to a new one.</summary>
/// <param name="Id">The model to copy.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record DuplicateWeightingModel(int Id) : ICommand<int>;

/// <summary>Copies it.</summary>
public sealed class DuplicateWeightingModelHandler : ICommandHandler<DuplicateWeightingModel, int>
{
    public async Task<Outcome<int>> HandleAsync(DuplicateWeightingModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var models = context.Database.WeightingModels;
        var original = await models.AsNoTracking().Include(m => m.Bands).Include(m => m.Weights).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (original is null)
            return new NotFound("weighting model", command.Id);
        var taken = await models.Select(m => m.Name).ToListAsync(cancellationToken);
        var copy = new WeightingModel { Name = Naming.OfCopy(original.Name, taken, WeightingModel.NameMaxLength), Description = original.Description, CreatedAt = context.Now };
        foreach (var band in original.Bands)
            copy.Bands.Add(new WeightingBand { Number = band.Number, Name = band.Name, Value = band.Value });
        foreach (var weight in original.Weights)
            copy.Weights.Add(new ActivityWeight { ActivityTypeId = weight.ActivityTypeId, Weight = weight.Weight, BandNumber = weight.BandNumber });
        models.Add(copy);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(WeightingModel), copy.Id, copy.Name, null, new { CopyOf = original.Name });
        return copy.Id;
    }
}
