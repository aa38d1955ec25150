using Bunit;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Details;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>The figures of a journey, the lists behind them, and the list of journeys.</summary>
public sealed class JourneyDetailsTests : PageTest
{
    private JourneyWorld World { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        World = await new JourneyWorld(Portal).BuildAsync();
        await World.PublishAsync();
    }

    [Fact]
    public async Task Figures_come_from_the_days_that_are_kept_and_lead_to_the_accounts()
    {
        await KeepAsync(EntryStatus.Completed, 6, TimeSpan.FromDays(2));
        await KeepAsync(EntryStatus.GoalMet, 2, TimeSpan.FromHours(12));
        await KeepAsync(EntryStatus.Exited, 1, TimeSpan.FromHours(1));
        await using (var context = Portal.Open())
        {
            context.JourneyDays.Add(new JourneyDay { JourneyId = World.Id, Day = Today, Outcome = JourneyDay.Entered, Entries = 20 });
            context.JourneyEngagementMarks.Add(new JourneyEngagementMark { JourneyId = World.Id, Accounts = 5, People = 9 });
            await context.SaveChangesAsync();
        }

        var figures = (await Portal.AskAsync(new GetJourneyFigures(World.Id))).Demand();
        Assert.Equal((20L, 8L, 11L, 0.4), (figures.Entered, figures.Completed, figures.InProgress, figures.CompletionRate!.Value));
        Assert.Equal(TimeSpan.FromHours(((6 * 48) + (2 * 12)) / 8.0), figures.Mean);
        Assert.Equal([0L, 2L, 6L, 0L, 0L, 0L, 0L, 0L], figures.Durations);
        Assert.Equal((30, 20L, 8L, 1L), (figures.Days.Count, figures.Days[^1].Entered, figures.Days[^1].Completed, figures.Days[^1].EndedEarly));

        var page = Show<JourneyPage>($"/journeys/{World.Id}", p => p.Add(x => x.Id, World.Id));
        page.WaitForAssertion(() => Assert.StartsWith("40", page.Find("[data-rate]").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/journeys/{World.Id}/entries?status=Completed", page.Find("[data-outcome=Completed] a").GetAttribute("href"));
        Assert.Equal(4, page.FindAll("svg.ring .slice").Count);
        Assert.Contains("5", page.Find($"a[href='/journeys/{World.Id}/engaged']").TextContent, StringComparison.Ordinal);
        page.Find("[data-days] button[aria-label='View data']").Click();
        page.WaitForAssertion(() => Assert.Equal(30, page.FindAll("[data-days] tbody tr").Count));
    }

    [Fact]
    public async Task The_accounts_behind_a_figure_are_listed_by_how_they_stand()
    {
        await World.EnterAsync(await World.Groups.AccountAsync("Hexa", []), "wait", EntryStatus.Active, ("start", 1));
        await World.EnterAsync(await World.Groups.AccountAsync("Ostmark", []), "moment", EntryStatus.Completed, ("start", 1));
        await World.EnterAsync(await World.Groups.AccountAsync("Aria", []), "wait", EntryStatus.Parked, ("start", 1));
        async Task<IEnumerable<string?>> NamesAsync(EntryStatus status) =>
            (await Portal.AskAsync(new FindEntries(World.Id, status, new PageRequest()))).Demand().Rows.Select(row => row.Account);

        Assert.Equal(["Hexa"], await NamesAsync(EntryStatus.Active));
        Assert.Equal(["Ostmark"], await NamesAsync(EntryStatus.Completed));
        Assert.Equal(["Aria"], await NamesAsync(EntryStatus.Parked));
        Assert.Empty(await NamesAsync(EntryStatus.GoalMet));
        var portion = (await Portal.AskAsync(new ExportEntries(World.Id, EntryStatus.Parked, 0))).Demand();
        Assert.Equal(("Aria", "The disk was full."), (portion.Rows.Single()[0].Value, portion.Rows.Single()[^1].Value));
        Assert.Equal("Ost", (await Portal.AskAsync(new FindAccountsAtNode(World.Id, World.Keys["start"], AtNode.Passed, new PageRequest(), "ost"))).Demand().Rows.Single().Account![..3]);

        var page = Show<EntriesPage>($"/journeys/{World.Id}/entries?status=Completed", p => p.Add(x => x.JourneyId, World.Id));
        page.WaitForAssertion(() => Assert.Equal("Ostmark", page.Find("tbody a.m").TextContent));
    }

    [Fact]
    public async Task The_list_is_filtered_and_a_journey_is_duplicated_and_deleted_from_it()
    {
        var mine = (await Portal.SendAsync(new CreateJourney("Mine"), Caller)).Demand();
        var page = Show<JourneysPage>("/journeys?mine=yes");
        page.WaitForAssertion(() => Assert.Equal(["Mine"], page.FindAll("tbody a.m").Select(a => a.TextContent)));
        page.Find("button[aria-label='Actions for Mine']").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("button.mi")));
        page.FindAll("button.mi").First(button => button.TextContent.Contains("Duplicate with settings", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.EndsWith("/designer", Address.Path, StringComparison.Ordinal));
        await using var context = Portal.Open();
        Assert.Equal(3, await context.Journeys.CountAsync());
        Assert.Equal(["Mine"], (await Portal.AskAsync(new FindJourneys(new PageRequest(), "mine", JourneyStatus.Draft))).Demand().Rows.Where(row => row.Id == mine).Select(row => row.Name));
        Assert.Empty((await Portal.AskAsync(new FindJourneys(new PageRequest(), Filter: new JourneyFilter(Published: new DayRange(new DateOnly(2100, 1, 1), null))))).Demand().Rows);
        Assert.Equal("Nurture", (await Portal.AskAsync(new FindJourneys(new PageRequest(), Filter: new JourneyFilter(Published: new DayRange(new DateOnly(2000, 1, 1), null))))).Demand().Rows.Single().Name);
    }

    private int Today => JourneyDay.DayOf(Portal.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task KeepAsync(EntryStatus status, long entries, TimeSpan took)
    {
        await using var context = Portal.Open();
        var milliseconds = (long)took.TotalMilliseconds;
        context.JourneyDays.Add(new JourneyDay { JourneyId = World.Id, Day = Today, Outcome = (short)status, Took = JourneyDuration.BandOf(milliseconds), Entries = entries, Milliseconds = entries * milliseconds });
        await context.SaveChangesAsync();
    }
}
