namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>
/// Divides by percentage. Accounts: by quota, each to the path furthest below its own. People: within an account floor(p % × n) per path, the last
/// path takes the rest, a single person goes to the first; closes by its own <see cref="PeopleMergeSettings"/>.
/// </summary>
/// <param name="Subject">Accounts or people.</param>
public sealed record VariantSplitSettings(SplitSubject Subject) : NodeSettings
{
    /// <summary>Fewest paths.</summary>
    public const int FewestPaths = 2;

    /// <summary>Most paths.</summary>
    public const int MostPaths = 20;

    /// <inheritdoc />
    public override string Kind => "variantSplit";
}
