namespace BuyingGroups.Portal.Features.Demo;

/// <summary>
/// A small random generator (SplitMix64) whose numbers are ours: <see cref="Random"/> may change between versions of .NET, and the demo
/// must be the same bytes for the same seed for good.
/// </summary>
public sealed class DemoRandom
{
    ulong state;

    /// <summary>A stream of its own for <paramref name="stream"/>, so that one record does not depend on how many came before.</summary>
    public DemoRandom(ulong seed, long stream = 0)
    {
        state = seed ^ (unchecked((ulong)stream) * 0xD1B54A32D192ED03UL);
        Next();
    }

    ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        var z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    /// <summary>0 ≤ result &lt; <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

    /// <summary>True in <paramref name="perMille"/> of a thousand cases.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    /// <summary>0 ≤ result &lt; 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An index, each as likely as its weight.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
            total += weight;
        var left = Below(total);
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }
        return weights.Length - 1;
    }

    /// <summary><paramref name="pattern"/> with each # replaced by a digit.</summary>
    public string Digits(string pattern) => string.Create(pattern.Length, (pattern, this), static (text, state) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = state.pattern[i] == '#' ? (char)('0' + state.Item2.Below(10)) : state.pattern[i];
    });
}
