using BuyingGroups.Portal.Features.Demo.Words;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Job titles as exports have them: in the local language or in English, in capitals, abbreviated, with stray spaces, or not at all.</summary>
internal static class JobTitles
{
    /// <summary>Of a thousand people, in the order of <see cref="Level"/>; few decide, many work.</summary>
    static readonly int[] Shares = [9, 26, 34, 85, 195, 32, 460, 159];

    /// <summary>In the order of the functions of <see cref="Language"/>.</summary>
    static readonly int[] Functions = [16, 10, 9, 14, 10, 8, 12, 7, 16, 8];

    public static string? Any(DemoRandom random, Language local, bool woman)
    {
        if (random.Chance(55))
            return null;
        var language = random.Chance(220) ? Languages.English : local;
        var title = language.Title(random, (Level)random.Weighted(Shares), random.Weighted(Functions), woman);
        return random.Below(60) switch
        {
            0 => title.ToUpperInvariant(),
            1 => title.ToLowerInvariant(),
            2 => title + " ",
            3 => title.Replace(" ", "  ", StringComparison.Ordinal),
            _ => title,
        };
    }
}
