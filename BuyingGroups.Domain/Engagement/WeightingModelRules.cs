using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Engagement;

/// <summary>A weight is no whole number from 0 to 100.</summary>
/// <param name="What">The activity type or band.</param>
public sealed record WeightOutOfRange(string What) : Refusal("The weight of “{0}” must be from 0 to 100. Nothing was changed; correct it and save again.", What);

/// <summary>Two bands have the same name.</summary>
/// <param name="Band">The name.</param>
public sealed record BandTwice(string Band) : Refusal("There are two bands named “{0}”. Nothing was changed; give one of them another name.", Band);

/// <summary>More bands than a model takes.</summary>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyBands(int Most) : Refusal("A model has at most {0} bands. Nothing was changed; remove some.", Most);

/// <summary>Nothing would count.</summary>
/// <param name="Model">The model's name.</param>
public sealed record NothingWeighs(string Model) : Refusal("In “{0}” every activity has the weight 0, so nobody would have a score. It was not activated; give at least one activity a weight.", Model);

/// <summary>The model is no draft any more.</summary>
/// <param name="Model">Its name.</param>
public sealed record WeightingModelFixed(string Model) : Refusal("“{0}” is no draft, so it does not change. Nothing was changed; duplicate it and edit the copy.", Model);

/// <summary>The rules of weighting models.</summary>
public static class WeightingModelRules
{
    /// <summary>Most bands of a model.</summary>
    public const int MaxBands = 10;

    /// <summary>Largest weight.</summary>
    public const int MaxWeight = 100;

    /// <summary>The bands that a model starts with.</summary>
    public static IReadOnlyList<(string Name, int Value)> DefaultBands { get; } = [("Trivial", 20), ("Minor", 40), ("Normal", 60), ("Important", 80), ("Vital", 100)];

    /// <summary>The weights of the model that every portal starts with (product.md § 6).</summary>
    public static IReadOnlyDictionary<int, int> DefaultWeights { get; } = new Dictionary<int, int>
    {
        [ActivityType.AttendEvent] = 60,
        [ActivityType.EmailClicked] = 30,
        [ActivityType.EmailOpened] = 30,
        [ActivityType.FormFilledOut] = 40,
        [ActivityType.InterestingMoment] = 60,
        [ActivityType.LinkClicks] = 40,
        [ActivityType.PageViews] = 40,
        [ActivityType.RegisterForEvent] = 60,
    };

    /// <summary>What is wrong with a draft; empty when it can be saved.</summary>
    /// <param name="model">The model.</param>
    /// <param name="types">Names of the activity types.</param>
    public static IReadOnlyList<Refusal> Problems(WeightingModel model, IReadOnlyDictionary<int, string> types)
    {
        List<Refusal> problems = [];
        if (Naming.Check(model.Name, WeightingModel.NameMaxLength, model.Description, WeightingModel.DescriptionMaxLength) is { } wrong)
            problems.Add(wrong);
        if (model.Bands.Count > MaxBands)
            problems.Add(new TooManyBands(MaxBands));
        foreach (var band in model.Bands)
        {
            if (Naming.Check(band.Name, WeightingBand.NameMaxLength) is { } unnamed)
                problems.Add(unnamed);
            if (band.Value is < 0 or > MaxWeight)
                problems.Add(new WeightOutOfRange(band.Name));
        }
        problems.AddRange(model.Bands.GroupBy(band => NormalizedText.Of(band.Name), StringComparer.Ordinal).Where(same => same.Key is not null && same.Count() > 1).Select(same => new BandTwice(same.First().Name)));
        problems.AddRange(model.Weights.Where(weight => weight.Weight is < 0 or > MaxWeight).Select(weight => new WeightOutOfRange(types.GetValueOrDefault(weight.ActivityTypeId, "?"))));
        return problems;
    }

    /// <summary>Why a model cannot become active; null when it can.</summary>
    public static Refusal? ToActivate(WeightingModel model)
    {
        if (model.Status != WeightingStatus.Draft)
            return new WeightingModelFixed(model.Name);
        return model.WeightByType().Values.Any(weight => weight > 0) ? null : new NothingWeighs(model.Name);
    }
}
