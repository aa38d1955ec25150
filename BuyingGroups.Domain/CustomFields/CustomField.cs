namespace BuyingGroups.Domain.CustomFields;

/// <summary>What a custom field belongs to.</summary>
public enum CustomFieldTarget
{
    /// <summary>Accounts.</summary>
    Account = 1,

    /// <summary>People.</summary>
    Person = 2,
}

/// <summary>What a custom field holds.</summary>
public enum CustomFieldKind
{
    /// <summary>Text, ≤ 255 characters.</summary>
    Text = 1,

    /// <summary>A number with at most four decimals.</summary>
    Number = 2,

    /// <summary>A calendar date.</summary>
    Date = 3,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>One of a list of texts.</summary>
    Choice = 5,
}

/// <summary>A field an admin declared on accounts or people (product.md § 2); usable in every import, page, condition, audience, split and export.</summary>
public sealed class CustomField : IVersioned
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest text value.</summary>
    public const int TextMaxLength = 255;

    /// <summary>Database id.</summary>
    public int Id { get; set; }

    /// <summary>What it belongs to; fixed.</summary>
    public CustomFieldTarget Target { get; set; }

    /// <summary>What it holds; fixed once created.</summary>
    public CustomFieldKind Kind { get; set; }

    /// <summary>Name, unique per target.</summary>
    public required string Name { get; set { field = value; NormalizedName = NormalizedText.Required(value); } }

    /// <summary><see cref="Name"/>, normalized.</summary>
    public string NormalizedName { get; private set; } = "";

    /// <summary>The allowed texts of a <see cref="CustomFieldKind.Choice"/>, in order; empty otherwise.</summary>
    public IReadOnlyList<string> Choices { get; set; } = [];

    /// <inheritdoc />
    public DateTime UpdatedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; } = 1;
}

/// <summary>The value of a custom field on one record; exactly the member that fits the field's kind is filled.</summary>
public abstract class FieldValue
{
    /// <summary>The field.</summary>
    public int FieldId { get; set; }

    /// <summary>Value of a text or choice field.</summary>
    public string? Text { get; set { field = value; NormalizedTextValue = NormalizedText.Of(value); } }

    /// <summary><see cref="Text"/>, normalized.</summary>
    public string? NormalizedTextValue { get; private set; }

    /// <summary>Value of a number field.</summary>
    public decimal? Number { get; set; }

    /// <summary>Value of a date field.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Value of a boolean field.</summary>
    public bool? Boolean { get; set; }
}
