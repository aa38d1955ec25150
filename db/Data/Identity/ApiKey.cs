namespace BuyingGroups.Data.Identity;

/// <summary>What a program shows to use the REST API. The secret itself is nowhere: only its hash, and a prefix to find the row by.</summary>
public sealed class ApiKey
{
    public const int NameMaxLength = 100;
    public const int PrefixLength = 12;
    public const int HashLength = 64;

    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The public part, unique: shown in lists, found in logs of others, worth nothing alone.</summary>
    public required string Prefix { get; set; }

    /// <summary>SHA-256 of the secret part, in hexadecimal.</summary>
    public required string SecretHash { get; set; }

    /// <summary>What it may do; a subset of what its maker held.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = [];

    public DateTime CreatedAt { get; set; }

    /// <summary>Who made it, as the audit log has them.</summary>
    public int CreatedByActorId { get; set; }

    /// <summary>The user who made it; null when it was made at the command line. The key stops while that user is disabled, because they have seen the secret.</summary>
    public int? CreatedByUserId { get; set; }

    /// <summary>When it stops by itself; null = never.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public int? RevokedByActorId { get; set; }

    /// <summary>Exact to a minute.</summary>
    public DateTime? LastUsedAt { get; set; }
}
