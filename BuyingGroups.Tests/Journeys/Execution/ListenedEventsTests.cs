using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Journeys.Execution.Drawing;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>Which events a listening node takes for its own.</summary>
public sealed class ListenedEventsTests
{
    [OnEveryDatabase]
    public async Task What_the_journey_did_to_the_account_before_it_arrived_is_not_heard_and_what_others_do_is(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        JourneyEvent[] events =
        [
            new(JourneyEventKind.InterestingMoment), new(JourneyEventKind.Activity) { ActivityType = ActivityType.InterestingMoment }, new(JourneyEventKind.AssignedToBuyingGroup),
            new(JourneyEventKind.CompletenessChanged), new(JourneyEventKind.AccountDataChanged), new(JourneyEventKind.PersonDataChanged), new(JourneyEventKind.StatusChanged),
        ];
        var accounts = new List<Account>();
        foreach (var place in Enumerable.Range(0, events.Length))
        {
            accounts.Add(await world.Groups.AccountAsync($"Account {place}", ["chief"]));
            await world.Groups.GroupAsync(accounts[^1]);
        }
        var solution = world.Groups.Solution.Id;
        var journey = await world.PublishAsync(Listening(events, new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "moment")
            .Add("moment", new AccountInterestingMomentSettings("Hello"), "noted")
            .Add("noted", new PersonInterestingMomentSettings("Hello"), "assign")
            .Add("assign", new AssignToBuyingGroupSettings(solution, GroupWorld.DecisionMaker), "size")
            .Add("size", new UpdateAccountProfileSettings("numberOfEmployees", "7"), "title")
            .Add("title", new UpdatePersonProfileSettings("jobTitle", "Head"), "status")
            .Add("status", new UpdateBuyingGroupStatusSettings(solution, "In talks"), "split")));

        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunAsync();

        foreach (var place in Enumerable.Range(0, events.Length))
            Assert.Equal($"listen-{place} Active", (await world.WhereAsync(journey))[$"Account {place}"]);
        await using (var context = world.Database.Open())
        {
            Assert.Equal(events.Length, await context.MembershipChanges.CountAsync(change => change.Applied));
            Assert.Equal(4 * events.Length, await context.ChangeEvents.CountAsync());
        }
        await world.HappenAsync(accounts[0].Id, ActivityType.InterestingMoment);
        await world.Database.AddAsync([Changed(world, accounts[4], "numberOfEmployees", "8")]);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["came Completed"], new[] { 0, 4 }.Select(place => $"Account {place}").Select((await world.WhereAsync(journey)).GetValueOrDefault).Distinct());
        Assert.Equal(5, (await world.WhereAsync(journey)).Values.Count(where => where.EndsWith("Active", StringComparison.Ordinal)));
    }

    [OnEveryDatabase]
    public async Task A_new_value_is_compared_as_the_field_holds_it_and_without_case(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var partner = new CustomField { Target = CustomFieldTarget.Account, Name = "Partner", Kind = CustomFieldKind.Boolean };
        await world.Database.AddAsync([partner]);
        var custom = ConditionCatalog.CustomFieldKey(partner.Id);
        (string Field, string Wanted, string Comes, bool Heard)[] cases =
        [
            ("industry", " MINING ", "Mining", true), ("industry", "Mine", "Mining", false), ("industry", "", "Mining", true), ("annualRevenue", "1000.0", "1000", true), ("annualRevenue", "100", "1000", false),
            (custom, "Yes", "true", true), (custom, "no", "true", false),
        ];
        var accounts = new List<Account>();
        foreach (var place in Enumerable.Range(0, cases.Length))
            accounts.Add(await world.Groups.AccountAsync($"Account {place}", []));
        var journey = await world.PublishAsync(Listening(
            [.. cases.Select(one => new JourneyEvent(JourneyEventKind.AccountDataChanged) { Field = one.Field, NewValue = one.Wanted })],
            new Drawing().Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Database.AddAsync([.. cases.Select((one, place) => Changed(world, accounts[place], one.Field, one.Comes))]);

        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        var where = await world.WhereAsync(journey);
        Assert.Equal(cases.Select((one, place) => one.Heard ? "came Completed" : $"listen-{place} Active"), accounts.Select(account => where[account.Name]));
    }

    [OnEveryDatabase]
    public async Task The_name_of_an_attribute_is_compared_without_case_too(DatabaseKind kind)
    {
        await using var world = await JourneyWorld.CreateAsync(kind);
        var account = await world.Groups.AccountAsync("Account 0", []);
        var journey = await world.PublishAsync(Listening(
            [new JourneyEvent(JourneyEventKind.Activity) { ActivityType = ActivityType.PageViews, Attributes = [new ActivityConstraint("Page", ConditionOperator.StartsWith, "/PRICING")] }],
            new Drawing().Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "split")));
        await world.RunAsync();

        await world.HappenAsync(account.Id, ActivityType.PageViews, null, null, new ActivityAttribute { Name = "page", Value = "/pricing?plan=1" });
        await world.RunAsync();

        Assert.Equal("came Completed", (await world.WhereAsync(journey))["Account 0"]);
    }

    /// <summary>Behind <paramref name="before"/>, account 0 listens for the first event, account 1 for the second, and so on.</summary>
    private static Drawing Listening(IReadOnlyList<JourneyEvent> events, Drawing before)
    {
        before.Add("split", new SplitByAccountsSettings(), [.. events.Select((_, place) => Branch($"path-{place}", When("name", ConditionOperator.Is, $"Account {place}"), $"listen-{place}"))]);
        foreach (var (heard, place) in events.Select((heard, place) => (heard, place)))
            before.Add($"listen-{place}", new ListenForEventSettings(heard, null), "came");
        return before.Add("came", new MergeSettings());
    }

    private static ChangeEvent Changed(JourneyWorld world, Account account, string field, string current) => new()
    {
        Kind = ChangeEventKind.AccountData,
        AccountId = account.Id,
        Field = field,
        Current = current,
        ActorId = world.Groups.Actors[ActorKind.Manual],
        At = world.Clock.GetUtcNow().UtcDateTime,
    };
}
