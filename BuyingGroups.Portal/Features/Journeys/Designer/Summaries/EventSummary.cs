using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Summaries;

/// <summary>An event that is listened for, in words: "Form Filled Out, page contains “pricing”, at most 14 days".</summary>
public static class EventSummary
{
    /// <summary>The event and how long it is listened for.</summary>
    public static string Of(ListenForEventSettings settings, JourneyCatalog catalog, IStringLocalizer texts)
    {
        var what = Of(settings.Event, catalog, texts);
        return settings.Timeout is { } timeout ? texts["{0}, at most {1}", what, Timeout(timeout, texts)] : what;
    }

    /// <summary>The event alone, its most telling constraint included.</summary>
    public static string Of(JourneyEvent what, JourneyCatalog catalog, IStringLocalizer texts)
    {
        var name = what.Kind == JourneyEventKind.Activity
            ? NodeSummary.Name(what.ActivityType, catalog.ActivityType(what.ActivityType)?.Name, texts["Choose an activity type"], texts)
            : texts[Label(what.Kind)].Value;
        return Constraint(what, catalog, texts) is { } constraint ? texts["{0}, {1}", name, constraint] : name;
    }

    /// <summary>A kind of event; English, a localisation key.</summary>
    public static string Label(JourneyEventKind kind) => kind switch
    {
        JourneyEventKind.Activity => "Activity of a person",
        JourneyEventKind.InterestingMoment => "Interesting moment",
        JourneyEventKind.AccountDataChanged => "Account data changed",
        JourneyEventKind.PersonDataChanged => "Person data changed",
        JourneyEventKind.StageChanged => "Stage changed",
        JourneyEventKind.StatusChanged => "Status changed",
        JourneyEventKind.CompletenessChanged => "Completeness changed",
        JourneyEventKind.EngagementChanged => "Engagement changed",
        JourneyEventKind.AssignedToBuyingGroup => "Assigned to buying group",
        _ => "Removed from buying group",
    };

    private static string Timeout(Domain.Journeys.Waiting.WaitRule timeout, IStringLocalizer texts) =>
        timeout is { Date: null, Duration: { } duration } ? WaitSummary.Of(duration, texts) : WaitSummary.Of(timeout, texts);

    private static string? Constraint(JourneyEvent what, JourneyCatalog catalog, IStringLocalizer texts) => what switch
    {
        { Attributes: [var first, ..] } => texts[Comparison(first.Comparison), first.Name, first.Value],
        { Field: { Length: > 0 } field } => OfField(field, what, catalog, texts),
        { Kind: JourneyEventKind.StageChanged, NewValue: { } stage } => texts["to {0}", StageName(stage, what, catalog)],
        { NewValue: { Length: > 0 } value } => texts["to “{0}”", value],
        { AtLeast: { } least, AtMost: { } most } => texts["{0} to {1}", least, most],
        { AtLeast: { } least } => texts["at least {0}", least],
        { AtMost: { } most } => texts["at most {0}", most],
        { Role: { } role } => NodeSummary.Name(role, catalog.Role(role, null)?.Name, "…", texts),
        { SolutionInterest: { } interest } => NodeSummary.Interest(interest, catalog, texts),
        { Person: not null } => texts["of chosen people"],
        _ => null,
    };

    private static string Comparison(ConditionOperator comparison) => comparison switch
    {
        ConditionOperator.Contains => "{0} contains “{1}”",
        ConditionOperator.StartsWith => "{0} starts with “{1}”",
        _ => "{0} is “{1}”",
    };

    private static string OfField(string field, JourneyEvent what, JourneyCatalog catalog, IStringLocalizer texts)
    {
        var scope = what.Kind == JourneyEventKind.AccountDataChanged ? ConditionScope.Account : ConditionScope.Person;
        var name = NodeSummary.Field(field, scope, catalog, texts);
        return what.NewValue is { Length: > 0 } value
            ? texts["{0} becomes {1}", name, NodeSummary.Sentence(catalog, texts).Value(value, catalog.Conditions.Attribute(scope, field))]
            : name;
    }

    private static string StageName(string stage, JourneyEvent what, JourneyCatalog catalog)
    {
        var reference = int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new JourneyReference(id) : new JourneyReference(null, stage);
        return (catalog.Stage(reference, catalog.SolutionInterest(what.SolutionInterest)) ?? catalog.Stage(reference, null))?.Name ?? stage;
    }
}
