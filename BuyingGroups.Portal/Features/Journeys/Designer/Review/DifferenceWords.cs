using BuyingGroups.Domain.Journeys;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Review;

/// <summary>What changed, in words.</summary>
public static class DifferenceWords
{
    /// <summary>What became of a node: "Added", "Changed: name, paths".</summary>
    public static string Of(NodeDifference difference, IStringLocalizer texts) => difference.Fate switch
    {
        NodeFate.Added => texts["Added"],
        NodeFate.Removed => texts["Removed"],
        _ => texts["Changed: {0}", List(AspectsOf(difference.Aspects), texts)],
    };

    /// <summary>What changed in the settings: "start or end, goal".</summary>
    public static string Of(SettingsAspects aspects, IStringLocalizer texts) => texts["Changed: {0}", List(SettingsOf(aspects), texts)];

    private static string List(IEnumerable<string> words, IStringLocalizer texts) => string.Join(", ", words.Select(word => texts[word].Value));

    private static IEnumerable<string> AspectsOf(NodeAspects aspects)
    {
        if (aspects.HasFlag(NodeAspects.Name))
            yield return "name";
        if (aspects.HasFlag(NodeAspects.Settings))
            yield return "properties";
        if (aspects.HasFlag(NodeAspects.Paths))
            yield return "paths";
        if (aspects.HasFlag(NodeAspects.Course))
            yield return "what follows";
    }

    private static IEnumerable<string> SettingsOf(SettingsAspects aspects)
    {
        if (aspects.HasFlag(SettingsAspects.Schedule))
            yield return "start or end";
        if (aspects.HasFlag(SettingsAspects.ReEntry))
            yield return "re-entry";
        if (aspects.HasFlag(SettingsAspects.Goal))
            yield return "goal";
        if (aspects.HasFlag(SettingsAspects.Exit))
            yield return "exit";
        if (aspects.HasFlag(SettingsAspects.Email))
            yield return "email";
    }
}
