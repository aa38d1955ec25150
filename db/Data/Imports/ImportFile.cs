namespace BuyingGroups.Data.Imports;

public enum ImportKind
{
    Accounts = 1,
    People = 2,
}

public enum ImportStatus
{
    Uploaded = 1,
    Running = 2,
    Finished = 3,
    Cancelled = 4,
    Failed = 5,
}

/// <summary>A file on its way in: what it is, how its columns map, what became of its rows.</summary>
public sealed class ImportFile
{
    public int Id { get; set; }

    public ImportKind Kind { get; set; }

    /// <summary>The name it had with the user.</summary>
    public required string FileName { get; set; }

    /// <summary>Place under Storage:Directory; null once removed.</summary>
    public string? StoredAs { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>JSON: delimiter, encoding, header, mapping.</summary>
    public string Settings { get; set; } = "{}";

    public ImportStatus Status { get; set; } = ImportStatus.Uploaded;

    public long? JobId { get; set; }

    public long RowsRead { get; set; }

    public long Created { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    public long Rejected { get; set; }

    public int ActorId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? FinishedAt { get; set; }
}

/// <summary>A row that did not land, and why. The error file is made of these.</summary>
public sealed class ImportRejection
{
    public int ImportFileId { get; set; }

    /// <summary>Line of the file where the row starts, from 1.</summary>
    public long Line { get; set; }

    /// <summary>Named reason.</summary>
    public required string Reason { get; set; }

    /// <summary>The reason in words.</summary>
    public required string Message { get; set; }

    /// <summary>The row as it stood in the file, at most 8,000 characters.</summary>
    public string? Row { get; set; }
}

/// <summary>A mapping of columns kept under a name for the next file.</summary>
public sealed class ImportMapping
{
    public int Id { get; set; }

    public ImportKind Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>JSON of the mapping.</summary>
    public required string Mapping { get; set; }

    public int ActorId { get; set; }

    public DateTime UpdatedAt { get; set; }
}
