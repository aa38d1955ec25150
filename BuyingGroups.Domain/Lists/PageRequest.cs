namespace BuyingGroups.Domain.Lists;

/// <summary>What a list asks for: which page, how long, in what order. The database does the paging and the sorting.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Rows on a page, 1 to <see cref="LargestSize"/>.</param>
/// <param name="Sort">The key of the column to sort by; null for the list's own order. A list answers an unknown key with its own order.</param>
/// <param name="Descending">True for largest or latest first.</param>
public sealed record PageRequest(int Page = 1, int Size = PageRequest.UsualSize, string? Sort = null, bool Descending = false)
{
    /// <summary>Rows on a page when nothing else is chosen.</summary>
    public const int UsualSize = 50;

    /// <summary>The most rows one page may ask for; an address typed by hand cannot ask for more.</summary>
    public const int LargestSize = 200;

    /// <summary>How many rows lie before the page.</summary>
    public int Skip => (Math.Max(1, Page) - 1) * Take;

    /// <summary>How many rows the page holds, kept between 1 and <see cref="LargestSize"/>.</summary>
    public int Take => Math.Clamp(Size, 1, LargestSize);
}
