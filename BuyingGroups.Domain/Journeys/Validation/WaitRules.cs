using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>What a wait or a timeout must be.</summary>
internal static class WaitRules
{
    public static IEnumerable<(Refusal Refusal, ProblemSeverity Severity)> Of(WaitRule rule, DateTime now)
    {
        if (!WaitCalendar.IsTimeZone(rule.TimeZone))
        {
            yield return (new TimeZoneUnknown(rule.TimeZone), ProblemSeverity.Error);
            yield break;
        }
        if (rule.Duration is null == rule.Date is null)
            yield return (new DurationOrDate(), ProblemSeverity.Error);
        else if (rule.Duration is { } duration && OfDuration(duration, mayBeNone: rule.MustEndOn is not null) is { } wrong)
            yield return (wrong, ProblemSeverity.Error);
        else if (rule.Date is { } date && date > now.AddDays(JourneyLimits.LongestWaitInDays))
            yield return (new WaitTooLong(JourneySettings.LongestYears), ProblemSeverity.Error);
        else if (rule.Date is not null && WaitCalendar.EndOf(rule with { MustEndOn = null }, DateTime.MinValue) < now)
            yield return (new DateInThePast(), ProblemSeverity.Warning);
        if (rule.MustEndOn is { } must && ((must.Days.Count == 0 && must.Time is null) || must.Days.Distinct().Count() != must.Days.Count || !must.Days.All(Enum.IsDefined)))
            yield return (new MustEndOnWrong(), ProblemSeverity.Error);
    }

    public static Refusal? OfDuration(WaitDuration duration, bool mayBeNone)
    {
        if (!Enum.IsDefined(duration.Unit) || duration.Amount < (mayBeNone ? 0 : 1))
            return new DurationTooShort();
        var days = duration.Amount * (duration.Unit switch
        {
            WaitUnit.Minutes => 1d / (24 * 60),
            WaitUnit.Hours => 1d / 24,
            WaitUnit.Weeks => 7,
            WaitUnit.Months => 30.5,
            _ => 1,
        });
        return days > JourneyLimits.LongestWaitInDays ? new WaitTooLong(JourneySettings.LongestYears) : null;
    }
}
