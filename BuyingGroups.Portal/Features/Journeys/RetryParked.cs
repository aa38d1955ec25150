using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Lets one parked account try its node again.</summary>
/// <param name="EntryId">Its entry.</param>
[Requires(Permissions.JourneysManage)]
public sealed record RetryParkedEntry(long EntryId) : ICommand<Done>;

/// <summary>Lets the parked accounts of a journey try again, a bounded number at once: whoever asks goes on until none is left.</summary>
/// <param name="JourneyId">The journey.</param>
[Requires(Permissions.JourneysManage)]
public sealed record RetryAllParked(int JourneyId) : ICommand<ParkedRetried>;

/// <summary>How far it is.</summary>
/// <param name="Retried">Accounts that go on.</param>
/// <param name="AnyLeft">True when more are parked: ask again.</param>
public sealed record ParkedRetried(int Retried, bool AnyLeft);

/// <summary>Lets it go on.</summary>
public sealed class RetryParkedEntryHandler : ICommandHandler<RetryParkedEntry, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RetryParkedEntry command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var entry = await database.JourneyEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == command.EntryId, cancellationToken);
        if (entry is null)
            return new NotFound("entry", command.EntryId);
        var journey = await database.Journeys.AsNoTracking().FirstOrDefaultAsync(j => j.Id == entry.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", entry.JourneyId);
        var account = await database.Accounts.Where(a => a.Id == entry.AccountId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        if ((JourneyRules.ToRetry(journey) ?? JourneyRules.ToRetry(entry, account)) is { } refused)
            return refused;
        context.Audit("JourneyEntry", entry.Id, $"{account} – {journey.Name}", new { entry.Status, entry.Error }, new { Status = EntryStatus.Active });
        await JourneyEntries.RetryAsync(database.JourneyEntries.Where(e => e.Id == entry.Id), context.Now, cancellationToken);
        return Done.Instance;
    }
}

/// <summary>Lets them go on.</summary>
public sealed class RetryAllParkedHandler : ICommandHandler<RetryAllParked, ParkedRetried>
{
    private const int AtOnce = 5_000;

    public async Task<Outcome<ParkedRetried>> HandleAsync(RetryAllParked command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.FirstOrDefaultAsync(j => j.Id == command.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", command.JourneyId);
        if (JourneyRules.ToRetry(journey) is { } refused)
            return refused;
        journey.Problem = null;
        var parked = JourneyEntries.ParkedOf(database, journey.Id);
        var ids = await parked.OrderBy(e => e.Id).Select(e => e.Id).Take(AtOnce + 1).ToListAsync(cancellationToken);
        var some = ids.Take(AtOnce).ToList();
        var retried = await JourneyEntries.RetryAsync(parked.Where(e => some.Contains(e.Id)), context.Now, cancellationToken);
        context.Audit("Journey", journey.Id, journey.Name, null, new { Retried = retried });
        return new ParkedRetried(retried, ids.Count > AtOnce);
    }
}
