using System.Diagnostics;
using BuyingGroups.Data.Imports;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Demo;
using BuyingGroups.Portal.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Bench;

/// <summary>CSV import of people, against raw prepared inserts of the same columns into the same table with the same indexes.</summary>
internal static class ImportBench
{
    public static async Task RunAsync(BenchRun run)
    {
        var raw = await RawInsertsAsync(run);
        var file = Path.Combine(run.Folder, DemoFiles.PeopleFile);
        await using (var writer = new StreamWriter(file))
            DemoFiles.WritePeople(writer, DemoPeople.Generate(BenchRows.SizeOf(run.Accounts, run.People)));

        await using var database = await run.EmptyAsync();
        await database.FillAsync(run.Accounts, 0);
        await using var portal = new BenchPortal(run, database);
        var first = await ImportAsync(run, portal, file, "import");
        run.Result("import", first.RowsPerSecond, "rows/s", first.RowsPerSecond / raw, raw);
        run.Result("import.inspect", first.InspectedPerSecond, "rows/s");
        run.Result("import.memory", first.PeakMegabytes, "MB-above-start");
        var again = await ImportAsync(run, portal, file, "import.unchanged");
        run.Result("import.unchanged", again.RowsPerSecond, "rows/s", again.RowsPerSecond / raw, raw);
        File.Delete(file);
    }

    private static async Task<(double RowsPerSecond, double InspectedPerSecond, double PeakMegabytes)> ImportAsync(BenchRun run, BenchPortal portal, string path, string name)
    {
        await using var memory = new Memory();
        var watch = Stopwatch.StartNew();
        ReceivedFile received;
        await using (var file = File.OpenRead(path))
            received = await portal.AskAsync(new ReceiveImportFile(ImportKind.People, file));
        var inspected = watch.Elapsed;
        var id = await portal.SendAsync(new AddImportFile(ImportKind.People, "people.csv", received));
        var job = await portal.SendAsync(new StartImport(id));
        watch.Restart();
        await portal.RunJobsAsync();
        var imported = watch.Elapsed;

        await using var read = portal.Database.OpenRead();
        var ended = await read.Jobs.SingleAsync(j => j.Id == job);
        var done = await portal.AskAsync(new GetImport(id));
        if (ended.Status != JobStatus.Succeeded || done.Created + done.Unchanged != run.People)
            throw new InvalidOperationException($"{name}: {ended.Status}, {done.Created} created, {done.Unchanged} unchanged, {done.Rejected} rejected. {ended.Error}");
        Console.WriteLine($"   {name}: {run.People:N0} rows looked at in {inspected.TotalSeconds:N1} s, imported in {imported.TotalSeconds:N1} s; {memory.Start:N0} MB at the start, {memory.Peak:N0} MB at most");
        return (run.People / imported.TotalSeconds, run.People / inspected.TotalSeconds, memory.Peak - memory.Start);
    }

    private static async Task<double> RawInsertsAsync(BenchRun run)
    {
        await using var database = await run.EmptyAsync();
        await database.FillAsync(run.Accounts, 0);
        await using var context = database.Open();
        var accounts = await context.Accounts.Select(a => new { a.SourceKey, a.Id }).ToDictionaryAsync(a => a.SourceKey, a => a.Id);
        await using var connection = await database.OpenRawAsync();
        var inserts = new PreparedInserts(connection, context);
        var time = TimeSpan.Zero;
        foreach (var rows in BenchRows.People(run.Accounts, run.People, accounts).Chunk(20_000))
        {
            // Making the values is not part of what is timed.
            var values = inserts.ValuesOf(rows);
            var watch = Stopwatch.StartNew();
            await inserts.InsertAsync(values);
            time += watch.Elapsed;
        }
        Console.WriteLine($"   raw prepared inserts: {run.People:N0} rows in {time.TotalSeconds:N1} s");
        return run.People / time.TotalSeconds;
    }
}
