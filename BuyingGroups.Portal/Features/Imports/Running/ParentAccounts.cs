using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>Hangs accounts under the parent whose source key they name, once that parent is there. The edge that would close a circle is left out.</summary>
public static class ParentAccounts
{
    private const int BatchSize = 5_000;

    /// <summary>Resolves what a few rows brought, in the current transaction: the accounts named, and those that waited for one of them.</summary>
    /// <returns>The source keys of accounts whose parent is below them.</returns>
    public static async Task<IReadOnlySet<string>> ResolveAsync(PortalDbContext context, string[] keys, CancellationToken cancellationToken)
    {
        var circles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var among in new[] { context.Accounts.Where(a => EF.Parameter(keys).Contains(a.SourceKey)), context.Accounts.Where(a => EF.Parameter(keys).Contains(a.ParentSourceKey)) })
        {
            for (long? after = 0; after is { } from;)
            {
                (after, var found) = await ResolveAsync(context, among, from, cancellationToken);
                circles.UnionWith(found);
            }
        }
        return circles;
    }

    /// <summary>Resolves the next accounts after <paramref name="after"/> in the current transaction.</summary>
    /// <returns>The last account looked at (null at the end) and the source keys of accounts whose parent is below them.</returns>
    public static Task<(long? Last, IReadOnlyList<string> Circles)> ResolveAsync(PortalDbContext context, long after, CancellationToken cancellationToken) =>
        ResolveAsync(context, context.Accounts, after, cancellationToken);

    private static async Task<(long? Last, IReadOnlyList<string> Circles)> ResolveAsync(PortalDbContext context, IQueryable<Account> among, long after, CancellationToken cancellationToken)
    {
        var waiting = await among.AsNoTracking()
            .Where(a => a.Id > after && a.ParentAccountId == null && a.ParentSourceKey != null)
            .Join(context.Accounts, a => a.ParentSourceKey, p => p.SourceKey, (a, p) => new { a.Id, a.SourceKey, ParentId = p.Id })
            .OrderBy(a => a.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return (null, []);
        var above = await AncestorsAsync(context, [.. waiting.Select(w => w.ParentId).Distinct()], cancellationToken);
        var accepted = new List<long>(waiting.Count);
        var circles = new List<string>();
        foreach (var account in waiting)
        {
            if (IsBelow(above, account.ParentId, account.Id))
            {
                circles.Add(account.SourceKey);
                continue;
            }
            above[account.Id] = account.ParentId;
            accepted.Add(account.Id);
        }
        var ids = accepted.ToArray();
        await context.Accounts.Where(a => EF.Parameter(ids).Contains(a.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.ParentAccountId, a => context.Accounts.Where(p => p.SourceKey == a.ParentSourceKey).Select(p => (long?)p.Id).FirstOrDefault()),
            cancellationToken);
        return (waiting[^1].Id, circles);
    }

    private static async Task<Dictionary<long, long>> AncestorsAsync(PortalDbContext context, long[] ids, CancellationToken cancellationToken)
    {
        var above = new Dictionary<long, long>();
        var seen = new HashSet<long>(ids);
        while (ids.Length > 0)
        {
            var level = ids;
            var edges = await context.Accounts.AsNoTracking().Where(a => EF.Parameter(level).Contains(a.Id) && a.ParentAccountId != null)
                .Select(a => new { a.Id, Parent = a.ParentAccountId!.Value }).ToListAsync(cancellationToken);
            foreach (var edge in edges)
                above[edge.Id] = edge.Parent;
            ids = [.. edges.Select(e => e.Parent).Where(seen.Add)];
        }
        return above;
    }

    private static bool IsBelow(Dictionary<long, long> above, long start, long account)
    {
        for (long? at = start; at is { } here; at = above.TryGetValue(here, out var next) ? next : null)
        {
            if (here == account)
                return true;
        }
        return false;
    }
}
