using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.HandOvers;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Audit;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo.History;

/// <summary>
/// Three months of what people did and how groups moved, week by week through the portal's own roads, so that every chart of the demo shows
/// something that really stands in the tables. Done once; loading the demo again finds its mark.
/// </summary>
public sealed class DemoHistory(PortalDatabase database, DemoStageMoves moves, DemoTravels travels, RollUpWriter rollUps, OfferReadyGroups offers, AuditTrail trail, TimeProvider clock)
{
    private const string Mark = "demo.history";
    private const string KeyPrefix = "demo-history:";

    /// <summary>Lives through the weeks, oldest first.</summary>
    public async Task RunAsync(DemoSize size, Caller caller, DemoJobs jobs, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        if (await read.Settings.AnyAsync(s => s.Key == Mark, cancellationToken))
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        var start = now.Date.AddDays(-7 * DemoLife.Weeks);
        var solutions = await read.SolutionInterests.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        var groups = (await read.BuyingGroups.OrderBy(g => g.Id).Select(g => new { g.Id, g.AccountId, g.SolutionInterestId, g.Completeness }).ToListAsync(cancellationToken))
            .Select(g => new DemoGroup(g.Id, g.AccountId, g.SolutionInterestId, new DemoLife(size.Seed, g.Id, solutions.IndexOf(g.SolutionInterestId), g.Completeness))).ToList();
        var members = (await read.Members.Where(m => m.IsActive).OrderBy(m => m.PersonId).Select(m => new { m.BuyingGroupId, m.PersonId }).ToListAsync(cancellationToken))
            .ToLookup(m => m.BuyingGroupId, m => m.PersonId);
        var actor = 0;
        await database.WriteAsync(async (context, token) => actor = await trail.ActorIdAsync(context, Actor.Job("demo", "Demo history"), token), cancellationToken);
        await PutBackAsync(groups, start, cancellationToken);
        await travels.BeginAsync(start.AddDays(1), caller, cancellationToken);
        var number = 0;
        for (var week = 0; week < DemoLife.Weeks; week++)
        {
            var (from, to) = (start.AddDays(7 * week), week == DemoLife.Weeks - 1 ? now : start.AddDays(7 * (week + 1)).AddMinutes(-1));
            var activities = groups.SelectMany(group => InWeek(group, [.. members[group.Id]], week, from, to)).OrderBy(a => a.OccurredAt).ToList();
            foreach (var activity in activities)
                activity.SourceKey = string.Create(CultureInfo.InvariantCulture, $"{KeyPrefix}{++number}");
            await database.WriteAsync((context, token) => database.Provider.BulkInsert.InsertAsync(context, activities, token), cancellationToken);
            await ScoreAsync(week == DemoLife.Weeks - 1 ? null : to, actor, jobs, cancellationToken);
            await MoveAsync(groups, week, from, to, actor, cancellationToken);
            if (week < DemoLife.Weeks - 1)
                await rollUps.CountAllAsync(to, cancellationToken, past: true);
        }
        await travels.EndAsync(cancellationToken);
        await moves.HandOverAsync(groups, start, now, actor, cancellationToken);
        await database.WriteAsync(
            async (context, token) =>
            {
                await DemoAttributes.AddAsync(context, KeyPrefix, token);
                context.Settings.Add(new Setting { Key = Mark, Value = now.ToString("O", CultureInfo.InvariantCulture) });
                await context.SaveChangesAsync(token);
                await database.Provider.RefreshStatisticsAsync(context, token);
            },
            cancellationToken);
        await offers.RunAsync(cancellationToken);
        await rollUps.CountAllAsync(now, cancellationToken);
    }

    /// <summary>On three days of the week some groups move, and the journey takes up who stands where it wants them.</summary>
    private async Task MoveAsync(IReadOnlyList<DemoGroup> groups, int week, DateTime from, DateTime to, int actor, CancellationToken cancellationToken)
    {
        for (var third = 0; third < 3; third++)
        {
            var (day, part) = (from.AddDays(1 + 2 * third), third);
            if (day.AddDays(1) > to)
                return;
            await moves.MoveAsync(groups.Where(g => g.Id % 3 == part), week, day, actor, cancellationToken);
            await travels.GoOnAsync(day.AddHours(18), cancellationToken);
            await rollUps.CountJourneysAsync(day.AddHours(18), cancellationToken);
        }
    }

    /// <summary>Scores as they were at the end of a week, by the job that scores every night.</summary>
    private async Task ScoreAsync(DateTime? asOf, int actor, DemoJobs jobs, CancellationToken cancellationToken)
    {
        var job = RescoreWork.ToJob(asOf);
        (job.ActorId, job.CreatedAt) = (actor, clock.GetUtcNow().UtcDateTime);
        var id = await database.WriteAsync(
            async (context, token) =>
            {
                job.Id = 0;
                context.Jobs.Add(job);
                await context.SaveChangesAsync(token);
                return (job.Id, true);
            },
            cancellationToken);
        await jobs.FinishAsync(id, cancellationToken);
    }

    private static IEnumerable<Activity> InWeek(DemoGroup group, long[] people, int week, DateTime from, DateTime to)
    {
        if (people.Length == 0)
            yield break;
        for (var left = group.Life.ActivitiesIn(week); left > 0; left--)
        {
            var (person, type, second) = group.Life.Next(people.Length);
            var at = from.AddSeconds(second);
            if (at < to)
                yield return new Activity { AccountId = group.AccountId, PersonId = people[person], ActivityTypeId = type, OccurredAt = at, RecordedAt = at };
        }
    }

    /// <summary>Groups began when their lives say, and some members came later.</summary>
    private Task PutBackAsync(IReadOnlyList<DemoGroup> groups, DateTime start, CancellationToken cancellationToken) => database.WriteAsync(
        async (context, token) =>
        {
            foreach (var born in groups.GroupBy(g => g.Life.Born))
            {
                var ids = born.Select(g => g.Id).ToList();
                var at = start.AddDays(7 * born.Key).AddHours(7);
                var later = at.AddDays(7 * Math.Min(3, DemoLife.Weeks - 1 - born.Key));
                await context.BuyingGroups.Where(g => ids.Contains(g.Id)).ExecuteUpdateAsync(set => set.SetProperty(g => g.CreatedAt, at).SetProperty(g => g.StageSince, at), token);
                await context.StageChanges.Where(c => ids.Contains(c.BuyingGroupId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.At, at), token);
                await context.Members.Where(m => ids.Contains(m.BuyingGroupId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.ChangedAt, m => m.PersonId % 10 < 3 ? later : at), token);
                await context.MembershipChanges.Where(c => ids.Contains(c.BuyingGroupId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.At, c => c.PersonId % 10 < 3 ? later : at), token);
            }
        },
        cancellationToken);
}

/// <summary>A group of the demo and what becomes of it.</summary>
internal sealed record DemoGroup(long Id, long AccountId, int SolutionInterestId, DemoLife Life);
