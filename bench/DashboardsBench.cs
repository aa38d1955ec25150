using System.Diagnostics;
using BuyingGroups.Data.RollUps;
using BuyingGroups.Portal.Features.Dashboards;

namespace BuyingGroups.Bench;

/// <summary>
/// How long each dashboard takes in the server, from the gateway to the last figure, with ninety days of roll-ups; and what keeping those costs. All
/// against counting the groups as they stand, which is the least that a dashboard without roll-ups would do on every visit.
/// </summary>
internal static class DashboardsBench
{
    private const int Rounds = 20;

    public static async Task RunAsync(BenchRun run)
    {
        await using var database = await run.FilledAsync();
        await using var portal = new BenchPortal(run, database);
        var days = new DashboardDays(portal, run.Accounts);
        await days.SetUpAsync();
        var scan = await TimeAsync(() => ScanAsync(portal));
        Console.WriteLine($"   counting {run.Accounts:N0} groups as they stand: {scan:N0} ms");
        var weeks = await days.LiveAsync();
        run.Result("dashboards.count-all", weeks.Average(), "ms", weeks.Average() / scan, scan);
        var again = await TimeAsync(days.CountAsync);
        run.Result("dashboards.count-again", again, "ms", again / scan, scan);
        var all = new List<double>();
        foreach (var (name, ask) in Dashboards(portal, days.Solutions))
        {
            // The first time of each choice compiles its queries, which happens once in the life of the portal.
            for (var i = 0; i < Choices; i++)
                await ask(i);
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                var round = i;
                times.Add(await TimeAsync(() => ask(round)));
            }
            all.AddRange(times);
            Console.WriteLine($"   {name}: {string.Join(", ", Enumerable.Range(0, Choices).Select(choice => $"{Filter(choice, days.Solutions[0])} {times.Where((_, i) => i % Choices == choice).Order().ElementAt(Rounds / Choices / 2):N0} ms"))}");
            run.Result($"dashboards.{name}", P95(times), "ms-p95", P95(times) / scan, scan);
        }
        run.Result("dashboards", P95(all), "ms-p95", P95(all) / scan, scan);
    }

    private const int Choices = 5;

    private static DashboardFilter Filter(int i, int solution) => (i % Choices) switch
    {
        0 => new DashboardFilter(90),
        1 => new DashboardFilter(30, solution),
        2 => new DashboardFilter(90, Industry: "Logistics"),
        3 => new DashboardFilter(7, Region: "EMEA"),
        _ => new DashboardFilter(30, solution, Industry: "Energy", Region: "Americas"),
    };

    private static IEnumerable<(string Name, Func<int, Task> Ask)> Dashboards(BenchPortal portal, IReadOnlyList<int> solutions)
    {
        DashboardFilter Of(int i) => Filter(i, solutions[i % solutions.Count]);
        yield return ("intelligent", i => portal.AskAsync(new GetIntelligentDashboard(Of(i))));
        yield return ("groups", i => portal.AskAsync(new GetGroupsDashboard(Of(i))));
        yield return ("roles", i => portal.AskAsync(new GetRoleInsights(Of(i))));
        yield return ("engagement", i => portal.AskAsync(new GetEngagementDashboard(Of(i))));
        yield return ("journeys", i => portal.AskAsync(new GetJourneysDashboard(Of(i))));
        yield return ("choices", _ => portal.AskAsync(new FindDashboardChoices()));
        yield return ("next-steps", _ => portal.AskAsync(new FindNextSteps()));
    }

    private static async Task ScanAsync(BenchPortal portal)
    {
        await using var read = portal.Database.OpenRead();
        await GroupCounts.GroupsAsync(read, null, null, CancellationToken.None);
        await GroupCounts.RolesAsync(read, null, null, CancellationToken.None);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double P95(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.95) - 1);
}
