namespace BuyingGroups.Domain.Events;

/// <summary>What a <see cref="ChangeEvent"/> tells of. Memberships have a history of their own and are not repeated here.</summary>
public enum ChangeEventKind
{
    /// <summary>A field of an account.</summary>
    AccountData = 1,

    /// <summary>A field of a person.</summary>
    PersonData = 2,

    /// <summary>The stage of a buying group; values are ids of stages.</summary>
    Stage = 3,

    /// <summary>The status of a buying group.</summary>
    Status = 4,

    /// <summary>The completeness of a buying group, in whole percent.</summary>
    Completeness = 5,

    /// <summary>The engagement score of a buying group.</summary>
    Engagement = 6,
}

/// <summary>Something about an account, its people or its buying groups changed: what journeys can listen for (product.md § 9). Only ever added.</summary>
public sealed class ChangeEvent
{
    /// <summary>Longest field key.</summary>
    public const int FieldMaxLength = 100;

    /// <summary>Longest value; longer ones are cut, because the history of the record has them whole.</summary>
    public const int ValueMaxLength = 255;

    /// <summary>Database id; grows with time.</summary>
    public long Id { get; set; }

    /// <summary>What changed.</summary>
    public ChangeEventKind Kind { get; set; }

    /// <summary>The account, at the time.</summary>
    public long AccountId { get; set; }

    /// <summary>The person, for their data.</summary>
    public long? PersonId { get; set; }

    /// <summary>The buying group, for stage, status, completeness and engagement.</summary>
    public long? BuyingGroupId { get; set; }

    /// <summary>The field, such as "jobTitle" or "custom:7"; null where the kind says it all.</summary>
    public string? Field { get; set; }

    /// <summary>The value before, as text; null when there was none.</summary>
    public string? Previous { get; set { field = Cut(value); } }

    /// <summary>The value after.</summary>
    public string? Current { get; set { field = Cut(value); } }

    /// <summary>Who changed it; a row of the actors table.</summary>
    public int ActorId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>A value as an event keeps it: at most 255 characters, never half of a character.</summary>
    public static string? Cut(string? value)
    {
        if (value is null || value.Length <= ValueMaxLength)
            return value;
        return char.IsHighSurrogate(value[ValueMaxLength - 1]) ? value[..(ValueMaxLength - 1)] : value[..ValueMaxLength];
    }
}
