using System.Globalization;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Fields;
using BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;
using BuyingGroups.Portal.Features.Journeys.Designer.Settings;
using BuyingGroups.Portal.Features.Journeys.Designer.Summaries;
using BuyingGroups.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Wait;

/// <summary>How long something waits: a time or a date, and the weekdays and time of day it must end on; says when an account that comes now would leave.</summary>
public sealed partial class WaitRuleEditor : ComponentBase
{
    private const string Lasting = "duration";
    private const string Dated = "date";
    private const string LocalForm = "yyyy-MM-ddTHH:mm";
    private const string TimeForm = "HH:mm";
    private const string Utc = "UTC";
    private const int MostZones = 50;

    [Parameter, EditorRequired] public WaitRule Rule { get; set; } = null!;

    /// <summary>Makes a change of the rule as it is at that moment.</summary>
    [Parameter, EditorRequired] public Func<Func<WaitRule, WaitRule>, Outcome<JourneyEdit>> Change { get; set; } = null!;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>It says when listening stops, not when an account leaves.</summary>
    [Parameter] public bool IsTimeout { get; set; }

    [CascadingParameter] public PaneEditing Pane { get; set; } = null!;

    [CascadingParameter] private CurrentUser User { get; set; } = CurrentUser.Nobody;

    private IReadOnlyList<DayOfWeek> Days => Rule.MustEndOn?.Days ?? [];

    private IReadOnlyList<ChoiceOption> Units =>
    [
        new(nameof(WaitUnit.Minutes), T["minutes"]), new(nameof(WaitUnit.Hours), T["hours"]), new(nameof(WaitUnit.Days), T["days"]),
        new(nameof(WaitUnit.Weeks), T["weeks"]), new(nameof(WaitUnit.Months), T["months"]),
    ];

    private string? Preview
    {
        get
        {
            if (Pane.ProblemsAt(PaneField.Wait).Count > 0 || !WaitCalendar.IsTimeZone(Rule.TimeZone))
                return null;
            var leaves = WaitCalendar.EndOf(Rule, Pane.Session.Catalog.Conditions.Now);
            if (leaves == WaitCalendar.Never || !TimeZoneInfo.TryFindSystemTimeZoneById(Rule.TimeZone, out var zone))
                return null;
            var there = TimeZoneInfo.ConvertTimeFromUtc(leaves, zone);
            var when = T["{0} {1}", WaitSummary.Short(there.DayOfWeek), there.ToString("g", CultureInfo.CurrentCulture)];
            return IsTimeout ? T["For an account that comes now it ends on {0}.", when] : T["An account that comes now leaves on {0}.", when];
        }
    }

    private void Mode(string mode) => Change(rule => string.Equals(mode, Dated, StringComparison.Ordinal)
        ? AtHome(rule) with { Duration = null, Date = rule.Date ?? UserTime.Local(Pane.Session.Catalog.Conditions.Now, User)!.Value.Date.AddDays(1).AddHours(9) }
        : rule with { Duration = rule.Duration ?? new WaitDuration(1, WaitUnit.Days), Date = null });

    private Outcome<JourneyEdit> Date(string text) => Change(rule =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? rule with { Date = date, Duration = null } : rule);

    private Outcome<JourneyEdit> Amount(string text) => Change(rule => rule with
    {
        Duration = new WaitDuration(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0, rule.Duration?.Unit ?? WaitUnit.Days),
    });

    private void Unit(string unit) => Change(rule => rule with { Duration = new WaitDuration(rule.Duration?.Amount ?? 1, Enum.Parse<WaitUnit>(unit)) });

    private void Toggle(DayOfWeek day) => Change(rule =>
    {
        var days = rule.MustEndOn?.Days ?? [];
        return Ending(rule, days.Contains(day) ? [.. days.Where(other => other != day)] : [.. WaitSummary.Week().Where(other => other == day || days.Contains(other))], rule.MustEndOn?.Time);
    });

    private Outcome<JourneyEdit> Time(string text) => Change(rule =>
        Ending(rule, rule.MustEndOn?.Days ?? [], TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null));

    private void Zone(PickerOption? zone) => Change(rule => zone is null ? rule : rule with { TimeZone = zone.Key });

    private static Task<IReadOnlyList<PickerOption>> ZonesAsync(string part, CancellationToken cancellationToken)
    {
        var wanted = part.Replace(' ', '_');
        return Task.FromResult<IReadOnlyList<PickerOption>>([.. WaitCalendar.TimeZones.Where(zone => zone.Contains(wanted, StringComparison.OrdinalIgnoreCase)).Take(MostZones).Select(zone => new PickerOption(zone, zone))]);
    }

    private WaitRule Ending(WaitRule rule, IReadOnlyList<DayOfWeek> days, TimeOnly? time) =>
        AtHome(rule) with { MustEndOn = days.Count == 0 && time is null ? null : new MustEndOn(days, time) };

    /// <summary>A rule that begins to name days and times means those of the user, not of Greenwich.</summary>
    private WaitRule AtHome(WaitRule rule) =>
        rule is { MustEndOn: null, Date: null, TimeZone: Utc } && WaitCalendar.IsTimeZone(User.TimeZone.Id) ? rule with { TimeZone = User.TimeZone.Id } : rule;
}
