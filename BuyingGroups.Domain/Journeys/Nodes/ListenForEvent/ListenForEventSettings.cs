using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>Keeps the account until an event comes that occurred since it arrived. With a timeout and a timeout path it goes there when none came; without the path the journey ends for it.</summary>
/// <param name="Event">What is listened for.</param>
/// <param name="Timeout">How long; null: for ever.</param>
public sealed record ListenForEventSettings(JourneyEvent Event, WaitRule? Timeout) : NodeSettings
{
    /// <inheritdoc />
    public override string Kind => "listenForEvent";
}

/// <summary>The events that can be listened for.</summary>
public enum JourneyEventKind
{
    /// <summary>A person's activity of one type.</summary>
    Activity = 1,

    /// <summary>An interesting moment of the account or of its people.</summary>
    InterestingMoment = 2,

    /// <summary>A field of the account changed.</summary>
    AccountDataChanged = 3,

    /// <summary>A field of a person changed.</summary>
    PersonDataChanged = 4,

    /// <summary>The buying group moved to another stage.</summary>
    StageChanged = 5,

    /// <summary>The buying group's status changed.</summary>
    StatusChanged = 6,

    /// <summary>The buying group's completeness changed.</summary>
    CompletenessChanged = 7,

    /// <summary>The buying group's engagement score changed.</summary>
    EngagementChanged = 8,

    /// <summary>A person was assigned to the buying group.</summary>
    AssignedToBuyingGroup = 9,

    /// <summary>A person was removed from the buying group.</summary>
    RemovedFromBuyingGroup = 10,
}

/// <summary>An event and what it must satisfy. Settings that do not belong to the kind are null.</summary>
/// <param name="Kind">Which event.</param>
public sealed record JourneyEvent(JourneyEventKind Kind)
{
    /// <summary>Activity: the type.</summary>
    public JourneyReference? ActivityType { get; init; }

    /// <summary>Activity: attributes that must have a value, all of them.</summary>
    public IReadOnlyList<ActivityConstraint> Attributes { get; init; } = [];

    /// <summary>Data changes: key of the field; null: any.</summary>
    public string? Field { get; init; }

    /// <summary>Data, stage and status changes: the new value (the stage's id as text), compared without case; null or blank: any.</summary>
    public string? NewValue { get; init; }

    /// <summary><see cref="NewValue"/> as the field holds it and events keep it: "yes" of a yes/no field is "true".</summary>
    /// <param name="catalog">Knows the custom fields.</param>
    /// <returns>Null: any.</returns>
    public string? WantedText(ConditionCatalog catalog)
    {
        if (string.IsNullOrWhiteSpace(NewValue))
            return null;
        var target = Kind == JourneyEventKind.AccountDataChanged ? CustomFieldTarget.Account : CustomFieldTarget.Person;
        var isData = Kind is JourneyEventKind.AccountDataChanged or JourneyEventKind.PersonDataChanged;
        return isData && Field is { } field && ProfileNodes.Read(field, target, NewValue, catalog, out var text) is null ? text : NewValue.Trim();
    }

    /// <summary>Group events: whose group; null: any.</summary>
    public JourneyReference? SolutionInterest { get; init; }

    /// <summary>Membership events: in which role; null: any.</summary>
    public JourneyReference? Role { get; init; }

    /// <summary>Score changes: the new score is at least this, 0–100; null: any.</summary>
    public int? AtLeast { get; init; }

    /// <summary>Score changes: the new score is at most this, 0–100; null: any.</summary>
    public int? AtMost { get; init; }

    /// <summary>People events: the person matches; null: anybody.</summary>
    public Condition? Person { get; init; }

    /// <summary>Same kind and constraints.</summary>
    public bool Equals(JourneyEvent? other) =>
        other is not null && Kind == other.Kind && Equals(ActivityType, other.ActivityType) && Attributes.SequenceEqual(other.Attributes)
        && string.Equals(Field, other.Field, StringComparison.Ordinal) && string.Equals(NewValue, other.NewValue, StringComparison.Ordinal)
        && Equals(SolutionInterest, other.SolutionInterest) && Equals(Role, other.Role) && AtLeast == other.AtLeast && AtMost == other.AtMost && Equals(Person, other.Person);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Attributes.Count, Field, NewValue);
}

/// <summary>An attribute of an activity and its value, compared without case.</summary>
/// <param name="Name">The attribute, such as "page" or "form".</param>
/// <param name="Comparison">"is", "contains" or "startsWith" as in conditions.</param>
/// <param name="Value">The value.</param>
public sealed record ActivityConstraint(string Name, ConditionOperator Comparison, string Value);
