using BuyingGroups.Data;
using BuyingGroups.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>Finds accounts by the source keys that rows name, and remembers them for the next batch.</summary>
public sealed class KnownAccounts
{
    private const int Most = 100_000;
    private readonly Dictionary<string, long> _accounts = new(StringComparer.Ordinal);

    /// <summary>Hangs each row on its account; gives back those that have one.</summary>
    public async Task<IReadOnlyList<ImportRow<TRecord>>> PlaceAsync<TRecord>(
        PortalDbContext context, List<ImportRow<TRecord>> rows, Action<TRecord, long> place, Action<ImportRow<TRecord>, Refusal> reject, CancellationToken cancellationToken)
    {
        var unknown = rows.Select(r => r.AccountKey!).Where(k => !_accounts.ContainsKey(k)).Distinct(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            if (_accounts.Count + unknown.Length > Most)
            {
                _accounts.Clear();
                unknown = rows.Select(r => r.AccountKey!).Distinct(StringComparer.Ordinal).ToArray();
            }
            var found = await context.Accounts.Where(a => EF.Parameter(unknown).Contains(a.SourceKey)).Select(a => new { a.SourceKey, a.Id }).ToListAsync(cancellationToken);
            foreach (var account in found)
                _accounts[account.SourceKey] = account.Id;
        }
        var placed = new List<ImportRow<TRecord>>(rows.Count);
        foreach (var row in rows)
        {
            if (_accounts.TryGetValue(row.AccountKey!, out var id))
            {
                place(row.Record, id);
                placed.Add(row);
            }
            else
            {
                reject(row, new UnknownAccount(row.AccountKey!));
            }
        }
        return placed;
    }
}
