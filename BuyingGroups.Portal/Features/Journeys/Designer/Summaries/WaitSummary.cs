using System.Globalization;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Summaries;

/// <summary>A wait in words: "5 days, until Mon–Fri at 09:00".</summary>
public static class WaitSummary
{
    private const int DaysOfWeek = 7;

    /// <summary>So many days in a row read better as a range.</summary>
    private const int ShortestRange = 3;

    /// <summary>The whole rule.</summary>
    public static string Of(WaitRule rule, IStringLocalizer texts)
    {
        var least = rule.Date is { } date ? texts["Until {0}", date.ToString("g", CultureInfo.CurrentCulture)].Value : rule.Duration is { } duration ? Of(duration, texts) : texts["Say how long"].Value;
        if (rule.MustEndOn is not { } must || (must.Days.Count == 0 && must.Time is null))
            return least;
        var end = Of(must, texts);
        return rule is { Date: null, Duration.Amount: 0 } ? texts["Until {0}", end] : texts["{0}, then {1}", least, end];
    }

    /// <summary>A length of time.</summary>
    public static string Of(WaitDuration duration, IStringLocalizer texts) => duration.Unit switch
    {
        WaitUnit.Minutes => texts.Count(duration.Amount, "{0} minute", "{0} minutes"),
        WaitUnit.Hours => texts.Count(duration.Amount, "{0} hour", "{0} hours"),
        WaitUnit.Weeks => texts.Count(duration.Amount, "{0} week", "{0} weeks"),
        WaitUnit.Months => texts.Count(duration.Amount, "{0} month", "{0} months"),
        _ => texts.Count(duration.Amount, "{0} day", "{0} days"),
    };

    /// <summary>Weekdays and time of day.</summary>
    public static string Of(MustEndOn must, IStringLocalizer texts)
    {
        var time = must.Time?.ToString("t", CultureInfo.CurrentCulture);
        return (must.Days.Count, time) switch
        {
            (0, { } at) => texts["at {0}", at],
            (_, { } at) => texts["{0} at {1}", Days(must.Days), at],
            _ => Days(must.Days),
        };
    }

    /// <summary>Weekdays in the order of the user's week: "Mon–Fri", "Tue, Thu".</summary>
    public static string Days(IReadOnlyCollection<DayOfWeek> days)
    {
        var week = Week().ToList();
        var pieces = new List<string>();
        for (var index = 0; index < DaysOfWeek; index++)
        {
            if (!days.Contains(week[index]))
                continue;
            var first = index;
            while (index + 1 < DaysOfWeek && days.Contains(week[index + 1]))
                index++;
            if (index - first + 1 >= ShortestRange)
                pieces.Add($"{Short(week[first])}–{Short(week[index])}");
            else
                pieces.AddRange(week[first..(index + 1)].Select(Short));
        }
        return string.Join(", ", pieces);
    }

    /// <summary>The days of a week as it starts where the user lives.</summary>
    public static IEnumerable<DayOfWeek> Week()
    {
        var first = (int)CultureInfo.CurrentCulture.DateTimeFormat.FirstDayOfWeek;
        return Enumerable.Range(0, DaysOfWeek).Select(day => (DayOfWeek)((first + day) % DaysOfWeek));
    }

    /// <summary>A weekday's short name.</summary>
    public static string Short(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(day);
}
