using System.Globalization;
using BuyingGroups.Domain.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace BuyingGroups.Portal.Shell.Lists;

/// <summary>
/// What a list shows: page, size, order, search text, filters and columns, and its form in the address. An immutable value: a change makes a new one, the page
/// navigates to it, and the answer to "what do I show?" is always the address. So a link shows the same view and the browser's back button works.
/// <code>
/// // in a page: @inherits ListPage, and then
/// State.Filter("stage")                                     // read
/// Go(State.WithFilter("stage", "3"))                        // write: the address changes, OnStateChangedAsync is called
/// </code>
/// Reserved keys: page, size, sort, q, cols, view. Anything else in the address is a filter.
/// </summary>
public sealed record ListState
{
    static readonly HashSet<string> Reserved = new(["page", "size", "sort", "q", "cols", "view"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = PageRequest.UsualSize;

    /// <summary>The key of the column sorted by; null for the list's own order.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>The text searched for; never null.</summary>
    public string Search { get; init; } = "";

    /// <summary>The keys of the columns shown, in order; null for the list's own choice.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The id of the saved view chosen last.</summary>
    public int? View { get; init; }

    /// <summary>The filters that are on, by key; a key may have several values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>For the query that loads the rows.</summary>
    public PageRequest Request => new(Page, Size, Sort, Descending);

    /// <summary>True when search or a filter leaves rows out: an empty list then says so.</summary>
    public bool IsFiltered => Search.Length > 0 || Filters.Count > 0;

    /// <summary>The first value of a filter; null when it is off.</summary>
    public string? Filter(string key) => Filters.TryGetValue(key, out var values) ? values[0] : null;

    /// <summary>All values of a filter; empty when it is off.</summary>
    public IReadOnlyList<string> FilterValues(string key) => Filters.TryGetValue(key, out var values) ? values : [];

    /// <summary>A filter that is a number; null when it is off or not one.</summary>
    public int? FilterNumber(string key) => int.TryParse(Filter(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Turns a filter on with these values, or off with none, and goes to the first page.</summary>
    public ListState WithFilter(string key, params IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Reserved.Contains(key)) throw new ArgumentException($"'{key}' is a key of the list itself.", nameof(key));
        var filters = new SortedDictionary<string, IReadOnlyList<string>>(Filters.ToDictionary(), StringComparer.Ordinal);
        var kept = values.Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
        if (kept.Count == 0) filters.Remove(key);
        else filters[key] = kept;
        return this with { Filters = filters, Page = 1 };
    }

    public ListState WithoutFilter(string key) => WithFilter(key);

    /// <summary>No filters, no search; order, size and columns stay.</summary>
    public ListState Cleared() => this with { Filters = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), Search = "", Page = 1, View = null };

    public ListState WithSearch(string? text) => this with { Search = (text ?? "").Trim(), Page = 1 };

    public ListState WithPage(int page) => this with { Page = Math.Max(1, page) };

    public ListState WithSize(int size) => this with { Size = Math.Clamp(size, 1, PageRequest.LargestSize), Page = 1 };

    public ListState WithColumns(IReadOnlyList<string>? columns) => this with { Columns = columns is { Count: > 0 } ? columns : null };

    /// <summary>Sorts by the column: first its <paramref name="descendingFirst"/> way, then the other, then not at all.</summary>
    public ListState SortedBy(string key, bool descendingFirst = false)
    {
        if (Sort != key) return this with { Sort = key, Descending = descendingFirst, Page = 1 };
        return Descending == descendingFirst
            ? this with { Descending = !descendingFirst, Page = 1 }
            : this with { Sort = null, Descending = false, Page = 1 };
    }

    /// <summary>Reads an address or a query string. What is malformed is left out: an address typed by hand never fails.</summary>
    public static ListState Parse(string? addressOrQuery)
    {
        var text = addressOrQuery ?? "";
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0) text = text[..hash];
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(mark >= 0 ? text[mark..] : text.Contains("://", StringComparison.Ordinal) ? "" : text);
        var state = new ListState();
        foreach (var (key, values) in query)
        {
            var value = values[^1] ?? "";
            switch (key.ToLowerInvariant())
            {
                case "page" when Number(value) is > 0 and var page: state = state with { Page = page }; break;
                case "size" when Number(value) is > 0 and <= PageRequest.LargestSize and var size: state = state with { Size = size }; break;
                case "sort" when value.Length > 0: state = state with { Sort = value.TrimStart('-'), Descending = value[0] == '-' }; break;
                case "q": state = state with { Search = value.Trim() }; break;
                case "cols" when value.Length > 0: state = state with { Columns = value.Split(',', StringSplitOptions.RemoveEmptyEntries) }; break;
                case "view" when Number(value) is { } view: state = state with { View = view }; break;
            }
        }

        var filters = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, values) in query.Where(pair => pair.Key.Length > 0 && !Reserved.Contains(pair.Key)))
        {
            var kept = values.OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
            if (kept.Count > 0) filters[key] = kept;
        }

        return state with { Filters = filters };
    }

    /// <summary>The query string without "?", in a fixed order; empty for the list as it comes.</summary>
    public string ToQuery()
    {
        var parts = new List<string>();
        void Add(string key, string value) => parts.Add($"{Uri.EscapeDataString(key)}={Uri.EscapeDataString(value)}");
        if (Search.Length > 0) Add("q", Search);
        foreach (var (key, values) in Filters)
        {
            foreach (var value in values) Add(key, value);
        }

        if (Sort is not null) Add("sort", Descending ? "-" + Sort : Sort);
        if (Page > 1) Add("page", Page.ToString(CultureInfo.InvariantCulture));
        if (Size != PageRequest.UsualSize) Add("size", Size.ToString(CultureInfo.InvariantCulture));
        if (Columns is not null) parts.Add("cols=" + string.Join(',', Columns.Select(Uri.EscapeDataString)));
        if (View is { } view) Add("view", view.ToString(CultureInfo.InvariantCulture));
        return string.Join('&', parts);
    }

    /// <summary>The query that a saved view keeps: everything but the page and the view itself.</summary>
    public string ToViewQuery() => (this with { Page = 1, View = null }).ToQuery();

    /// <summary>The address of this state at <paramref name="path"/>.</summary>
    public string ToAddress(string path) => ToQuery() is { Length: > 0 } query ? $"{path}?{query}" : path;

    /// <summary>Two states are the same when they have the same address.</summary>
    public bool Equals(ListState? other) => other is not null && ToQuery() == other.ToQuery();

    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
