using System.Diagnostics;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Groups.Browse;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Bench;

/// <summary>How long lists take in the server, from the gateway to the last row, at the 95th percentile.</summary>
internal static class ListsBench
{
    private const int Rounds = 15;

    public static async Task RunAsync(BenchRun run)
    {
        await using var database = await run.FilledAsync();
        await using var portal = new BenchPortal(run, database);
        var (solutionInterest, audience) = await GroupsBench.SetUpAsync(portal);
        await GroupsBench.CreateAsync(portal, solutionInterest, audience);
        var baseline = P95(await TimesAsync("baseline", _ => FirstRowsAsync(portal), warm: true));
        var all = new List<double>();
        foreach (var (name, ask) in RecordLists(portal).Concat(GroupLists(portal, solutionInterest)))
        {
            var times = await TimesAsync(name, ask, warm: true);
            all.AddRange(times);
            run.Result($"lists.{name}", P95(times), "ms-p95", P95(times) / baseline, baseline);
        }
        run.Result("lists", P95(all), "ms-p95", P95(all) / baseline, baseline);
    }

    private static IEnumerable<(string Name, Func<int, Task> Ask)> RecordLists(BenchPortal portal)
    {
        string[] first = ["an", "jo", "ka", "mar", "pe", "lu", "Øy", "志", "ben", "cla"];
        string[] last = ["Lindström", "Müller", "Garcí", "O'Br", "Kowal", "陳", "Silva", "van d", "Ek", "Wal"];
        string[] titles = ["director", "fleet", "inköpschef", "採購", "logist", "vp", "gerente", "leiterin", "responsable", "coo"];
        string[] sorts = ["lastName", "firstName", "email", "jobTitle", "engagementScore", "updatedAt"];
        string[] accountSorts = ["name", "industry", "billingCountry", "billingCity", "annualRevenue", "numberOfEmployees", "updatedAt"];
        string[] countries = ["Sweden", "Germany", "France", "Taiwan", "United States", "Brazil"];
        string[] industries = ["Logistics", "Transport", "Energy", "Software", "Chemicals"];

        Task People(PersonFilter filter, PageRequest page) => portal.AskAsync(new FindPeople(filter, page));
        Task Accounts(AccountFilter filter, PageRequest page) => portal.AskAsync(new FindAccounts(filter, page));

        yield return ("people.first-page", i => People(new(), new(1, 50, sorts[i % sorts.Length], i % 2 == 1)));
        yield return ("people.deep-page", i => People(new(), new(150 + i, 50, sorts[i % sorts.Length], i % 2 == 1)));
        yield return ("people.search", i => People(new() { Search = i % 2 == 0 ? first[i % 10] : last[i % 10] }, new()));
        yield return ("people.search-two-words", i => People(new() { Search = $"{first[i % 10]} {last[(i * 3) % 10]}" }, new()));
        yield return ("people.search-nobody", i => People(new() { Search = $"zzz{i}" }, new()));
        yield return ("people.title-contains", i => People(new() { TitleContains = titles[i % 10] }, new(1, 50, sorts[i % sorts.Length])));
        yield return ("people.title-and-country", i => People(new() { TitleContains = titles[i % 10], Countries = [countries[i % 6]] }, new(1, 50, "lastName")));
        yield return ("people.country", i => People(new() { Countries = [countries[i % 6]] }, new(1 + i, 50, sorts[i % sorts.Length])));
        yield return ("people.title-nobody-has", i => People(new() { TitleContains = $"astronaut {i}" }, new()));
        yield return ("people.unsubscribed", i => People(new() { Unsubscribed = true }, new(1, 50, sorts[i % sorts.Length])));
        yield return ("accounts.first-page", i => Accounts(new(), new(1, 50, accountSorts[i % 7], i % 2 == 1)));
        yield return ("accounts.deep-page", i => Accounts(new(), new(150 + i, 50, accountSorts[i % 7], i % 2 == 1)));
        yield return ("accounts.search", i => Accounts(new() { Search = new[] { "logist", "north", "通", "berg", "wood", "åkeri", "monte", "zzz" }[i % 8] }, new()));
        yield return ("accounts.industry-country", i => Accounts(new() { Industries = [industries[i % 5]], Countries = [countries[i % 6]] }, new(1, 50, accountSorts[i % 7])));
        yield return ("accounts.employees-revenue", i => Accounts(new() { EmployeesFrom = 200 * i, RevenueFrom = 1_000_000m * i }, new(1, 50, "annualRevenue", true)));
        yield return ("accounts.any-field", i => Accounts(new() { Fields = [FieldFilter.Of("website", ConditionOperator.Contains, $"oak{i}")] }, new()));
    }

    private static IEnumerable<(string Name, Func<int, Task> Ask)> GroupLists(BenchPortal portal, int solutionInterest)
    {
        string[] sorts = ["name", "completeness", "engagement", "status", "updated"];
        var here = new ListState();
        // "Decision Maker missing and completeness < 50", as its address has it.
        var headless = here.WithFilter(BuyingGroupAddress.Missing, "1").WithFilter(BuyingGroupAddress.CompletenessRange, "..49");

        Task Groups(ListState state, int i) => portal.AskAsync(new FindBuyingGroups(state with { Sort = sorts[i % 5], Descending = i % 2 == 1 }));

        yield return ("groups.first-page", i => Groups(here, i));
        yield return ("groups.deep-page", i => Groups(here with { Page = 150 + i }, i));
        yield return ("groups.search", i => Groups(here with { Search = new[] { "logist", "north", "通", "berg", "zzz" }[i % 5] }, i));
        yield return ("groups.decision-maker-missing-under-50", i => Groups(headless, i));
        yield return ("groups.decision-maker-missing-under-50-deep", i => Groups(headless with { Page = 50 + i }, i));
        yield return ("groups.solution-and-two-missing", i => Groups(here.WithFilter(BuyingGroupAddress.Solution, $"{solutionInterest}").WithFilter(BuyingGroupAddress.Missing, "1", "5"), i));
        yield return ("groups.completeness-range", i => Groups(here.WithFilter(BuyingGroupAddress.CompletenessRange, $"{i * 4}..{i * 4 + 20}"), i));
    }

    /// <summary>The least a page can cost: one statement through the same context that reads fifty rows by their key.</summary>
    private static async Task FirstRowsAsync(BenchPortal portal)
    {
        await using var context = portal.Database.OpenRead();
        await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(context.People.OrderBy(p => p.Id).Take(50).Select(p => new { p.Id, p.FirstName, p.LastName, p.Email, p.JobTitle }));
    }

    private static async Task<List<double>> TimesAsync(string name, Func<int, Task> ask, bool warm)
    {
        // The first time compiles the query, which happens once in the life of the portal.
        if (warm)
            await ask(0);
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask(i);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine($"   {name}: median {times.Order().ElementAt(times.Count / 2):N1} ms, worst {times.Max():N1} ms");
        return times;
    }

    private static double P95(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.95) - 1);
}
