namespace BuyingGroups.Portal.Features.Demo;

/// <summary>How much demo data, and which. The same size and seed make the same bytes.</summary>
/// <param name="Accounts">Accounts that can be imported.</param>
/// <param name="People">People that can be imported, duplicates included.</param>
/// <param name="Seed">Chooses the world.</param>
/// <param name="Faults">True to weave in rows that an import must reject; they come on top of the counts.</param>
public sealed record DemoSize(int Accounts, int People, ulong Seed = 20260117, bool Faults = true)
{
    /// <summary>What the command <c>demo</c> loads.</summary>
    public static DemoSize Default { get; } = new(600, 25_200);

    /// <summary>The size that the goals of the benchmarks are stated for.</summary>
    public static DemoSize Full { get; } = new(100_000, 1_000_000, Faults: false);
}
