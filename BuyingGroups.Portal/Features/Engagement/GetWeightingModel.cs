using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>One weighting model with its bands, and a weight for every activity type there is.</summary>
/// <param name="Id">The model.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record GetWeightingModel(int Id) : IQuery<WeightingModelDetails>;

/// <summary>A weighting model.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Status">Draft, active or archived.</param>
/// <param name="Version">Counts saves.</param>
/// <param name="ActivatedAt">When it became active (UTC).</param>
/// <param name="Bands">The named weights, in order.</param>
/// <param name="Weights">One per activity type: built-in ones first, then by name.</param>
public sealed record WeightingModelDetails(
    int Id, string Name, string? Description, WeightingStatus Status, int Version, DateTime? ActivatedAt, IReadOnlyList<BandDetails> Bands, IReadOnlyList<WeightDetails> Weights);

/// <summary>A named weight.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The weight.</param>
public sealed record BandDetails(int Number, string Name, int Value);

/// <summary>The weight of an activity type.</summary>
/// <param name="ActivityTypeId">The type.</param>
/// <param name="Type">Its name.</param>
/// <param name="IsBuiltIn">True for a type that every portal has.</param>
/// <param name="Band">The band it is on; null for a weight of its own.</param>
/// <param name="Weight">What counts.</param>
public sealed record WeightDetails(int ActivityTypeId, string Type, bool IsBuiltIn, int? Band, int Weight);

/// <summary>Reads it.</summary>
public sealed class GetWeightingModelHandler : IQueryHandler<GetWeightingModel, WeightingModelDetails>
{
    public async Task<Outcome<WeightingModelDetails>> HandleAsync(GetWeightingModel query, QueryContext context, CancellationToken cancellationToken)
    {
        var model = await context.Database.WeightingModels.Include(m => m.Bands).Include(m => m.Weights).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
        if (model is null)
            return new NotFound("weighting model", query.Id);
        var (weights, given) = (model.WeightByType(), model.Weights.ToDictionary(weight => weight.ActivityTypeId));
        var types = await context.Database.ActivityTypes.OrderByDescending(t => t.IsBuiltIn).ThenBy(t => t.NormalizedName).ToListAsync(cancellationToken);
        return new WeightingModelDetails(
            model.Id, model.Name, model.Description, model.Status, model.Version, model.ActivatedAt,
            [.. model.Bands.OrderBy(band => band.Number).Select(band => new BandDetails(band.Number, band.Name, band.Value))],
            [
                .. types.Where(type => !type.IsRetired || weights.GetValueOrDefault(type.Id) > 0)
                    .Select(type => new WeightDetails(type.Id, type.Name, type.IsBuiltIn, given.GetValueOrDefault(type.Id)?.BandNumber, weights.GetValueOrDefault(type.Id))),
            ]);
    }
}
