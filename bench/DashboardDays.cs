using System.Diagnostics;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Bench;

/// <summary>Ninety days in which groups of four solution interests move between six stages and get other scores each week, kept as the portal keeps them; the days between are like the week's.</summary>
internal sealed class DashboardDays(BenchPortal portal, int accounts)
{
    private const int Weeks = 13;
    private const int Journeys = 100;
    private readonly RollUpWriter writer = portal.Services.GetRequiredService<RollUpWriter>();
    private readonly DateTime now = DateTime.UtcNow;
    private List<int> stages = [];

    /// <summary>The solution interests.</summary>
    public IReadOnlyList<int> Solutions { get; private set; } = [];

    /// <summary>One group an account, spread over the solution interests, and journeys that have something to tell.</summary>
    public async Task SetUpAsync()
    {
        var (first, audience) = await GroupsBench.SetUpAsync(portal);
        await GroupsBench.CreateAsync(portal, first, audience);
        var template = await ReadAsync(read => read.SolutionInterests.Select(s => s.RoleTemplateId).FirstAsync());
        var solutions = new List<int> { first };
        foreach (var name in new[] { "Driver safety", "Charging", "Cold chain" })
            solutions.Add(await portal.SendAsync(new Portal.Features.SolutionInterests.SaveSolutionInterest(null, name, null, template)));
        Solutions = solutions;
        await portal.SendAsync(new CreateStageModel(
            new StageModelDocument(
                "Bench stages",
                [new("Aware", StageKind.Entry), new("Engaged"), new("Qualified"), new("Accepted"), new("Won", StageKind.Success), new("Lost", StageKind.Failure)],
                [new("Aware", "Engaged"), new("Engaged", "Qualified"), new("Qualified", "Accepted"), new("Accepted", "Won"), new("Accepted", "Lost")]),
            Publish: true));
        stages = await ReadAsync(read => read.Stages.OrderBy(s => s.Order).Select(s => s.Id).ToListAsync());
        foreach (var (solution, place) in solutions.Select((id, place) => (id, place)))
        {
            await WriteAsync((context, token) => context.BuyingGroups.Where(g => g.Id % solutions.Count == place).ExecuteUpdateAsync(
                set => set.SetProperty(g => g.SolutionInterestId, solution).SetProperty(g => g.StageId, stages[0]).SetProperty(g => g.StageSince, now.AddDays(-7 * Weeks)), token));
        }
        for (var number = 1; number <= Journeys; number++)
            await portal.SendAsync(new CreateJourney($"Journey {number}"));
    }

    /// <summary>Lives through the weeks.</summary>
    /// <returns>How long each count took, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> LiveAsync()
    {
        var times = new List<double>();
        for (var week = 0; week < Weeks; week++)
        {
            var at = now.AddDays(-7 * (Weeks - 1 - week));
            await MoveAsync(week, at);
            var watch = Stopwatch.StartNew();
            await writer.CountAllAsync(at, CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        await BetweenAsync<GroupTallyDay>();
        await BetweenAsync<RoleTallyDay>();
        await BetweenAsync<ReachTallyDay>();
        await JourneysAsync();
        await WriteAsync((context, token) => portal.Database.Provider.RefreshStatisticsAsync(context, token));
        return times;
    }

    /// <summary>Counts once more, when nothing has changed.</summary>
    public Task CountAsync() => writer.CountAllAsync(now, CancellationToken.None);

    /// <summary>Every group and a tenth of the people get another score; a twentieth of the groups go one stage further, and some of them over to sales.</summary>
    private async Task MoveAsync(int week, DateTime at)
    {
        await WriteAsync(async (context, token) =>
        {
            await context.BuyingGroups.ExecuteUpdateAsync(set => set.SetProperty(g => g.EngagementScore, g => (g.Id * 7 + week * 13) % 101), token);
            await context.People.Where(p => p.Id % 10 == week % 10).ExecuteUpdateAsync(set => set.SetProperty(p => p.EngagementScore, p => p.Id % 97), token);
            var last = stages[^1];
            var moving = await context.BuyingGroups.Where(g => g.Id % 20 == week && g.StageId != last).Select(g => new { g.Id, g.StageId }).ToListAsync(token);
            await portal.Database.Provider.BulkInsert.InsertAsync(
                context,
                moving.Select(g => new StageChange { BuyingGroupId = g.Id, FromStageId = g.StageId, ToStageId = g.StageId!.Value, Applied = true, Source = ActorKind.System, ActorId = 1, At = at }), token);
            for (var stage = stages.Count - 1; stage > 0; stage--)
            {
                var (before, after) = (stages[stage - 1], stages[stage]);
                await context.BuyingGroups.Where(g => (g.Id + week) % 20 < 3 && g.StageId == before).ExecuteUpdateAsync(set => set.SetProperty(g => g.StageId, after).SetProperty(g => g.StageSince, at), token);
            }
            await portal.Database.Provider.BulkInsert.InsertAsync(
                context,
                moving.Where(g => g.Id % 3 == 0).Select(g => new HandOver
                {
                    BuyingGroupId = g.Id,
                    Status = HandOverStatus.Accepted,
                    ReadyAt = at.AddDays(-2),
                    DecidedAt = at.AddHours(-(int)(g.Id % 40)),
                    SecondsToAccept = (int)(g.Id % 172_800),
                    ActorId = 1,
                }),
                token);
        });
    }

    /// <summary>What the week booked, on the six days before it too.</summary>
    private async Task BetweenAsync<TDay>()
        where TDay : Figures, ITallyDay, new()
    {
        var weekly = await ReadAsync(read => read.Set<TDay>().ToListAsync());
        var between = weekly.Where(line => line.Day > DateOnly.FromDateTime(now).AddDays(-7 * (Weeks - 1))).SelectMany(line => Enumerable.Range(1, 6).Select(back =>
        {
            var copy = new TDay { TallyId = line.TallyId, Day = line.Day.AddDays(-back) };
            copy.Add(line.Read());
            return copy;
        }));
        await WriteAsync((context, token) => portal.Database.Provider.BulkInsert.InsertAsync(context, between, token));
        Console.WriteLine($"   {typeof(TDay).Name}: {await ReadAsync(read => read.Set<TDay>().CountAsync()):N0} rows");
    }

    private Task JourneysAsync() => WriteAsync(async (context, token) =>
    {
        var journeys = await context.Journeys.Select(j => j.Id).ToListAsync(token);
        context.JourneyTallies.AddRange(journeys.Select(id => new JourneyTally { Id = id, Entered = accounts, Active = accounts / 4, Completed = accounts / 2, GoalMet = accounts / 4 }));
        context.JourneyTallyDays.AddRange(journeys.SelectMany(id => Enumerable.Range(0, 7 * Weeks).Select(back =>
            new JourneyTallyDay { TallyId = id, Day = DateOnly.FromDateTime(now).AddDays(-back), Entered = accounts / 100, Active = 10, Completed = accounts / 200, GoalMet = 3 })));
        await context.SaveChangesAsync(token);
    });

    private async Task<TResult> ReadAsync<TResult>(Func<Data.PortalDbContext, Task<TResult>> ask)
    {
        await using var read = portal.Database.OpenRead();
        return await ask(read);
    }

    private Task WriteAsync(Func<Data.PortalDbContext, CancellationToken, Task> write) => portal.Database.WriteAsync(write, CancellationToken.None);
}
