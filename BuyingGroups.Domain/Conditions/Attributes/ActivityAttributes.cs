using BuyingGroups.Domain.Activities;
using Make = BuyingGroups.Domain.Conditions.Attributes.AttributeFactory<BuyingGroups.Domain.Activities.Activity>;

namespace BuyingGroups.Domain.Conditions.Attributes;

/// <summary>What <i>activity history</i> can demand of an activity (product.md § 3): its type, when it was (the look-back window), what is known of it.</summary>
internal static class ActivityAttributes
{
    private const string Section = "Activity";

    public static IEnumerable<ConditionAttribute<Activity>> Of(ConditionCatalog catalog) =>
    [
        Make.Reference(Section, "type", "Type of activity", activity => activity.ActivityTypeId, catalog.ActivityTypes),
        Make.Date(Section, "occurredAt", "Time of activity", activity => activity.OccurredAt),
        .. catalog.ActivityAttributeNames.Select(Known),
    ];

    /// <summary>Values are not suggested: they would have to be looked for among those of all activities.</summary>
    private static RowsAttribute<Activity, ActivityAttribute, string?> Known(string name) => new(activity => activity.Attributes, row => row.Name == name, row => row.NormalizedValue)
    {
        Section = "Known of the activity",
        Key = ConditionCatalog.ActivityAttributeKey(name),
        Label = name,
        LabelIsName = true,
        Kind = AttributeKind.Text,
    };
}
