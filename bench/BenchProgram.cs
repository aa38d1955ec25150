using System.Diagnostics;

namespace BuyingGroups.Bench;

/// <summary>Reads what to measure, measures it, prints one RESULT line per figure.</summary>
internal static class BenchProgram
{
    private const int WrongUsage = 2;
    private const int NotBuilt = 2;

    private static readonly Dictionary<string, Func<BenchRun, Task>> Works = new(StringComparer.Ordinal)
    {
        ["import"] = ImportBench.RunAsync,
        ["groups"] = GroupsBench.RunAsync,
        ["lists"] = ListsBench.RunAsync,
        ["engine"] = EngineBench.RunAsync,
        ["engagement"] = EngagementBench.RunAsync,
        ["maintenance"] = MaintenanceBench.RunAsync,
        ["dashboards"] = DashboardsBench.RunAsync,
        ["designer"] = DesignerBench.RunAsync,
    };

    /// <summary>Named by quality.md, measured once the feature they measure is built.</summary>
    private static readonly Dictionary<string, string> Later = new(StringComparer.Ordinal)
    {
        ["circuits"] = "the load test of open circuits",
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length == 0 || arguments[0] is "--help" or "-h" || Option(arguments, "--database", "sqlite") is not { } database
            || database is not ("sqlite" or "postgresql") || Option(arguments, "--size", "small") is not { } size || size is not ("small" or "full"))
        {
            await Console.Error.WriteLineAsync($"Usage: dotnet run -c Release --project bench -- {string.Join('|', Works.Keys.Concat(Later.Keys))}|all [--database sqlite|postgresql] [--size small|full]");
            return WrongUsage;
        }
        if (Later.TryGetValue(arguments[0], out var feature))
        {
            await Console.Error.WriteLineAsync($"MeasuresNothingYet: “{arguments[0]}” comes with {feature}, which is not built yet. Nothing was measured.");
            return NotBuilt;
        }
        if (arguments[0] != "all" && !Works.ContainsKey(arguments[0]))
        {
            await Console.Error.WriteLineAsync($"There is no work “{arguments[0]}”. Nothing was measured.");
            return WrongUsage;
        }
        await using var run = new BenchRun(database, size);
        await Console.Out.WriteLineAsync($"{database}, {size}: {run.Accounts:N0} accounts, {run.People:N0} people; {Environment.ProcessorCount} cores, load {Load()} at the start");
        var watch = Stopwatch.StartNew();
        foreach (var (name, work) in Works.Where(work => arguments[0] == "all" || work.Key == arguments[0]))
        {
            await Console.Out.WriteLineAsync($"-- {name}");
            await work(run);
        }
        await Console.Out.WriteLineAsync($"done in {watch.Elapsed.TotalSeconds:N0} s, load {Load()} at the end");
        return 0;
    }

    private static string? Option(string[] arguments, string name, string usual)
    {
        var at = Array.IndexOf(arguments, name);
        return at < 0 ? usual : at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    /// <summary>A loaded machine makes slow figures: whoever reads them should know.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
