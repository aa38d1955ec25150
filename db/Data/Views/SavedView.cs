namespace BuyingGroups.Data.Views;

/// <summary>A list's filters, sort and columns under a name: its query string.</summary>
public sealed class SavedView
{
    public int Id { get; set; }

    public int UserId { get; set; }

    /// <summary>The list, such as buying-groups.</summary>
    public required string List { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    /// <summary>True when everybody sees it.</summary>
    public bool IsShared { get; set; }

    public DateTime UpdatedAt { get; set; }
}

/// <summary>Something a user is told, until read.</summary>
public sealed class Notification
{
    public long Id { get; set; }

    public int UserId { get; set; }

    /// <summary>Composite format in English, also the localisation key.</summary>
    public required string Text { get; set; }

    /// <summary>JSON array of the text's arguments.</summary>
    public string Arguments { get; set; } = "[]";

    /// <summary>The page it is about.</summary>
    public string? Link { get; set; }

    /// <summary>ok, warn, bad or info.</summary>
    public string Tone { get; set; } = "info";

    public DateTime At { get; set; }

    public DateTime? ReadAt { get; set; }
}

/// <summary>A setting of the portal that an admin may change.</summary>
public sealed class Setting
{
    public required string Key { get; set; }

    public required string Value { get; set; }
}
