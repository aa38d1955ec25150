using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys.Validation;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class ListenForEventNode
{
    private const int LargestScore = 100;

    private static readonly ConditionOperator[] Comparisons = [ConditionOperator.Is, ConditionOperator.Contains, ConditionOperator.StartsWith];

    public static NodeKind Kind { get; } = new NodeKind<ListenForEventSettings>
    {
        Key = "listenForEvent",
        Label = "Listen for an event",
        Help = "Keeps the account until something happens, or until it takes too long.",
        Section = NodeSection.Waiting,
        Shape = new(HasNext: true, MayHaveTimeout: true),
        New = () => new(new JourneyEvent(JourneyEventKind.Activity), null),
        Rules = Check,
        References = (settings, map) => settings with { Event = Map(settings.Event, map) },
    };

    private static void Check(ListenForEventSettings settings, NodeCheck check)
    {
        if (settings.Timeout is { } timeout)
            check.Wait(timeout);
        else if (check.Node.Paths.FirstOrDefault(path => path.Kind == PathKind.Timeout) is { } path)
            check.Add(new TimeoutMissing(), path);
        var (what, kind) = (settings.Event, settings.Event.Kind);
        if (!Enum.IsDefined(kind))
        {
            check.Add(new EventUnknown());
            return;
        }
        foreach (var stray in Strays(what))
            check.Add(new EventSettingStray(stray));
        CheckActivity(what, check);
        CheckField(what, check);
        var interest = what.SolutionInterest is { } reference ? check.SolutionInterest(reference) : null;
        if (what.Role is { } role && (interest is not null || what.SolutionInterest is null))
            check.Role(role, interest);
        if (kind == JourneyEventKind.StageChanged && what.NewValue is { } stage && (interest is not null || what.SolutionInterest is null))
            check.Stage(JourneyCatalog.Reference(stage), interest);
        if (what.AtLeast is < 0 or > LargestScore || what.AtMost is < 0 or > LargestScore || what.AtLeast > what.AtMost)
            check.Add(new ScoreRangeWrong());
        if (what.Person is { } person)
            check.Condition(person, ConditionScope.Person);
    }

    private static void CheckActivity(JourneyEvent what, NodeCheck check)
    {
        if (what.Kind == JourneyEventKind.Activity)
            check.Found(check.Catalog.ActivityType(what.ActivityType), what.ActivityType, "activity type");
        if (what.Attributes.Count > JourneyLimits.ActivityConstraints)
            check.Add(new TooManyConstraints(JourneyLimits.ActivityConstraints));
        foreach (var constraint in what.Attributes.Take(JourneyLimits.ActivityConstraints))
        {
            check.Text("The name of the attribute", constraint.Name, JourneyLimits.ActivityTextMaxLength);
            check.Text("The value of the attribute", constraint.Value, JourneyLimits.ActivityTextMaxLength);
            if (!Comparisons.Contains(constraint.Comparison))
                check.Add(new ComparisonWrong(constraint.Name));
        }
    }

    private static void CheckField(JourneyEvent what, NodeCheck check)
    {
        var target = what.Kind == JourneyEventKind.AccountDataChanged ? CustomFieldTarget.Account : CustomFieldTarget.Person;
        var isData = what.Kind is JourneyEventKind.AccountDataChanged or JourneyEventKind.PersonDataChanged;
        if (isData && what.Field is { } field && !ProfileNodes.Exists(field, target, check))
            check.Add(new FieldUnknown(field));
        else if (isData && what.Field is { } known && !string.IsNullOrWhiteSpace(what.NewValue) && ProfileNodes.Read(known, target, what.NewValue, check.Catalog.Conditions, out _) is { } refusal)
            check.Add(refusal);
        if (isData && what.Field is null && what.NewValue is not null)
            check.Add(new ValueWithoutField());
        if (what.NewValue is { } value && what.Kind != JourneyEventKind.StageChanged)
            check.Text("The new value", value, JourneyLimits.ActivityTextMaxLength, isRequired: false);
    }

    /// <summary>Settings that are there and do not belong to the kind of event.</summary>
    private static IEnumerable<string> Strays(JourneyEvent what)
    {
        var isGroup = what.Kind >= JourneyEventKind.StageChanged;
        var isMembership = what.Kind >= JourneyEventKind.AssignedToBuyingGroup;
        var isScore = what.Kind is JourneyEventKind.CompletenessChanged or JourneyEventKind.EngagementChanged;
        var isData = what.Kind is JourneyEventKind.AccountDataChanged or JourneyEventKind.PersonDataChanged;
        var isOfPeople = isMembership || what.Kind is JourneyEventKind.Activity or JourneyEventKind.InterestingMoment or JourneyEventKind.PersonDataChanged;
        (bool IsThere, bool Belongs, string Name)[] settings =
        [
            (what.ActivityType is not null, what.Kind == JourneyEventKind.Activity, "activityType"),
            (what.Attributes.Count > 0, what.Kind == JourneyEventKind.Activity, "attributes"),
            (what.Field is not null, isData, "field"),
            (what.NewValue is not null, isData || what.Kind is JourneyEventKind.StageChanged or JourneyEventKind.StatusChanged, "newValue"),
            (what.SolutionInterest is not null, isGroup, "solutionInterest"),
            (what.Role is not null, isMembership, "role"),
            (what.AtLeast is not null, isScore, "atLeast"),
            (what.AtMost is not null, isScore, "atMost"),
            (what.Person is not null, isOfPeople, "person"),
        ];
        return settings.Where(setting => setting.IsThere && !setting.Belongs).Select(setting => setting.Name);
    }

    private static JourneyEvent Map(JourneyEvent what, ReferenceMap map)
    {
        var stage = what.Kind == JourneyEventKind.StageChanged && what.NewValue is { } value ? map(ReferenceKind.Stage, JourneyCatalog.Reference(value), what.SolutionInterest) : null;
        return what with
        {
            ActivityType = what.ActivityType is null ? null : map(ReferenceKind.ActivityType, what.ActivityType),
            SolutionInterest = what.SolutionInterest is null ? null : map(ReferenceKind.SolutionInterest, what.SolutionInterest),
            Role = what.Role is null ? null : map(ReferenceKind.Role, what.Role, what.SolutionInterest),
            NewValue = stage is null ? what.NewValue : stage.Id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? stage.Name,
        };
    }
}
