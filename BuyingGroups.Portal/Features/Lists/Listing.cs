using System.Linq.Expressions;
using BuyingGroups.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Lists;

/// <summary>
/// Pages through millions of rows in milliseconds. The count stops at <see cref="Cap"/>. What happens next depends on it, because no
/// planner gets both right by itself: where few rows match, they are found first and then sorted; where many match, the index of the
/// sort is walked until the page is full.
/// </summary>
public static class Listing
{
    /// <summary>Where counting stops; nobody pages further than that, a filter is quicker.</summary>
    public const int Cap = 10_000;

    /// <summary>One page, in two statements whatever the number of rows.</summary>
    /// <param name="all">The rows of the list without its filters.</param>
    /// <param name="matching">The same, filtered; the same object as <paramref name="all"/> when there is no filter.</param>
    /// <param name="id">The rows' id.</param>
    /// <param name="order">Sorts by an indexed column, then by id.</param>
    /// <param name="row">What the list shows of a row.</param>
    /// <param name="page">The page asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="walked">The rows of <paramref name="matching"/> by conditions that no index serves: what to ask while walking the sort's index, for a planner
    /// that would otherwise fetch every match and sort them all. Null where <paramref name="matching"/> has none that one does.</param>
    public static async Task<PageOf<TRow>> PageAsync<T, TRow>(
        IQueryable<T> all, IQueryable<T> matching, Expression<Func<T, long>> id, Func<IQueryable<T>, IQueryable<T>> order,
        Expression<Func<T, TRow>> row, PageRequest page, CancellationToken cancellationToken, IQueryable<T>? walked = null)
    {
        if (page.Skip >= Cap)
            page = page with { Page = 1 };
        if (ReferenceEquals(all, matching))
        {
            var total = await all.Select(id).Take(Cap + 1).CountAsync(cancellationToken);
            return new PageOf<TRow>(await RowsAsync(all), Math.Min(total, Cap), total > Cap);
        }
        var ids = await matching.Select(id).Take(Cap + 1).ToListAsync(cancellationToken);
        if (ids.Count > Cap)
            return new PageOf<TRow>(await RowsAsync(walked ?? matching), Cap, TotalIsCapped: true);
        return ids.Count == 0 ? PageOf<TRow>.Empty : new PageOf<TRow>(await RowsAsync(all.Where(IsOneOf(id, ids))), ids.Count);

        Task<List<TRow>> RowsAsync(IQueryable<T> rows) => order(rows).Skip(page.Skip).Take(page.Take).Select(row).ToListAsync(cancellationToken);
    }

    /// <summary>The ids go over as one value (JSON or an array), not as thousands of parameters.</summary>
    private static Expression<Func<T, bool>> IsOneOf<T>(Expression<Func<T, long>> id, List<long> ids)
    {
        Expression<Func<long, bool>> contains = value => EF.Parameter(ids).Contains(value);
        return Expression.Lambda<Func<T, bool>>(new Replacement(contains.Parameters[0], id.Body).Visit(contains.Body)!, id.Parameters);
    }

    private sealed class Replacement(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
