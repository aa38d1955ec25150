using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Activities;

public sealed class RecordActivitiesTests
{
    [OnEveryDatabase]
    public async Task Activities_are_kept_with_what_is_known_of_them_and_a_repeated_batch_does_nothing(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var maria = await portal.PersonAsync(account, "Maria", "Anders", "maria@northwind.example", p => p.SourceKey = "P-1");
        var now = portal.Clock.GetUtcNow();
        ActivityInput[] batch =
        [
            new(" page views ", "K-1", PersonSourceKey: "P-1", OccurredAt: now.AddDays(-1).ToOffset(TimeSpan.FromHours(8)), Attributes: Known(("Page", " /Pricing "), ("Colour", "Red"), ("Link", " "))),
            new("Form Filled Out", "K-2", AccountSourceKey: "Northwind", Email: "MARIA@northwind.example"),
            new("Interesting Moment", "K-3", AccountSourceKey: "Northwind", Attributes: Known(("description", "Signed up for the pilot"))),
            new("Page Views", "K-1", PersonSourceKey: "P-1"),
        ];

        var first = (await portal.SendAsync(new RecordActivities(batch))).Demand();
        var second = (await portal.SendAsync(new RecordActivities(batch))).Demand();

        Assert.Equal([ActivityOutcome.Recorded, ActivityOutcome.Recorded, ActivityOutcome.Recorded, ActivityOutcome.Known], first.Results.Select(result => result.Outcome));
        Assert.Equal((0, 4, 0), (second.Recorded, second.Known, second.Refused));
        await using var context = portal.Open();
        var kept = await context.Activities.Include(activity => activity.Attributes).OrderBy(activity => activity.SourceKey).ToListAsync();
        Assert.Equal(
            [(account.Id, maria.Id, ActivityType.PageViews), (account.Id, maria.Id, ActivityType.FormFilledOut), (account.Id, null, ActivityType.InterestingMoment)],
            kept.Select(activity => (activity.AccountId, activity.PersonId, activity.ActivityTypeId)));
        Assert.Equal((now.UtcDateTime.AddDays(-1), now.UtcDateTime), (kept[0].OccurredAt, kept[0].RecordedAt));
        Assert.Equal([("colour", "Red", "red"), ("page", "/Pricing", "/pricing")], kept[0].Attributes.Select(one => (one.Name, one.Value, one.NormalizedValue)).Order());
        Assert.Contains("colour", await context.ActivityAttributeNames.Select(name => name.Name).ToListAsync());

        var ofPerson = (await portal.AskAsync(new FindActivities(new PageRequest(), PersonId: maria.Id))).Demand();
        Assert.Equal(["Form Filled Out", "Page Views"], ofPerson.Rows.Select(row => row.Type));
        Assert.Equal([new("colour", "Red"), new KnownOfActivity("page", "/Pricing")], ofPerson.Rows[1].Known);
        var ofAccount = (await portal.AskAsync(new FindActivities(new PageRequest(), account.Id))).Demand();
        Assert.Equal((3, null, "Maria Anders"), (ofAccount.Total, ofAccount.Rows[0].Person, ofAccount.Rows[2].Person));
    }

    [OnEveryDatabase]
    public async Task Each_bad_activity_is_refused_by_itself(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var (north, south) = (await portal.AccountAsync("Northwind"), await portal.AccountAsync("Southwind"));
        await portal.PersonAsync(north, "Maria", "Anders", "shared@example.org", p => p.SourceKey = "P-1");
        await portal.PersonAsync(south, "Bo", "Zeta", "shared@example.org", p => p.SourceKey = "P-2");
        var retired = (await portal.SendAsync(new AddActivityType("Chatted"))).Demand();
        (await portal.SendAsync(new RetireActivityType(retired, 1, Retired: true))).Demand();
        const string views = "Page Views";
        (ActivityInput Input, Type? Refusal)[] cases =
        [
            (new(views, PersonSourceKey: "P-1"), null),
            (new("Yawns", PersonSourceKey: "P-1"), typeof(UnknownActivityType)),
            (new(null, PersonSourceKey: "P-1"), typeof(UnknownActivityType)),
            (new("chatted", PersonSourceKey: "P-1"), typeof(ActivityTypeRetired)),
            (new(views), typeof(NobodyNamed)),
            (new(views, AccountSourceKey: "Eastwind"), typeof(UnknownAccountKey)),
            (new(views, PersonSourceKey: "P-9"), typeof(UnknownPersonKey)),
            (new(views, Email: "nobody@example.org"), typeof(UnknownEmail)),
            (new(views, Email: "shared@example.org"), typeof(EmailNotUnique)),
            (new(views, AccountSourceKey: "Southwind", Email: "shared@example.org"), null),
            (new(views, AccountSourceKey: "Southwind", PersonSourceKey: "P-1"), typeof(PersonElsewhere)),
            (new(views, PersonSourceKey: "P-1", OccurredAt: portal.Clock.GetUtcNow().AddMinutes(6)), typeof(OccursInTheFuture)),
            (new(views, PersonSourceKey: "P-1", SourceKey: new string('k', 256)), typeof(TooLong)),
            (new(views, PersonSourceKey: "P-1", Attributes: Known(("page", new string('p', 2001)))), typeof(TooLong)),
            (new(views, PersonSourceKey: "P-1", Attributes: Known((new string('n', 51), "x"))), typeof(TooLong)),
            (new(views, PersonSourceKey: "P-1", Attributes: Known(("page", "\0"))), typeof(BuyingGroups.Domain.Records.UnreadableCharacter)),
            (new(views, PersonSourceKey: "P-1", Attributes: Known(("page", "a"), ("Page", "b"))), typeof(AttributeTwice)),
            (new(views, PersonSourceKey: "P-1", Attributes: Known([.. Enumerable.Range(0, 21).Select(i => ($"name {i}", "x"))])), typeof(TooManyAttributes)),
        ];

        var results = (await portal.SendAsync(new RecordActivities([.. cases.Select(one => one.Input)]))).Demand().Results;

        Assert.Equal(cases.Select(one => one.Refusal), results.Select(result => result.Refusal?.GetType()));
        await using var context = portal.Open();
        Assert.Equal(2, await context.Activities.CountAsync());
    }

