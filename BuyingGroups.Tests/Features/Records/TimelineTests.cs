using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Audit;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using BuyingGroups.Tests.Stages;

namespace BuyingGroups.Tests.Features.Records;

public sealed class TimelineTests
{
    [OnEveryDatabase]
    public async Task Fields_groups_and_the_audit_log_are_merged_by_time_and_paged(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["cook", "cook"]);
        var group = await world.GroupAsync(account);
        var person = account.People.First().Id;
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new AssignMembers(group.Id, [new MemberAssignment(person, GroupWorld.Influencer)]), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new EditPerson(person, 1, new Dictionary<string, string?>(StringComparer.Ordinal) { ["jobTitle"] = "Chef", ["phone"] = "1" }, []), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await NoteAsync(portal, "ErasePerson", "Person", person);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new RemoveMembers(group.Id, [person]), anna)).Demand();
        // Somebody else's.
        (await portal.SendAsync(new AssignMembers(group.Id, [new MemberAssignment(account.People.Last().Id, GroupWorld.Influencer)]), anna)).Demand();

        var whole = await HistoryAsync(portal, anna, person, new PageRequest());
        List<TimelineRow> paged = [];
        for (var page = 1; page <= 4; page++)
            paged.AddRange((await HistoryAsync(portal, anna, person, new PageRequest(page, 2))).Rows);

        Assert.Equal(
            ["buyingGroup Influencer→", "ErasePerson →", "phone →1", "jobTitle cook→Chef", "buyingGroup →Influencer", " →"],
            whole.Rows.Select(row => $"{row.Field ?? row.Action} {row.Before}→{row.After}"));
        Assert.Equal(new TimelineGroup(group.Id, group.Name), whole.Rows[0].BuyingGroup);
        Assert.All(whole.Rows.SkipLast(1), row => Assert.NotNull(row.Who));
        Assert.Equal(6, whole.Total);
        Assert.Equal(whole.Rows, paged);

        var stranger = anna with { Permissions = new HashSet<string>([Permissions.AccountsView], StringComparer.Ordinal) };
        Assert.DoesNotContain((await HistoryAsync(portal, stranger, person, new PageRequest())).Rows, row => row.BuyingGroup is not null);
    }

    [OnEveryDatabase]
    public async Task What_a_field_change_tells_already_is_not_told_twice(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var made = (await portal.SendAsync(new CreateAccount(new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = "Northwind" }), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new AssignOwner([made.Id], anna.UserId), anna)).Demand();

        var history = (await portal.AskAsync(new FindTimeline(RecordKind.Account, made.Id, new PageRequest()))).Demand();

        Assert.Equal(["owner", "CreateAccount"], history.Rows.Select(row => row.Field ?? row.Action));
    }

    [OnEveryDatabase]
    public async Task The_timeline_of_an_account_tells_of_its_groups_people_and_what_they_do_and_each_part_can_be_had_alone(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Admin");
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var model = await portal.Database.StageModelAsync();
        await world.UseAsync(portal.Database, model);
        var account = await world.AccountAsync("Hexa Freight", ["cook"]);
        var group = await world.GroupAsync(account);
        var person = account.People.Single();
        var other = await world.AccountAsync("Somebody else", ["cook"]);
        await ActAsync(portal, other.Id, other.People.Single().Id, ActivityType.PageViews);
        await StepAsync(portal, new AssignMembers(group.Id, [new MemberAssignment(person.Id, GroupWorld.Influencer)]), anna);
        await StepAsync(portal, new MoveBuyingGroupStage(group.Id, model.Named("New").Id), anna);
        await StepAsync(portal, new SetStatus(group.Id, "Warm"), anna);
        await ActAsync(portal, account.Id, person.Id, ActivityType.PageViews, new ActivityAttribute { Name = "page", Value = "/pricing" });
        await StepAsync(portal, new AssignOwner([account.Id], anna.UserId), anna);
        await ActAsync(portal, account.Id, null, ActivityType.InterestingMoment);

        var whole = (await portal.AskAsync(new FindTimeline(RecordKind.Account, account.Id, new PageRequest()), anna)).Demand();
        Assert.Equal(
            ["Interesting Moment →", "owner →Anna Berg", "Page Views →", "status →Warm", "stage →New", "buyingGroup →Influencer", " →"],
            whole.Rows.Select(row => $"{row.Activity ?? row.Field} {row.Before}→{row.After}"));
        Assert.Equal((person.DisplayName, group.Name), (whole.Rows[5].Person!.Name, whole.Rows[5].BuyingGroup!.Name));
        Assert.Equal((person.Id, new KnownOfActivity("page", "/pricing")), (whole.Rows[2].Person!.Id, Assert.Single(whole.Rows[2].Known)));

        Assert.Equal([TimelinePart.Activities, TimelinePart.Activities], await PartsAsync(TimelinePart.Activities));
        Assert.Equal([TimelinePart.Groups, TimelinePart.Groups, TimelinePart.Groups], await PartsAsync(TimelinePart.Groups));
        Assert.Equal([TimelinePart.Data, TimelinePart.Data], await PartsAsync(TimelinePart.Data));
        List<TimelineRow> paged = [];
        for (var page = 1; page <= 3; page++)
            paged.AddRange((await portal.AskAsync(new FindTimeline(RecordKind.Account, account.Id, new PageRequest(page, 3)), anna)).Demand().Rows);
        Assert.Equal(whole.Rows.Select(row => row.At), paged.Select(row => row.At));

        var stranger = anna with { Permissions = new HashSet<string>([Permissions.AccountsView], StringComparer.Ordinal) };
        Assert.Equal(4, (await portal.AskAsync(new FindTimeline(RecordKind.Account, account.Id, new PageRequest()), stranger)).Demand().Total);
        Assert.Empty((await portal.AskAsync(new FindTimeline(RecordKind.Account, account.Id, new PageRequest(), TimelinePart.Groups), stranger)).Demand().Rows);

        async Task<IEnumerable<TimelinePart>> PartsAsync(TimelinePart part) =>
            (await portal.AskAsync(new FindTimeline(RecordKind.Account, account.Id, new PageRequest(), part), anna)).Demand().Rows.Select(row => row.Part);
    }

    private static async Task StepAsync<T>(TestPortal portal, ICommand<T> command, Caller by)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(command, by)).Demand();
    }

    private static Task ActAsync(TestPortal portal, long account, long? person, int type, params ActivityAttribute[] known)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var activity = new Activity { AccountId = account, PersonId = person, ActivityTypeId = type, OccurredAt = now, RecordedAt = now };
        foreach (var attribute in known)
            activity.Attributes.Add(attribute);
        return portal.Database.AddAsync(activity);
    }

    private static async Task<PageOf<TimelineRow>> HistoryAsync(TestPortal portal, Caller caller, long person, PageRequest page) =>
        (await portal.AskAsync(new FindTimeline(RecordKind.Person, person, page), caller)).Demand();

    private static Task NoteAsync(TestPortal portal, string action, string subject, long id) => portal.Database.Portal.WriteAsync(
        (context, token) => AuditTrail.AppendAsync(
            context, context.Set<ActorRecord>().First().Id, "test", action, portal.Clock.GetUtcNow().UtcDateTime, [(subject, id.ToString(System.Globalization.CultureInfo.InvariantCulture), null, null, null)], token),
        CancellationToken.None);
}
