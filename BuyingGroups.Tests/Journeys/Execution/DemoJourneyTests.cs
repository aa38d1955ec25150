using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Demo;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>The demo's companies through a journey of all that decides, on every database, against counts worked out here from the companies themselves.</summary>
public sealed class DemoJourneyTests
{
    private const int Companies = 500;

    [OnEveryDatabase]
    public async Task The_demo_companies_end_where_a_count_by_hand_says(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var accounts = await FillAsync(world);
        var (everybody, list) = await SourcesAsync(world);
        var solution = world.Groups.Solution.Id;
        var weekday = new MustEndOn([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(9, 0));
        var form = new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.FormFilledOut };
        await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(everybody, null), "size")
            .Add("size", new SplitByAccountsSettings(), Branch("large", When("numberOfEmployees", ConditionOperator.GreaterOrEqual, "1000"), "people"), Other("variant"))
            .Add("people", new SplitByPeopleSettings(), Branch("managers", When("jobTitle", ConditionOperator.Contains, "manager"), "assign"))
            .Add("assign", new AssignToBuyingGroupSettings(solution, GroupWorld.DecisionMaker), "people-end")
            .Add("people-end", new PeopleMergeSettings(new NodeId("people")), "wait")
            .Add("wait", new WaitSettings(new WaitRule(new WaitDuration(5, WaitUnit.Days), null, weekday, "Europe/Stockholm")), "remove")
            .Add("remove", new RemoveFromBuyingGroupSettings(solution), "join")
            .Add("variant", new VariantSplitSettings(SplitSubject.Accounts), Share("a", 60, "listen"), Share("b", 40, "join"))
            .Add("listen", new ListenForEventSettings(form, new WaitRule(new WaitDuration(2, WaitUnit.Days), null, null)), JourneyPath.Next(new NodeId("listed")), Timeout("join"))
            .Add("listed", new AddToAccountListSettings(list), "join")
            .Add("join", new MergeSettings()));

        await world.RunAsync();

        // By hand: first match by size; the others in the order of their ids through the sixty-forty slots.
        var large = accounts.Where(account => account.NumberOfEmployees >= 1000).ToList();
        var small = accounts.Except(large).ToList();
        var slots = VariantQuota.Slots([60, 40]);
        var listening = small.Where((_, place) => slots[place % 100] == 1).ToList();
        var managers = large.Sum(account => account.People.Count(person => person.JobTitle?.Contains("manager", StringComparison.OrdinalIgnoreCase) == true));
        Assert.True(large.Count > 20 && listening.Count > 20 && managers > 20, "The demo should give this journey something to decide.");
        var counts = await world.CountsAsync();
        Assert.Equal(
            (Companies, large.Count, small.Count, listening.Count, small.Count - listening.Count, large.Count),
            ((int)counts["start/1"], (int)counts["size/1"], (int)counts["size/2"], (int)counts["variant/1"], (int)counts["variant/2"], (int)counts["people-end/1"]));
        Assert.Equal(managers, await MembersAsync(world));

        world.Clock.Advance(TimeSpan.FromHours(3));
        var heard = listening.Where(account => account.Id % 3 == 0).ToList();
        foreach (var account in accounts.Where(account => account.Id % 3 == 0))
            await world.HappenAsync(account.Id, ActivityType.FormFilledOut);
        await world.RunAsync();
        Assert.Equal(heard.Count, (int)(await world.CountsAsync())["listen/1"]);

        // Five days after Monday 9:00 UTC is Saturday; the first weekday at 9:00 in Stockholm is Monday 8:00 UTC.
        await world.RunAfterAsync(TimeSpan.FromDays(7) - TimeSpan.FromHours(1 + 3) - TimeSpan.FromSeconds(1));
        Assert.Equal(managers, await MembersAsync(world));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        counts = await world.CountsAsync();
        Assert.Equal(
            (large.Count, heard.Count, listening.Count - heard.Count, heard.Count, Companies, 0),
            ((int)counts["wait/1"], (int)counts["listen/1"], (int)counts["listen/2"], (int)counts["listed/1"], (int)counts["join/1"], await MembersAsync(world)));
        Assert.Equal(await world.VisitsAsync(), counts);
        await using var context = world.Database.Open();
        Assert.Equal(heard.Select(account => account.Id).Order(), await context.AccountListMembers.OrderBy(member => member.AccountId).Select(member => member.AccountId).ToListAsync());
        Assert.Equal(Companies, await context.JourneyEntries.CountAsync(entry => entry.Status == EntryStatus.Completed));
    }

    private static async Task<List<Account>> FillAsync(JourneyWorld world)
    {
        var size = new DemoSize(Companies, 5_000, 20261122, Faults: false);
        var accounts = DemoAccounts.Generate(size).Select(company => new Account { SourceKey = company.SourceKey, Name = company.Name, NumberOfEmployees = company.NumberOfEmployees }).ToList();
        var byKey = accounts.ToDictionary(account => account.SourceKey, StringComparer.Ordinal);
        foreach (var person in DemoPeople.Generate(size))
            byKey[person.AccountSourceKey].People.Add(new Person { SourceKey = person.SourceKey, Email = person.Email, FirstName = person.FirstName, LastName = person.LastName, JobTitle = person.JobTitle });
        await world.Database.AddAsync([.. accounts]);
        await world.Database.AddAsync([.. accounts.Select(account => new BuyingGroup { AccountId = account.Id, SolutionInterestId = world.Groups.Solution.Id, Name = account.Name })]);
        return [.. accounts.OrderBy(account => account.Id)];
    }

    private static async Task<(int Audience, int AccountList)> SourcesAsync(JourneyWorld world)
    {
        var audience = new Audience { Name = "Everybody", Status = PublicationStatus.Live, Condition = When("name", ConditionOperator.IsNotEmpty) };
        var list = new AccountList { Name = "Filled in a form", Kind = AccountListKind.Static, Status = PublicationStatus.Live };
        await world.Database.AddAsync([audience, list]);
        return (audience.Id, list.Id);
    }

    private static async Task<int> MembersAsync(JourneyWorld world)
    {
        await using var context = world.Database.Open();
        return await context.Members.CountAsync(member => member.IsActive);
    }
}
