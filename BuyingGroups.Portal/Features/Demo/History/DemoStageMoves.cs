using BuyingGroups.Data;
using BuyingGroups.Data.Stages;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Opportunities;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo.History;

/// <summary>Moves the demo's groups along their stages, and hands some of them to sales.</summary>
public sealed class DemoStageMoves(PortalDatabase database, StageWriter stages)
{
    private static readonly string[] Path = ["Aware", "Engaged", "Qualified", "Sales accepted", "Won"];
    private static readonly string[] Reasons = ["The budget is frozen until next year.", "We have no contact to whoever decides.", "They bought from somebody else last month.", "Too small for a visit; keep in touch by email."];

    /// <summary>The moves of one day of a week, through the road that all moves take.</summary>
    internal async Task MoveAsync(IEnumerable<DemoGroup> groups, int week, DateTime day, int actor, CancellationToken cancellationToken)
    {
        var moved = groups.ToList();
        var names = await NamesAsync(cancellationToken);
        for (var step = 0; step < Path.Length - 1; step++)
        {
            var moving = moved.Where(g => g.Life.Moves.Count > step && g.Life.Moves[step] == week && !(g.Life.LostIn < week)).Select(g => new StageLine(g.Id, names[Path[step + 1]])).ToList();
            await ApplyAsync(moving, day.AddHours(9 + step), actor, cancellationToken);
        }
        await ApplyAsync([.. moved.Where(g => g.Life.LostIn == week).Select(g => new StageLine(g.Id, names["Lost"]))], day.AddHours(9 + Path.Length), actor, cancellationToken);
    }

    /// <summary>What sales did with the groups that qualified, and what they are worth.</summary>
    internal Task HandOverAsync(IReadOnlyList<DemoGroup> groups, DateTime start, DateTime now, int actor, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            var known = await context.Opportunities.Select(o => o.SourceKey).ToHashSetAsync(token);
            foreach (var group in groups.Where(g => g.Life.Moves.Count >= 2))
            {
                var life = group.Life;
                var ready = start.AddDays(7 * life.Moves[1]).AddHours(10 + life.Hours(60));
                var waited = TimeSpan.FromMinutes(40 + life.Hours(110) * 60);
                var isAccepted = life.Moves.Count >= 3 && !(life.LostIn < life.Moves[2]);
                if (isAccepted)
                    ready = start.AddDays(7 * life.Moves[2]).AddHours(9) - waited;
                if ((isAccepted || life.LostIn is not null) && ready + waited < now)
                {
                    context.HandOvers.Add(new HandOver
                    {
                        BuyingGroupId = group.Id,
                        Status = isAccepted ? HandOverStatus.Accepted : HandOverStatus.SentBack,
                        ReadyAt = ready,
                        DecidedAt = ready + waited,
                        SecondsToAccept = isAccepted ? (int)waited.TotalSeconds : null,
                        ActorId = actor,
                        Reason = isAccepted ? null : Reasons[life.Hours(Reasons.Length)],
                    });
                }
                AddOpportunity(context, group, isAccepted, now, known);
            }
            await context.SaveChangesAsync(token);
        },
        cancellationToken);

    private static void AddOpportunity(PortalDbContext context, DemoGroup group, bool isAccepted, DateTime now, HashSet<string> known)
    {
        var key = $"demo-opportunity-{group.Id}";
        if (!isAccepted || !known.Add(key))
            return;
        var life = group.Life;
        var (isWon, isLost) = (life.Moves.Count >= 4 && life.LostIn is null, life.LostIn is not null);
        context.Opportunities.Add(new Opportunity
        {
            SourceKey = key,
            AccountId = group.AccountId,
            Name = life.Hours(2) == 0 ? "First contract" : "Extension",
            Stage = isWon ? "Closed won" : isLost ? "Closed lost" : life.Hours(2) == 0 ? "Proposal" : "Negotiation",
            Amount = 10_000 + 5_000 * life.Hours(90),
            ExpectedClose = DateOnly.FromDateTime(now).AddDays(isWon || isLost ? -life.Hours(20) : 10 + life.Hours(80)),
            IsClosed = isWon || isLost,
            IsWon = isWon,
        });
    }

    /// <summary>The stages by their names.</summary>
    internal async Task<Dictionary<string, int>> NamesAsync(CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var name = Domain.NormalizedText.Required(SetUp.DemoSetUp.Stages.Name!);
        return await read.StageModels.Where(m => m.NormalizedName == name).SelectMany(m => m.Stages).ToDictionaryAsync(s => s.Name, s => s.Id, StringComparer.Ordinal, cancellationToken);
    }

    private async Task ApplyAsync(IReadOnlyList<StageLine> lines, DateTime at, int actor, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
            return;
        await database.WriteAsync(
            async (context, token) =>
            {
                await stages.BeginAsync(context, token);
                await stages.RequestAsync(context, lines, token);
                await stages.ApplyAsync(context, ActorKind.System, actor, at, token);
            },
            cancellationToken);
    }
}
