using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.EndToEnd.Story;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>One group in the browser: seen, filled by hand, changed, in both themes and three widths.</summary>
[Collection(BrowserTests.Name)]
public sealed class GroupDetailsTests(Browser browser)
{
    private static readonly (string First, string Last, string Title, double Score)[] People =
    [
        ("Ingrid", "Solberg", "Chief operating officer", 35), ("Mei-Ling", "Chen", "VP operations", 78), ("Jules", "Renaud", "VP information technology", 64),
        ("Olof", "Karlsson", "Fleet planner", 41), ("Sara", "Aguilar", "Route planner", 22), ("Hanna", "Lund", "Network planner", 31), ("Peter", "Wong", "Board member", 12),
        ("Dominique", "Brault", "Directeur des achats", 27),
    ];

    private readonly List<string> found = [];

    [BrowserFact]
    public async Task Sales_opens_a_group_fills_the_gaps_by_hand_and_reads_why_a_job_was_refused()
    {
        await using var portal = await RunningPortal.StartAsync();
        await using var visitor = await Visitor.ArriveAsync(browser, portal);
        var page = visitor.Page;
        await visitor.BecomeFirstAdminAsync("Anna Berg", "anna@example.com");
        await using var data = DataOf(portal);
        var group = await GroupAsync(data);
        var address = string.Create(CultureInfo.InvariantCulture, $"/buying-groups/{group.Id}");

        await visitor.OpenAsync(address);
        await LookAsync(visitor, "group-details");
        await visitor.ClickAsync("Assign members");
        await page.Locator("dialog[open]").GetByText("Ingrid Solberg").WaitForAsync();
        await page.GetByLabel("Select Ingrid Solberg").PickAsync();
        await page.GetByLabel("Role of Peter Wong").SelectOptionAsync("Champion");
        await page.GetByText("Completeness goes from 42 % to 92 %.").WaitForAsync();
        await LookAsync(visitor, "group-assign");
        await visitor.ClickAsync("Assign 2 members");
        await page.GetByText("2 people assigned.").WaitForAsync();
        await page.GetByText("Completeness went from 42 % to 92 %.").WaitForAsync();

        await visitor.ClickAsync("Confirm Hanna Lund as Practitioner");
        await page.GetByText("Every required role is filled.").WaitForAsync();
        await visitor.ClickAsync("Actions for Mei-Ling Chen");
        await LookAsync(visitor, "group-actions");
        await visitor.ClickAsync("Remove from the group");
        await visitor.ClickAsync("Remove one member");
        await page.GetByText("One member removed.").WaitForAsync();

        await ByJobAsync(data, group, MembershipChangeKind.Assign, People.Where(p => p.Last == "Chen").Select(p => (p.Last, GroupWorld.Influencer)));
        await visitor.OpenAsync(address + "/history?refused=1");
        await page.GetByText("Anna Berg had removed this person by hand.").WaitForAsync();
        await LookAsync(visitor, "group-history");
        await visitor.OpenAsync(address + "/overview");
        await LookAsync(visitor, "group-overview");
        await visitor.OpenAsync(address + "/table");
        await page.GetByLabel("Select Sara Aguilar").PickAsync();
        await LookAsync(visitor, "group-table");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        Assert.Equal(7, (await File.ReadAllLinesAsync(await download.PathAsync())).Length);
        Assert.True(found.Count == 0, string.Join('\n', found));
        visitor.NothingWentWrong();
    }

    private static ServiceProvider DataOf(RunningPortal portal) => new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddPortalDatabase(TestDatabase.ProviderOf(DatabaseKind.Sqlite), $"Data Source={Path.Combine(portal.DataFolder, "portal.db")}").BuildServiceProvider();

    private static async Task<BuyingGroup> GroupAsync(ServiceProvider data)
    {
        var contexts = data.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        var world = await new GroupWorld(contexts.CreateDbContext).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", []);
        await using (var context = await contexts.CreateDbContextAsync())
        {
            foreach (var (first, last, title, score) in People)
            {
                var person = world.Person(title);
                (person.FirstName, person.LastName, person.Email, person.EngagementScore, person.AccountId) = (first, last, $"{last}@hexa.example".ToLowerInvariant(), score, account.Id);
                context.People.Add(person);
            }
            await context.SaveChangesAsync();
        }
        var group = await world.GroupAsync(account);
        await ByJobAsync(data, group, MembershipChangeKind.Assign,
            [("Chen", GroupWorld.Influencer), ("Renaud", GroupWorld.Influencer), ("Karlsson", GroupWorld.Practitioner), ("Aguilar", GroupWorld.Practitioner)]);
        return group;
    }

    private static async Task ByJobAsync(ServiceProvider data, BuyingGroup group, MembershipChangeKind kind, IEnumerable<(string Last, int Role)> people)
    {
        var writer = data.GetRequiredService<MembershipWriter>();
        await data.GetRequiredService<PortalDatabase>().WriteAsync(
            async (context, cancellation) =>
            {
                var actor = await context.Actors.Where(a => a.Reference == "test:System").Select(a => a.Id).SingleAsync(cancellation);
                var lines = new List<MembershipLine>();
                foreach (var (last, role) in people)
                    lines.Add(new MembershipLine(group.Id, await context.People.Where(p => p.LastName == last).Select(p => p.Id).SingleAsync(cancellation), kind, role));
                await writer.BeginAsync(context, cancellation);
                await writer.RequestAsync(context, lines, cancellation);
                await writer.ApplyAsync(context, ActorKind.System, actor, TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);
            },
            CancellationToken.None);
    }

    private async Task LookAsync(Visitor visitor, string name)
    {
        foreach (var (scheme, suffix) in new[] { (ColorScheme.Light, ""), (ColorScheme.Dark, "-dark") })
        {
            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await Picture.TakeAsync(visitor.Page, name + suffix);
            found.AddRange((await Accessibility.FindingsAsync(visitor.Page)).Select(finding => $"{name}{suffix}: {finding}"));
        }
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        foreach (var (width, suffix) in new[] { (1280, "-1280"), (768, "-narrow") })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await Picture.TakeAsync(visitor.Page, name + suffix);
            var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
                found.Add($"{name} is {wide} px wide in a window of {width}.");
        }
        await visitor.Page.SetViewportSizeAsync(1440, 900);
    }
}
