using System.Data.Common;
using System.Diagnostics;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Features.Maintenance;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Bench;

/// <summary>Maintenance over everybody, then after one per cent of the people changed their title, against one hand-written transaction that makes the same changes.</summary>
internal static class MaintenanceBench
{
    public static async Task RunAsync(BenchRun run)
    {
        await using var database = await run.FilledAsync();
        await using var portal = new BenchPortal(run, database);
        var (solutionInterest, audience) = await GroupsBench.SetUpAsync(portal);
        await GroupsBench.CreateAsync(portal, solutionInterest, audience);

        var (first, _) = await MaintainAsync(portal);
        await ExecuteAsync(database, GroupRules.ChangeTitles(run.IsPostgreSql));
        var (changed, byHand) = await ByHandAsync(run, database);
        using var statements = StatementTimes.Watch();
        var (delta, report) = await MaintainAsync(portal);
        if (report.Added + report.Removed + report.Moved != changed)
            throw new InvalidOperationException($"The job made {report.Added} + {report.Removed} + {report.Moved} changes, the hand-written statements {changed}.");
        Console.WriteLine($"   +{report.Added}, −{report.Removed}, {report.Moved} moved in {report.Groups} groups of {report.PeopleChecked} people: {delta.TotalSeconds:N2} s; by hand in {byHand.TotalSeconds:N2} s; everybody in {first.TotalSeconds:N1} s");
        run.Result("maintenance.everybody", first.TotalSeconds, "s");
        run.Result("maintenance.one-percent", delta.TotalSeconds, "s", delta / byHand, byHand.TotalSeconds);
    }

    private static async Task<(TimeSpan Time, MaintenanceRun Report)> MaintainAsync(BenchPortal portal)
    {
        var id = await portal.SendAsync(new StartMaintenance());
        var watch = Stopwatch.StartNew();
        await portal.RunJobsAsync();
        var time = watch.Elapsed;
        await using var read = portal.Database.OpenRead();
        var job = await read.Jobs.SingleAsync(j => j.Id == id);
        return job.Status == JobStatus.Succeeded ? (time, await read.MaintenanceRuns.SingleAsync(r => r.JobId == id)) : throw new InvalidOperationException($"The job ended as {job.Status}: {job.Error}");
    }

    /// <summary>The same changes by hand, taken back afterwards so that the job finds them to do.</summary>
    private static async Task<(long Changed, TimeSpan Time)> ByHandAsync(BenchRun run, BenchDatabase database)
    {
        await using var connection = await database.OpenRawAsync();
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var statement in GroupRules.Changes(run.IsPostgreSql))
            await Command(connection, transaction, statement).ExecuteNonQueryAsync();
        var time = watch.Elapsed;
        var changed = Convert.ToInt64(await Command(connection, transaction, "SELECT COUNT(*) FROM by_hand").ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await transaction.RollbackAsync();
        return (changed, time);
    }

    private static async Task ExecuteAsync(BenchDatabase database, string statement)
    {
        await using var connection = await database.OpenRawAsync();
        await Command(connection, null, statement).ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string statement)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandTimeout, command.CommandText) = (transaction, 600, statement);
        return command;
    }
}
