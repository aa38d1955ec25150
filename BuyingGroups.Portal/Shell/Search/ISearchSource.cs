namespace BuyingGroups.Portal.Shell.Search;

/// <summary>Something "search everything" (Ctrl K) looks in. A feature registers one per kind of thing it owns.</summary>
public interface ISearchSource
{
    /// <summary>The heading over its hits, as a text key: "Accounts".</summary>
    string Kind { get; }

    /// <summary>The icon of its hits.</summary>
    string Icon { get; }

    /// <summary>Who lacks this permission is not asked for, and not shown, anything from here.</summary>
    string Permission { get; }

    /// <summary>Where its heading stands among the others; small first.</summary>
    int Order { get; }

    /// <summary>The best <paramref name="limit"/> hits for <paramref name="text"/> (trimmed, at least two characters). Must be quick: an index, not a scan.</summary>
    Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellation);
}

/// <summary>One line of the answer.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Href">The page that opens it, without a leading slash or with one.</param>
/// <param name="Detail">A second, quiet line: the account of a person, the industry of an account.</param>
public sealed record SearchHit(string Title, string Href, string? Detail = null);
