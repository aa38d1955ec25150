using BuyingGroups.Data;
using BuyingGroups.Data.Journeys;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Looks at entries by the indexes there are: by node while on the way, by journey while parked, by account always.</summary>
public static class JourneyEntries
{
    /// <summary>The node keys of every version of a journey.</summary>
    public static IQueryable<int> KeysOf(PortalDbContext database, int journeyId) =>
        from version in database.JourneyVersions
        where version.JourneyId == journeyId
        join key in database.JourneyNodeKeys on version.Id equals key.JourneyVersionId
        select key.Id;

    /// <summary>How many accounts are inside a journey, counted to at most <paramref name="most"/>: on their way, or parked while they can still be retried.</summary>
    public static async Task<int> InsideAsync(PortalDbContext database, Journey journey, int most, CancellationToken cancellationToken)
    {
        var onTheWay = await KeysOf(database, journey.Id)
            .SelectMany(key => database.JourneyEntries.Where(e => e.NodeKey == key && e.DueAt != null).Select(e => e.Id))
            .Take(most).CountAsync(cancellationToken);
        var parked = JourneyRules.IsRunning(journey.Status) ? await ParkedOf(database, journey.Id).Take(most).CountAsync(cancellationToken) : 0;
        return Math.Min(most, onTheWay + parked);
    }

    /// <summary>The parked entries of a journey.</summary>
    public static IQueryable<JourneyEntry> ParkedOf(PortalDbContext database, int journeyId) =>
        database.JourneyEntries.Where(e => e.JourneyId == journeyId && e.Status == EntryStatus.Parked);

    /// <summary>Lets parked entries try their node again. Those that had heard their event take its path, however late that is.</summary>
    /// <returns>How many.</returns>
    public static Task<int> RetryAsync(IQueryable<JourneyEntry> parked, DateTime utcNow, CancellationToken cancellationToken)
    {
        var now = Milliseconds(utcNow);
        return parked.Where(e => e.Status == EntryStatus.Parked).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Status, EntryStatus.Active).SetProperty(e => e.DueAt, e => e.HasHeard ? JourneyStatements.Heard : now)
                .SetProperty(e => e.HasHeard, false).SetProperty(e => e.Error, (string?)null),
            cancellationToken);
    }

    /// <summary>Versions of running journeys that somebody may still travel: the live one, and older ones with accounts inside.</summary>
    public static IQueryable<JourneyVersion> VersionsInUse(PortalDbContext database) =>
        from version in database.JourneyVersions
        join journey in database.Journeys on version.JourneyId equals journey.Id
        where journey.Status == JourneyStatus.Live || journey.Status == JourneyStatus.ClosedToNewEntries
        where version.Id == journey.LiveVersionId
            || database.JourneyNodeKeys.Any(key => key.JourneyVersionId == version.Id
                && (database.JourneyEntries.Any(e => e.NodeKey == key.Id && e.DueAt != null)
                    || database.JourneyEntries.Any(e => e.JourneyId == version.JourneyId && e.NodeKey == key.Id && e.Status == EntryStatus.Parked)))
        select version;

    /// <summary>Moments in the tables of the engine are Unix milliseconds; the end of time stays below what is due never.</summary>
    public static long Milliseconds(DateTime utc) =>
        utc >= new DateTime(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc) ? JourneyStatements.Never - 1 : new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    /// <summary>The moment of Unix milliseconds (UTC); the largest are "for ever" and give null.</summary>
    public static DateTime? Moment(long? milliseconds) =>
        milliseconds is >= 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value).UtcDateTime : null;
}
