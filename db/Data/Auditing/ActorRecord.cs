using BuyingGroups.Domain.Actors;

namespace BuyingGroups.Data.Auditing;

/// <summary>An <see cref="Actor"/> as other tables refer to it: small ids instead of names in millions of rows.</summary>
public sealed class ActorRecord
{
    public const int ReferenceMaxLength = 100;
    public const int NameMaxLength = 255;

    public int Id { get; set; }

    public ActorKind Kind { get; set; }

    /// <summary>Unique; see <see cref="Actor.Reference"/>.</summary>
    public required string Reference { get; set; }

    /// <summary>The name at the time of the latest change made.</summary>
    public required string Name { get; set; }
}
