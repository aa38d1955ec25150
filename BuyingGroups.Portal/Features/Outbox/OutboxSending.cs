using BuyingGroups.Data;
using BuyingGroups.Domain.Journeys;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>
/// Delivers what waits in the outbox, at least once. A portion is claimed in a short transaction (number of tries and time of the next one are the fence:
/// who sees them changed has lost the message), sent without any, and each outcome is noted on its own. A sender that dies in between leaves its
/// messages to the next one, under the same idempotency key.
/// </summary>
public sealed partial class OutboxSending(PortalDatabase database, IEnumerable<IOutboxSender> senders, TimeProvider clock, ILogger<OutboxSending> logger)
{
    /// <summary>Messages claimed at once; sent side by side, so that a portion is over before its lease.</summary>
    private const int Portion = 16;

    private const int SideBySide = 8;

    /// <summary>Rows set aside or taken back in one transaction: SQLite's writer is not held for long.</summary>
    private const int Chunk = 1_000;

    /// <summary>How often held messages are looked through for kinds that have a sender by now: senders change with a new version of the portal only.</summary>
    private static readonly TimeSpan LookAtHeld = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IOutboxSender> byKind = senders.ToDictionary(sender => sender.Kind, StringComparer.Ordinal);

    private long? lookedAt;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Delivers one portion.</summary>
    /// <returns>How many messages were tried or put aside; 0 when nothing is due.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var moved = await TakeBackAsync(cancellationToken);
        var now = Now;
        List<OutboxMessage> due;
        // A look that finds nothing costs the writer nothing.
        await using (var read = database.OpenRead())
            due = await read.OutboxMessages.Where(m => m.Status == OutboxStatus.Waiting && m.NextAt <= now).OrderBy(m => m.NextAt).ThenBy(m => m.Id).Take(Portion).ToListAsync(cancellationToken);
        moved += await PutAsideAsync([.. due.Select(m => m.Kind).Where(kind => !byKind.ContainsKey(kind)).Distinct(StringComparer.Ordinal)], cancellationToken);
        var claimed = await ClaimAsync([.. due.Where(m => byKind.ContainsKey(m.Kind))], now, cancellationToken);
        await Parallel.ForEachAsync(
            claimed, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (message, token) => await SendAsync(message, token));
        return moved + claimed.Count;
    }

    /// <summary>Messages nobody can send are held, so that they are not looked at again and again.</summary>
    private Task<int> PutAsideAsync(List<string> kinds, CancellationToken cancellationToken) => kinds.Count == 0
        ? Task.FromResult(0)
        : MoveAsync(context => context.OutboxMessages.Where(m => m.Status == OutboxStatus.Waiting && kinds.Contains(m.Kind)), OutboxStatus.Held, cancellationToken);

    /// <summary>Held ones wait again once there is a sender for them.</summary>
    private async Task<int> TakeBackAsync(CancellationToken cancellationToken)
    {
        var kinds = byKind.Keys.ToList();
        if (kinds.Count == 0 || (lookedAt is { } at && clock.GetElapsedTime(at) < LookAtHeld))
            return 0;
        var back = await MoveAsync(context => context.OutboxMessages.Where(m => m.Status == OutboxStatus.Held && kinds.Contains(m.Kind)), OutboxStatus.Waiting, cancellationToken);
        if (back == 0)
            lookedAt = clock.GetTimestamp();
        return back;
    }

    private async Task<int> MoveAsync(Func<PortalDbContext, IQueryable<OutboxMessage>> which, OutboxStatus status, CancellationToken cancellationToken)
    {
        List<long> ids;
        await using (var read = database.OpenRead())
            ids = await which(read).OrderBy(m => m.NextAt).ThenBy(m => m.Id).Select(m => m.Id).Take(Chunk).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return 0;
        await database.WriteAsync(
            (context, token) => which(context).Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, status), token), cancellationToken);
        return ids.Count;
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(IReadOnlyList<OutboxMessage> due, long now, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
            return [];
        var until = now + (long)OutboxSchedule.Lease.TotalMilliseconds;
        return await database.WriteAsync(
            async (context, token) =>
            {
                var claimed = new List<OutboxMessage>();
                foreach (var message in due)
                {
                    if (await Held(context, message).ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.NextAt, until), token) == 1)
                        claimed.Add(message);
                }
                return ((IReadOnlyList<OutboxMessage>)[.. claimed.Select(message => Claimed(message, until))], true);
            },
            cancellationToken);
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.Attempts > OutboxSchedule.Tries)
        {
            // Every earlier try ended with the death of its sender.
            await NoteAsync(message, OutboxStatus.Dead, message.NextAt, message.Error ?? "The sender stopped in the middle of every try.");
            return;
        }
        if (await IsAbortedAsync(message, cancellationToken))
        {
            await NoteAsync(message, OutboxStatus.Dead, message.NextAt, "The journey was aborted before this was sent.");
            return;
        }
        try
        {
            using var limit = new CancellationTokenSource(OutboxSchedule.Timeout, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await byKind[message.Kind].SendAsync(OutboxDelivery.Of(message), both.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops: whether it arrived is not known, so it is tried again when the lease is over.
            throw;
        }
        catch (Exception exception)
        {
            LogFailed(logger, message.Id, message.Kind, message.Attempts, exception);
            var wait = exception is UndeliverableException ? null : OutboxSchedule.After(message.Attempts);
            await NoteAsync(
                message, wait is null ? OutboxStatus.Dead : OutboxStatus.Waiting, Now + (long)(wait?.TotalMilliseconds ?? 0),
                exception is OperationCanceledException ? "It took too long." : exception.GetBaseException().Message);
            return;
        }
        await NoteAsync(message, OutboxStatus.Sent, message.NextAt, null);
    }

    /// <summary>Notes an outcome, also while the portal stops. Changes nothing when the lease was over and another sender has the message.</summary>
    /// <summary>Whether its journey was aborted since: everyone stops at once, and what has not left yet does not leave.</summary>
    private async Task<bool> IsAbortedAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        return await read.JourneyNodeKeys.Where(key => key.Id == message.NodeKey)
            .Join(read.JourneyVersions, key => key.JourneyVersionId, version => version.Id, (key, version) => version.JourneyId)
            .AnyAsync(id => read.Journeys.Any(journey => journey.Id == id && journey.Status == JourneyStatus.Aborted), cancellationToken);
    }

    private Task NoteAsync(OutboxMessage message, OutboxStatus status, long nextAt, string? error)
    {
        var kept = error?.Length > OutboxMessage.ErrorMaxLength ? error[..OutboxMessage.ErrorMaxLength] : error;
        var sentAt = status == OutboxStatus.Sent ? Now : (long?)null;
        return database.WriteAsync(
            (context, token) => Held(context, message).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Status, status).SetProperty(m => m.NextAt, nextAt).SetProperty(m => m.Error, kept).SetProperty(m => m.SentAt, sentAt), token),
            CancellationToken.None);
    }

    /// <summary>The message as long as nobody else has taken it since.</summary>
    private static IQueryable<OutboxMessage> Held(PortalDbContext context, OutboxMessage message)
    {
        var (id, attempts, nextAt) = (message.Id, message.Attempts, message.NextAt);
        return context.OutboxMessages.Where(m => m.Id == id && m.Status == OutboxStatus.Waiting && m.Attempts == attempts && m.NextAt == nextAt);
    }

    private static OutboxMessage Claimed(OutboxMessage message, long until) => new()
    {
        Id = message.Id,
        NodeKey = message.NodeKey,
        EntryId = message.EntryId,
        AccountId = message.AccountId,
        PersonId = message.PersonId,
        Kind = message.Kind,
        Status = message.Status,
        Attempts = message.Attempts + 1,
        NextAt = until,
        CreatedAt = message.CreatedAt,
        Error = message.Error,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} ({Kind}) was not delivered in try {Attempt}.")]
    private static partial void LogFailed(ILogger logger, long id, string kind, int attempt, Exception exception);
}
