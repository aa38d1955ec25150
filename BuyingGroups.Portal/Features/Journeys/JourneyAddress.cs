using System.Globalization;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>The filters of the list of journeys and how they stand in the address.</summary>
internal static class JourneyAddress
{
    private const string Mine = "mine";
    private const string Still = "problem";

    /// <summary>The filters offered.</summary>
    public static IReadOnlyList<ListFilter> Filters(IStringLocalizer<Text> texts) =>
    [
        new(Mine, texts["My journeys"], "person", ListFilterKind.One) { Options = [new("yes", texts["Made, changed or published by me"])] },
        new(Still, texts["Problems"], "error", ListFilterKind.One) { Options = [new("yes", texts["Stands still"])] },
        new("updated", texts["Updated"], "edit_calendar", ListFilterKind.Date),
        new("published", texts["Published"], "publish", ListFilterKind.Date),
        new("start", texts["Start"], "play_circle", ListFilterKind.Date),
        new("end", texts["End"], "flag", ListFilterKind.Date),
    ];

    /// <summary>What the address says; what is malformed is left out.</summary>
    public static JourneyFilter Read(ListState state) =>
        new(state.Filter(Mine) is not null, state.Filter(Still) is not null, Days(state, "updated"), Days(state, "published"), Days(state, "start"), Days(state, "end"));

    private static DayRange? Days(ListState state, string key)
    {
        var (from, to) = ListFilter.Ends(state.Filter(key));
        return (Day(from), Day(to)) is (null, null) ? null : new DayRange(Day(from), Day(to));
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