    [OnEveryDatabase]
    public async Task A_name_too_many_is_refused_so_that_values_do_not_become_names(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.AccountAsync("Northwind");
        ActivityInput With(int first, int count) => new("Page Views", AccountSourceKey: "Northwind", Attributes: Known([.. Enumerable.Range(first, count).Select(i => ($"name {i}", "x"))]));
        var room = ActivityAttributeName.MaxCount - ActivityAttributeName.Usual.Count;
        List<ActivityInput> batch = [.. Enumerable.Range(0, room / 16).Select(i => With(i * 16, 16)), With(10_000, 1), With(0, 3)];

        var results = (await portal.SendAsync(new RecordActivities(batch))).Demand().Results;

        Assert.Equal(0, room % 16);
        Assert.IsType<TooManyAttributeNames>(Assert.Single(results, result => result.Refusal is not null).Refusal);
        Assert.Equal(ActivityOutcome.Recorded, results[^1].Outcome);
    }

    [Fact]
    public async Task A_batch_has_a_limit_and_needs_the_permission()
    {
        await using var portal = await TestPortal.CreateAsync();
        var sales = await portal.UserAsync("Sam Sales", "Sales");

        Assert.IsType<TooManyActivities>((await portal.SendAsync(new RecordActivities([.. Enumerable.Repeat(new ActivityInput("Page Views"), 1_001)]))).Refusal);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new RecordActivities([]), sales)).Refusal);
    }

    [OnEveryDatabase]
    public async Task Activities_go_with_the_person_and_with_the_account(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var maria = await portal.PersonAsync(account, "Maria", "Anders", with: p => p.SourceKey = "P-1");
        (await portal.SendAsync(new RecordActivities([new("Page Views", PersonSourceKey: "P-1", Attributes: Known(("page", "/"))), new("Interesting Moment", AccountSourceKey: "Northwind")]))).Demand();

        (await portal.SendAsync(new DeletePerson(maria.Id))).Demand();
        await using (var context = portal.Open())
            Assert.Equal((1, 0), (await context.Activities.CountAsync(), await context.ActivityAttributes.CountAsync()));
        (await portal.SendAsync(new DeleteAccount(account.Id))).Demand();
        await using (var context = portal.Open())
            Assert.Equal(0, await context.Activities.CountAsync());
    }

    [OnEveryDatabase]
    public async Task Types_are_added_and_retired_but_not_the_built_in_ones(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var id = (await portal.SendAsync(new AddActivityType(" Chatted "))).Demand();

        Assert.IsType<NameTaken>((await portal.SendAsync(new AddActivityType("CHATTED"))).Refusal);
        Assert.IsType<NameTaken>((await portal.SendAsync(new AddActivityType("page views"))).Refusal);
        Assert.IsType<ActivityTypeBuiltIn>((await portal.SendAsync(new RetireActivityType(ActivityType.PageViews, 1, Retired: true))).Refusal);
        (await portal.SendAsync(new RetireActivityType(id, 1, Retired: true))).Demand();
        Assert.IsType<ChangedByOthers>((await portal.SendAsync(new RetireActivityType(id, 1, Retired: false))).Refusal);
        var types = (await portal.AskAsync(new FindActivityTypes())).Demand().Types;
        Assert.Equal(ActivityType.BuiltIn.Select(type => type.Name).Append("Chatted"), types.Select(type => type.Name));
        Assert.True(types[^1].IsRetired);
    }

    private static Dictionary<string, string?> Known(params (string Name, string Value)[] attributes) => attributes.ToDictionary(one => one.Name, one => (string?)one.Value, StringComparer.Ordinal);
}
