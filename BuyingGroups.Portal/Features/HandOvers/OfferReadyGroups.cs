using System.Globalization;
using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.BuyingGroups;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>
/// Each minute: offers groups that are past the thresholds to the owners of their accounts and tells them so, and takes back offers of groups that
/// fell below. One query asks whether there is anything to do; it takes no turn at the writer.
/// </summary>
[DisallowConcurrentExecution]
public sealed class OfferReadyGroups(PortalDatabase database, TimeProvider clock) : IJob
{
    public static readonly JobKey Key = new("offer-ready-groups");

    private const int AtOnce = 500;

    /// <summary>More than this for one owner at once are told in one line.</summary>
    private const int ToldEach = 5;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <summary>Does it.</summary>
    /// <returns>How many groups were offered.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var read = database.OpenRead();
        var thresholds = await HandOverSettings.ReadAsync(read, cancellationToken);
        await TakeBackAsync(read, thresholds, now, cancellationToken);
        var offered = 0;
        var after = 0L;
        while (true)
        {
            var from = after;
            var candidates = await HandOverSettings.Ready(read, thresholds)
                .Where(g => g.Id > from && !read.HandOvers.Any(h => h.BuyingGroupId == g.Id && (h.Status == HandOverStatus.Waiting || h.Status == HandOverStatus.Accepted)))
                .OrderBy(g => g.Id).Take(AtOnce)
                .Select(g => new Candidate(g.Id, g.Name, g.Completeness, g.EngagementScore, g.StageId, g.Account!.OwnerId)).ToListAsync(cancellationToken);
            if (candidates.Count == 0)
                return offered;
            after = candidates[^1].Id;
            offered += await database.WriteAsync(async (context, token) => (await OfferAsync(context, candidates, now, token), true), cancellationToken);
        }
    }

    private async Task TakeBackAsync(PortalDbContext read, HandOverThresholds thresholds, DateTime now, CancellationToken cancellationToken)
    {
        var fallen = read.HandOvers.Where(h => h.Status == HandOverStatus.Waiting && !HandOverSettings.Ready(read, thresholds).Any(g => g.Id == h.BuyingGroupId)).Select(h => h.Id);
        foreach (var ids in (await fallen.ToListAsync(cancellationToken)).Chunk(AtOnce))
        {
            await database.WriteAsync(
                (context, token) => context.HandOvers.Where(h => ids.Contains(h.Id) && h.Status == HandOverStatus.Waiting)
                    .ExecuteUpdateAsync(set => set.SetProperty(h => h.Status, HandOverStatus.Lapsed).SetProperty(h => h.DecidedAt, now), token),
                cancellationToken);
        }
    }

    private static async Task<int> OfferAsync(PortalDbContext context, IReadOnlyList<Candidate> candidates, DateTime now, CancellationToken cancellationToken)
    {
        var ids = candidates.Select(c => c.Id).ToList();
        var last = (await context.HandOvers.AsNoTracking().Where(h => ids.Contains(h.BuyingGroupId)).ToListAsync(cancellationToken)).GroupBy(h => h.BuyingGroupId).ToDictionary(q => q.Key, q => q.MaxBy(h => h.Id));
        var ready = candidates.Where(c => HandOverRules.MayBeOffered(last.GetValueOrDefault(c.Id), c.Completeness, c.Engagement, c.StageId)).ToList();
        context.HandOvers.AddRange(ready.Select(c => new HandOver { BuyingGroupId = c.Id, ReadyAt = now }));
        foreach (var owned in ready.Where(c => c.OwnerId != null).GroupBy(c => c.OwnerId!.Value))
            context.Notifications.AddRange(Tell(owned.Key, [.. owned], now));
        await context.SaveChangesAsync(cancellationToken);
        return ready.Count;
    }

    private static IEnumerable<Notification> Tell(int owner, IReadOnlyList<Candidate> groups, DateTime now) => groups.Count > ToldEach
        ? [Note(owner, now, "{0} groups are ready for you.", [groups.Count.ToString(CultureInfo.InvariantCulture)], "/buying-groups/ready")]
        : groups.Select(g => Note(
            owner, now, "{0} is ready for you: {1} % complete, engagement {2}.",
            [g.Name, g.Completeness.ToString(CultureInfo.InvariantCulture), Math.Round(g.Engagement).ToString(CultureInfo.InvariantCulture)],
            string.Create(CultureInfo.InvariantCulture, $"/buying-groups/{g.Id}")));

    private static Notification Note(int owner, DateTime now, string text, string[] arguments, string link) =>
        new() { UserId = owner, Text = text, Arguments = JsonSerializer.Serialize(arguments), Link = link, Tone = "ok", At = now };

    private sealed record Candidate(long Id, string Name, int Completeness, double Engagement, int? StageId, int? OwnerId);
}
