namespace BuyingGroups.Domain.Opportunities;

/// <summary>A possible sale to an account (product.md § 2).</summary>
public sealed class Opportunity
{
    /// <summary>Longest name and stage.</summary>
    public const int TextMaxLength = 255;

    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>Unique key in the source system.</summary>
    public required string SourceKey { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>The source system's stage, such as "Negotiation"; not a buying group stage.</summary>
    public string? Stage { get; set; }

    /// <summary>Amount in the portal's currency.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Expected close.</summary>
    public DateOnly? ExpectedClose { get; set; }

    /// <summary>True when closed, won or lost.</summary>
    public bool IsClosed { get; set; }

    /// <summary>True when closed and won.</summary>
    public bool IsWon { get; set; }
}
