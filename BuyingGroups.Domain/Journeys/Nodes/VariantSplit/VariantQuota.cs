namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>
/// The order in which a variant split of accounts serves its paths: a hundred slots, then again from the start. After any number of accounts no path
/// is off its quota by one account or more. Each account goes to a path below its quota; among those to the one that would be the first to fall one
/// whole account behind (the schedule known as "earliest deadline first", for which that bound is proven; taking simply the one furthest
/// behind can miss it when there are many paths).
/// </summary>
public static class VariantQuota
{
    /// <summary>Slots until the order repeats.</summary>
    public const int SlotCount = 100;

    /// <summary>For each of a hundred slots the path it goes to, from 1.</summary>
    /// <param name="percentages">Whole percentages that sum to 100.</param>
    public static IReadOnlyList<int> Slots(IReadOnlyList<int> percentages)
    {
        if (percentages.Sum() != SlotCount || percentages.Any(percent => percent < 1))
            throw new ArgumentException("Percentages must be whole, at least 1, and sum to 100.", nameof(percentages));
        var served = new int[percentages.Count];
        var slots = new int[SlotCount];
        for (var slot = 0; slot < SlotCount; slot++)
        {
            var chosen = -1;
            for (var path = 0; path < percentages.Count; path++)
            {
                if (served[path] * SlotCount / percentages[path] <= slot && (chosen < 0 || Deadline(path) < Deadline(chosen)))
                    chosen = path;
            }
            slots[slot] = chosen + 1;
            served[chosen]++;
        }
        return slots;

        int Deadline(int path) => (((served[path] + 1) * SlotCount) + percentages[path] - 1) / percentages[path];
    }

    /// <summary>The slots as one letter each, A for the first path, as the engine's statement takes them.</summary>
    public static string Letters(IReadOnlyList<int> percentages) => string.Concat(Slots(percentages).Select(path => (char)('A' + path - 1)));
}
