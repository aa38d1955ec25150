using System.Globalization;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Details;

/// <summary>Lengths of time in journeys, in words.</summary>
internal static class JourneyTime
{
    /// <summary>"35 min", "5.2 h", "6.4 days".</summary>
    public static string Of(TimeSpan time, IStringLocalizer<Text> texts) => time switch
    {
        { TotalMinutes: < 1 } => texts["under a minute"],
        { TotalHours: < 1 } => texts["{0} min", Math.Round(time.TotalMinutes).ToString("N0", CultureInfo.CurrentCulture)],
        { TotalDays: < 1 } => texts["{0} h", time.TotalHours.ToString("0.#", CultureInfo.CurrentCulture)],
        _ => texts["{0} days", time.TotalDays.ToString("0.#", CultureInfo.CurrentCulture)],
    };

    /// <summary>The bands of <see cref="Domain.Journeys.JourneyDuration.Bands"/>.</summary>
    public static string Band(int band, IStringLocalizer<Text> texts) => band switch
    {
        0 => texts["Under an hour"],
        1 => texts["1 to 24 hours"],
        2 => texts["1 to 3 days"],
        3 => texts["3 to 7 days"],
        4 => texts["7 to 14 days"],
        5 => texts["14 to 30 days"],
        6 => texts["30 to 90 days"],
        _ => texts["Longer than 90 days"],
    };
}
