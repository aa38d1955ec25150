namespace BuyingGroups.Data.Journeys;

/// <summary>Somebody who has a journey open in the designer. Renewed every few seconds; a row that is not renewed is of somebody who has gone.</summary>
public sealed class DesignerPresence
{
    /// <summary>Longest id of an opened designer.</summary>
    public const int IdMaxLength = 40;

    /// <summary>Names one opened designer: one window of one person.</summary>
    public required string Id { get; set; }

    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The user's name.</summary>
    public required string UserName { get; set; }

    /// <summary>When it was last renewed (UTC).</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>When something was last changed from there (UTC); null: only looked at.</summary>
    public DateTime? EditedAt { get; set; }
}
