using BuyingGroups.Domain;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>Saves a draft.</summary>
/// <param name="Id">The model.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Name">Unique name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Bands">The named weights, in order; their places in this list are their numbers, from 1.</param>
/// <param name="Weights">A weight for each type that counts.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record SaveWeightingModel(int Id, int Version, string Name, string? Description, IReadOnlyList<BandInput> Bands, IReadOnlyList<WeightInput> Weights) : ICommand<Done>;

/// <summary>A named weight.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">0–100.</param>
public sealed record BandInput(string Name, int Value);

/// <summary>The weight of an activity type.</summary>
/// <param name="ActivityTypeId">The type.</param>
/// <param name="Band">The number of the band it is on; null for a weight of its own.</param>
/// <param name="Weight">0–100; what counts when it is on no band.</param>
public sealed record WeightInput(int ActivityTypeId, int? Band, int Weight);

/// <summary>Saves it.</summary>
public sealed class SaveWeightingModelHandler : ICommandHandler<SaveWeightingModel, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SaveWeightingModel command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var model = await database.WeightingModels.Include(m => m.Bands).Include(m => m.Weights).AsSplitQuery().FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (model is null)
            return new NotFound("weighting model", command.Id);
        if (model.Status != WeightingStatus.Draft)
            return new WeightingModelFixed(model.Name);
        if (model.Version != command.Version)
            return new ChangedByOthers("weighting model");
        var types = await database.ActivityTypes.ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken);
        if (command.Weights.FirstOrDefault(weight => !types.ContainsKey(weight.ActivityTypeId)) is { } unknown)
            return new NotFound("activity type", unknown.ActivityTypeId);
        var before = Picture(model, types);
        Fill(model, command);
        if (WeightingModelRules.Problems(model, types) is { Count: > 0 } problems)
            return Outcome<Done>.Refused(problems);
        var normalized = NormalizedText.Required(command.Name);
        if (await database.WeightingModels.AnyAsync(m => m.NormalizedName == normalized && m.Id != model.Id, cancellationToken))
            return new NameTaken("weighting model", command.Name.Trim());
        // A change of weights alone is a change of the model too.
        database.Entry(model).Property(m => m.UpdatedAt).IsModified = true;
        context.Audit(nameof(WeightingModel), model.Id, model.Name, before, Picture(model, types));
        return Done.Instance;
    }

    private static void Fill(WeightingModel model, SaveWeightingModel command)
    {
        (model.Name, model.Description) = (command.Name?.Trim() ?? "", Naming.Kept(command.Description));
        foreach (var (band, index) in command.Bands.Select((band, index) => (band, index)))
        {
            if (model.Bands.FirstOrDefault(one => one.Number == index + 1) is { } there)
                (there.Name, there.Value) = (band.Name?.Trim() ?? "", band.Value);
            else
                model.Bands.Add(new WeightingBand { Number = index + 1, Name = band.Name?.Trim() ?? "", Value = band.Value });
        }
        foreach (var gone in model.Bands.Where(band => band.Number > command.Bands.Count).ToList())
            model.Bands.Remove(gone);
        var asked = command.Weights.DistinctBy(weight => weight.ActivityTypeId).ToDictionary(weight => weight.ActivityTypeId);
        foreach (var gone in model.Weights.Where(weight => !asked.ContainsKey(weight.ActivityTypeId)).ToList())
            model.Weights.Remove(gone);
        foreach (var weight in asked.Values)
        {
            if (model.Weights.FirstOrDefault(one => one.ActivityTypeId == weight.ActivityTypeId) is not { } there)
                model.Weights.Add(there = new ActivityWeight { ActivityTypeId = weight.ActivityTypeId });
            // A band that is gone leaves its types with the weight they had.
            (there.Weight, there.BandNumber) = (weight.Weight, weight.Band is { } band && band >= 1 && band <= command.Bands.Count ? band : null);
        }
    }

    private static object Picture(WeightingModel model, Dictionary<int, string> types) => new
    {
        model.Name,
        model.Description,
        Bands = model.Bands.OrderBy(band => band.Number).Select(band => new { band.Name, band.Value }).ToList(),
        Weights = model.WeightByType().OrderBy(weight => weight.Key).Select(weight => new { Type = types.GetValueOrDefault(weight.Key, ""), Weight = weight.Value }).ToList(),
    };
}
