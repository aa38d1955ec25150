using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>Another worker has the partition now, or the journey moves nobody any more; whatever was not committed is dropped.</summary>
public sealed class PartitionLostException() : Exception("Another worker has taken this part of the journey over, or the journey has been stopped.");

/// <summary>A worker's hold on a partition.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Token">The fence.</param>
public sealed record PartitionLease(int JourneyId, int Partition, long Token);

/// <summary>Shares the partitions of journeys out among workers.</summary>
public sealed class JourneyLeases(PortalDatabase database, TimeProvider clock, JourneyPace? pace = null)
{
    private readonly TimeSpan length = (pace ?? JourneyPace.Usual).Lease;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes a partition if nobody else has it; null otherwise.</summary>
    public Task<PartitionLease?> TakeAsync(int journeyId, int partition, string owner, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var now = Now;
            var taken = await context.Database.ExecuteSqlRawAsync(
                database.Provider.Journeys.TakeLease(journeyId, partition, now, now + (long)length.TotalMilliseconds), [owner], token);
            if (taken != 1)
                return ((PartitionLease?)null, true);
            var fence = await context.JourneyLeases.Where(lease => lease.JourneyId == journeyId && lease.Partition == partition).Select(lease => lease.Token).FirstAsync(token);
            return (new PartitionLease(journeyId, partition, fence), true);
        },
        cancellationToken);

    /// <summary>Gives a partition back.</summary>
    public Task FreeAsync(PartitionLease lease, CancellationToken cancellationToken) => database.WriteAsync(
        (context, token) => context.Database.ExecuteSqlRawAsync(database.Provider.Journeys.FreeLease(lease.JourneyId, lease.Partition, lease.Token), token), cancellationToken);

    /// <summary>First in every transaction on a partition.</summary>
    /// <param name="context">The transaction.</param>
    /// <param name="lease">The hold.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    /// <param name="statuses">The states in which the journey may be.</param>
    /// <exception cref="PartitionLostException">The hold is no more.</exception>
    public async Task FenceAsync(PortalDbContext context, PartitionLease lease, CancellationToken cancellationToken, params IEnumerable<JourneyStatus> statuses)
    {
        var held = await context.Database.ExecuteSqlRawAsync(
            database.Provider.Journeys.Fence(lease.JourneyId, lease.Partition, lease.Token, Now + (long)length.TotalMilliseconds, PlanNode.List(statuses.Select(status => (int)status))),
            cancellationToken);
        if (held != 1)
            throw new PartitionLostException();
    }
}
