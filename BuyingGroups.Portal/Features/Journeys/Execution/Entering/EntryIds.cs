using System.Globalization;
using BuyingGroups.Data;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>
/// Numbers for entries, consecutive within a transaction. Reserved in large blocks by a transaction of their own, so that workers never wait for each
/// other; what is not used of a block is lost, which costs nothing.
/// </summary>
public sealed class EntryIds(PortalDatabase database) : IDisposable
{
    private const string Key = "journeys.next-entry";
    private const long Block = 1_000_000;
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock sync = new();
    private long next = 1;
    private long end = 1;

    /// <summary>Makes sure that <paramref name="count"/> numbers can be taken. Call it outside of a transaction: SQLite has one writer.</summary>
    public async Task EnsureAsync(int count, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            lock (sync)
            {
                // Several workers take from one block, and each may have to take again.
                if (end - next >= Math.Max(count * 20L, Block / 2))
                    return;
            }
            var first = await database.WriteAsync(async (context, token) => (await ReserveAsync(context, token), true), cancellationToken);
            lock (sync)
                (next, end) = (first, first + Block);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The number before the first of <paramref name="count"/> numbers that are the caller's from now on.</summary>
    public long Take(int count)
    {
        lock (sync)
        {
            if (end - next < count)
                throw new InvalidOperationException("Entry numbers were not reserved.");
            next += count;
            return next - count - 1;
        }
    }

    public void Dispose() => turn.Dispose();

    private static async Task<long> ReserveAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        while (true)
        {
            var setting = await context.Settings.AsNoTracking().FirstOrDefaultAsync(one => one.Key == Key, cancellationToken);
            if (setting is null)
            {
                var first = (await context.JourneyEntries.MaxAsync(entry => (long?)entry.Id, cancellationToken) ?? 0) + 1;
                context.Settings.Add(new() { Key = Key, Value = (first + Block).ToString(CultureInfo.InvariantCulture) });
                await context.SaveChangesAsync(cancellationToken);
                return first;
            }
            var from = long.Parse(setting.Value, CultureInfo.InvariantCulture);
            var to = (from + Block).ToString(CultureInfo.InvariantCulture);
            if (await context.Settings.Where(one => one.Key == Key && one.Value == setting.Value).ExecuteUpdateAsync(set => set.SetProperty(one => one.Value, to), cancellationToken) == 1)
                return from;
        }
    }
}
