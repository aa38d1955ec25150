using System.Diagnostics;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Engagement;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Bench;

/// <summary>
/// Thirty activities a person within the window: the first rescoring, which counts their days, then that of a day later with one activity more
/// for each, against one hand-written transaction that scores people and groups straight from the activities.
/// </summary>
internal static class EngagementBench
{
    private const int ActivitiesEach = 30;

    public static async Task RunAsync(BenchRun run)
    {
        await using var database = await run.FilledAsync();
        await using var portal = new BenchPortal(run, database);
        var (solutionInterest, audience) = await GroupsBench.SetUpAsync(portal);
        await GroupsBench.CreateAsync(portal, solutionInterest, audience);
        var watch = Stopwatch.StartNew();
        await ExecuteAsync(database, EngagementRules.Fill(run.IsPostgreSql, ActivitiesEach));
        Console.WriteLine($"   {run.People * ActivitiesEach:N0} activities written in {watch.Elapsed.TotalSeconds:N0} s");

        var first = await RescoreAsync(portal);
        Console.WriteLine($"   the first rescoring took {first.TotalSeconds:N1} s");
        var byJob = await ScoresAsync(database);
        await ExecuteAsync(database, EngagementRules.Forget);
        watch.Restart();
        await ExecuteAsync(database, EngagementRules.ByHand(run.IsPostgreSql), inOne: true);
        var byHand = watch.Elapsed;
        var same = await ScoresAsync(database);
        if (Math.Abs(byJob.People - same.People) > 1e-3 || Math.Abs(byJob.Groups - same.Groups) > 1e-3 || byJob.History != same.History)
            throw new InvalidOperationException($"The job made {byJob}, the hand-written statements {same}.");
        Console.WriteLine($"   {byJob}; by hand in {byHand.TotalSeconds:N1} s");
        run.Result("engagement.first", first.TotalSeconds, "s", first / byHand, byHand.TotalSeconds);

        await ExecuteAsync(database, [EngagementRules.OneMoreEach(run.IsPostgreSql)]);
        using var statements = StatementTimes.Watch();
        var daily = await RescoreAsync(portal);
        run.Result("engagement.daily", daily.TotalSeconds, "s", daily / byHand, byHand.TotalSeconds);
    }

    private static async Task<TimeSpan> RescoreAsync(BenchPortal portal)
    {
        var id = await portal.SendAsync(new RescoreNow());
        var watch = Stopwatch.StartNew();
        await portal.RunJobsAsync();
        var time = watch.Elapsed;
        await using var read = portal.Database.OpenRead();
        var job = await read.Jobs.SingleAsync(j => j.Id == id);
        return job.Status == JobStatus.Succeeded ? time : throw new InvalidOperationException($"The job ended as {job.Status}: {job.Error}");
    }

    private static async Task ExecuteAsync(BenchDatabase database, IEnumerable<string> statements, bool inOne = false)
    {
        await using var connection = await database.OpenRawAsync();
        await using var transaction = inOne ? await connection.BeginTransactionAsync() : null;
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandTimeout = 900;
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
        if (transaction is not null)
            await transaction.CommitAsync();
    }

    private static async Task<Scored> ScoresAsync(BenchDatabase database)
    {
        await using var context = database.Open();
        return new Scored(
            await context.People.SumAsync(p => p.EngagementScore), await context.BuyingGroups.SumAsync(g => g.EngagementScore),
            await context.PersonScores.CountAsync() + await context.GroupScores.CountAsync());
    }

    private sealed record Scored(double People, double Groups, int History);
}
