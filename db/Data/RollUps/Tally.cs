using System.Collections.Concurrent;
using System.Reflection;

namespace BuyingGroups.Data.RollUps;

/// <summary>Figures that add up: what a tally counts now, or by how much it changed on one day. A class derived from this declares them as properties, and the tally and its days derive from that.</summary>
public abstract class Figures
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = [];

    /// <summary>The figures of a type, always in the same order, which is that of <see cref="Read"/> too.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type type) => Known.GetOrAdd(type, static type =>
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.BaseType == typeof(Figures) ? type.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance) : [.. Of(type.BaseType!)];
    });

    /// <summary>The figures in a fixed order.</summary>
    public long[] Read() => [.. Of(GetType()).Select(figure => (long)figure.GetValue(this)!)];

    /// <summary>Adds to each figure.</summary>
    public void Add(long[] change)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var (figure, by) in Of(GetType()).Zip(change))
        {
            if (by != 0)
                figure.SetValue(this, (long)figure.GetValue(this)! + by);
        }
    }
}

/// <summary>What is counted now, for one combination of what dashboards filter by.</summary>
public interface ITally
{
    int Id { get; set; }
}

/// <summary>A tally of accounts in one place of the market, or of all of an industry, of a region, of everywhere: a dashboard reads the tallies of its choice and adds up none.</summary>
public interface IPlacedTally : ITally
{
    /// <summary>In place of an industry or a region: all of them.</summary>
    const string All = "*";

    /// <summary>As the accounts have it; empty where they have none; or <see cref="All"/>.</summary>
    string Industry { get; }

    /// <inheritdoc cref="Industry"/>
    string Region { get; }

    /// <summary>An empty tally of the same thing at another place.</summary>
    IPlacedTally At(string industry, string region);
}

/// <summary>A tally of one solution interest's groups.</summary>
public interface ISolutionTally : IPlacedTally
{
    int SolutionInterestId { get; }
}

/// <summary>By how much a tally changed on one day: its value at the end of an earlier day is what it is now, less what came after.</summary>
public interface ITallyDay
{
    int TallyId { get; set; }

    DateOnly Day { get; set; }
}
