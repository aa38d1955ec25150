namespace BuyingGroups.Domain.Activities;

/// <summary>Something that somebody at an account did, or a moment of the account itself (product.md § 2). Never changed afterwards.</summary>
public sealed class Activity
{
    /// <summary>Longest source key.</summary>
    public const int SourceKeyMaxLength = 255;

    /// <summary>Database id; grows in the order of recording.</summary>
    public long Id { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>Who did it; null for something of the account itself.</summary>
    public long? PersonId { get; set; }

    /// <summary>What it was; a row of the activity types.</summary>
    public int ActivityTypeId { get; set; }

    /// <summary>When it happened (UTC).</summary>
    public DateTime OccurredAt { get; set; }

    /// <summary>When the portal heard of it (UTC).</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Unique key in the system it came from, so that sending it again does nothing; null when the portal made it itself.</summary>
    public string? SourceKey { get; set; }

    /// <summary>Page, link, email, keyword …</summary>
    public ICollection<ActivityAttribute> Attributes { get; } = [];
}

/// <summary>One thing known of an activity: its page, link, email, keyword, description.</summary>
public sealed class ActivityAttribute
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 50;

    /// <summary>Longest value.</summary>
    public const int ValueMaxLength = 2000;

    /// <summary>Most attributes of one activity.</summary>
    public const int MaxCount = 20;

    /// <summary>Name of the words an interesting moment is told in.</summary>
    public const string Description = "description";

    /// <summary>The activity.</summary>
    public long ActivityId { get; set; }

    /// <summary>Name, normalized; see <see cref="ActivityAttributeName"/>.</summary>
    public required string Name { get; set; }

    /// <summary>The value as sent.</summary>
    public required string Value { get; set { field = value; NormalizedValue = NormalizedText.Of(value); } }

    /// <summary><see cref="Value"/>, normalized.</summary>
    public string? NormalizedValue { get; private set; }
}

/// <summary>A name that attributes of activities have had, so that conditions can offer it. Kept up at intake.</summary>
public sealed class ActivityAttributeName
{
    /// <summary>Most names in the portal: what comes as a name is sometimes a value.</summary>
    public const int MaxCount = 200;

    /// <summary>Names that are there from the start.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["page", "link", "email", "keyword", "form", "event", "subject", ActivityAttribute.Description];

    /// <summary>The name, normalized.</summary>
    public required string Name { get; set; }
}
