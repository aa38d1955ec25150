using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Api;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Features.Imports;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.People;

public sealed class MergePeopleTests
{
    [OnEveryDatabase]
    public async Task The_record_that_stays_gains_what_it_lacked_and_keeps_what_it_had(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var maria = await portal.PersonAsync(account, "Maria", "Anders", with: p =>
        {
            p.JobTitle = "VP Operations";
            p.RolesInAccount.Add(new RoleInAccount { Name = "Owner" });
        });
        var twin = await portal.PersonAsync(account, "Mary", "Anders", with: p =>
        {
            (p.JobTitle, p.Phone, p.Unsubscribed, p.UnsubscribedReason, p.EngagementScore) = ("Vice president", "+46 8 1", true, "Too many", 40);
            p.RolesInAccount.Add(new RoleInAccount { Name = "owner" });
            p.RolesInAccount.Add(new RoleInAccount { Name = "Employee" });
        });
        await portal.Database.AddAsync([new Activity { AccountId = account.Id, PersonId = twin.Id, ActivityTypeId = ActivityType.FormFilledOut, OccurredAt = portal.Clock.GetUtcNow().UtcDateTime, RecordedAt = portal.Clock.GetUtcNow().UtcDateTime }]);

        var preview = (await portal.AskAsync(new PreviewMerge(maria.Id, twin.Id))).Demand();
        Assert.Equal(["phone", "unsubscribed", "unsubscribedReason"], preview.Gains.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1, "Employee"), (preview.Activities, Assert.Single(preview.RolesGained)));
        var merged = (await portal.SendAsync(new MergePeople(maria.Id, twin.Id))).Demand();

        Assert.Equal((4, 0, 1), (merged.Fields, merged.BuyingGroups, merged.Activities));
        await using var context = portal.Open();
        var person = await context.People.Include(p => p.RolesInAccount).SingleAsync();
        Assert.Equal(("Maria", "VP Operations", "+46 8 1", true, 40), (person.FirstName, person.JobTitle, person.Phone, person.Unsubscribed, person.EngagementScore));
        Assert.Equal(["Employee", "Owner"], person.RolesInAccount.Select(role => role.Name).Order(StringComparer.Ordinal));
        Assert.Equal(person.Id, (await context.Activities.SingleAsync()).PersonId);
        Assert.Equal("Mary Anders", (await context.RecordChanges.SingleAsync(change => change.Field == "merged")).After);
    }

    [OnEveryDatabase]
    public async Task Where_both_are_in_a_group_the_higher_source_holds_and_of_equal_ones_the_later(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Account", ["chief", "chief again", "planner", "planner again"]);
        var group = await world.GroupAsync(account);
        var people = account.People.OrderBy(person => person.Id).ToList();
        await portal.Database.AddAsync(
        [
            Member(people[0], GroupWorld.Influencer, ActorKind.System, true, 5), Member(people[1], GroupWorld.DecisionMaker, ActorKind.Manual, true, 1),
            Member(people[2], GroupWorld.Practitioner, ActorKind.System, true, 1), Member(people[3], GroupWorld.Practitioner, ActorKind.System, false, 2),
        ]);

        (await portal.SendAsync(new MergePeople(people[0].Id, people[1].Id))).Demand();
        (await portal.SendAsync(new MergePeople(people[2].Id, people[3].Id))).Demand();

        await using var context = portal.Open();
        var members = await context.Members.OrderBy(member => member.PersonId).ToListAsync();
        Assert.Equal(
            [(people[0].Id, GroupWorld.DecisionMaker, ActorKind.Manual, true), (people[2].Id, GroupWorld.Practitioner, ActorKind.System, false)],
            members.Select(member => (member.PersonId, member.RoleId, member.Source, member.IsActive)));
        Assert.Equal(1, (await context.RoleFills.SingleAsync(fill => fill.RoleId == GroupWorld.DecisionMaker)).Assigned);
        Assert.Equal(0, await context.RoleFills.Where(fill => fill.RoleId == GroupWorld.Practitioner || fill.RoleId == GroupWorld.Influencer).SumAsync(fill => fill.Assigned));
        Assert.Equal(
            Completeness.Of(await context.RoleCards.ToListAsync(), await context.RoleFills.ToDictionaryAsync(fill => fill.RoleId, fill => fill.Assigned)),
            (await context.BuyingGroups.SingleAsync()).Completeness);

        Member Member(Person person, int role, ActorKind source, bool active, int day) => new()
        {
            BuyingGroupId = group.Id,
            PersonId = person.Id,
            RoleId = role,
            Source = source,
            IsActive = active,
            ActorId = world.Actors[source],
            ChangedAt = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc),
        };
    }

    [OnEveryDatabase]
    public async Task A_person_merged_while_the_account_is_inside_a_journey_is_acted_on_once_and_nobody_leaves_the_drawn_paths(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await JourneyWorld.OnAsync(portal.Database, portal.Clock);
        var account = await world.Groups.AccountAsync("Account", ["chief", "chief again"]);
        var group = await world.Groups.GroupAsync(account);
        var (stays, goes) = (account.People.MinBy(person => person.Id)!, account.People.MaxBy(person => person.Id)!);
        var solution = world.Groups.Solution.Id;
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "assign")
            .Add("assign", new AssignToBuyingGroupSettings(solution, GroupWorld.DecisionMaker), "wait")
            .Add("wait", new WaitSettings(new WaitRule(new WaitDuration(1, WaitUnit.Days), null, null)), "remove")
            .Add("remove", new RemoveFromBuyingGroupSettings(solution)));
        await world.RunAsync();

        (await portal.SendAsync(new MergePeople(stays.Id, goes.Id))).Demand();
        await using (var context = portal.Open())
            Assert.Equal((stays.Id, true, ActorKind.Journey), await context.Members.Select(member => new ValueTuple<long, bool, ActorKind>(member.PersonId, member.IsActive, member.Source)).SingleAsync());
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal("remove Completed", (await world.WhereAsync(journey))["Account"]);
        Assert.Equal(await world.VisitsAsync(), await world.CountsAsync());
        Assert.Equal(["assign/1", "remove/1", "start/1", "wait/1"], (await world.CountsAsync()).Keys.Order(StringComparer.Ordinal));
        await using var after = portal.Open();
        Assert.False((await after.Members.SingleAsync()).IsActive);
        Assert.Equal(group.Id, (await after.BuyingGroups.SingleAsync()).Id);
    }

    [OnEveryDatabase]
    public async Task Only_two_records_of_one_account_can_be_merged(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var maria = await portal.PersonAsync(await portal.AccountAsync("Northwind"), "Maria", "Anders");
        var bo = await portal.PersonAsync(await portal.AccountAsync("Southwind"), "Bo", "Zeta");

        Assert.IsType<SamePerson>((await portal.SendAsync(new MergePeople(maria.Id, maria.Id))).Refusal);
        Assert.Equal(new PeopleOfTwoAccounts("Maria Anders", "Bo Zeta"), (await portal.SendAsync(new MergePeople(maria.Id, bo.Id))).Refusal);
        Assert.IsType<NotFound>((await portal.SendAsync(new MergePeople(maria.Id, 999))).Refusal);
        await using var context = portal.Open();
        Assert.Equal(2, await context.People.CountAsync());
    }

    [OnEveryDatabase]
    public async Task Rows_that_name_the_key_of_a_record_that_went_change_the_one_that_stayed(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        var portal = house.Portal;
        await house.ImportAsync(ImportKind.Accounts, "Account Id,Name\nA-1,Hexa Freight\n");
        await house.ImportAsync(ImportKind.People, "Contact Id,Account Id,Email,Job title,Phone\nP-1,A-1,anna@hexa.example,VP,1\nP-2,A-1,ann@hexa.example,CEO,\nP-3,A-1,a@hexa.example,CTO,\n");
        var ids = (await house.PeopleAsync()).ToDictionary(person => person.SourceKey, person => person.Id);
        (await portal.SendAsync(new MergePeople(ids["P-2"], ids["P-3"]))).Demand();
        (await portal.SendAsync(new MergePeople(ids["P-1"], ids["P-2"]))).Demand();

        // The later row holds, as it would in a later file: first P-2, then P-1 by its own key, then P-3. P-9 is somebody else.
        const string Later = "Contact Id,Account Id,Email,Job title,Phone\nP-2,A-1,anna@hexa.example,CFO,2\nP-1,A-1,anna@hexa.example,CIO,3\nP-3,A-1,anna@hexa.example,COO,\nP-9,A-1,bo@hexa.example,Buyer,\n";
        var preview = (await portal.AskAsync(new PreviewImport(await house.UploadAsync(ImportKind.People, Later)))).Demand();
        var landed = await house.ImportAsync(ImportKind.People, Later);

        Assert.Equal((1L, 3L, 0L), (preview.New, preview.Updated, preview.Rejected));
        Assert.Equal((1L, 3L, 0L), (landed.Created, landed.Updated, landed.Rejected));
        var people = await house.PeopleAsync();
        Assert.Equal([("P-1", "COO", "3"), ("P-9", "Buyer", null)], people.Select(person => (person.SourceKey, person.JobTitle, person.Phone)));
        await using var context = portal.Open();
        Assert.Equal(["VP>CFO", "CFO>CIO", "CIO>COO"], await context.RecordChanges.Where(change => change.Field == "jobTitle").OrderBy(change => change.Id).Select(change => change.Before + ">" + change.After).ToListAsync());
        Assert.Equal(["P-2", "P-3"], await context.MergedKeys.Where(key => key.PersonId == ids["P-1"]).OrderBy(key => key.SourceKey).Select(key => key.SourceKey).ToListAsync());
        Assert.IsType<SourceKeyTaken>((await portal.SendAsync(new CreatePerson(people[0].AccountId, new Dictionary<string, string?> { ["email"] = "x@hexa.example" }, [], "P-3"))).Refusal);

        (await portal.SendAsync(new DeletePerson(ids["P-1"]))).Demand();
        Assert.Equal(1, (await house.ImportAsync(ImportKind.People, "Contact Id,Account Id,Email\nP-3,A-1,anna@hexa.example\n")).Created);
    }

    [OnEveryDatabase]
    public async Task Programs_that_name_the_key_of_a_record_that_went_reach_the_one_that_stayed(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage, Permissions.AccountsView);
        await program.PutAsync("/api/v1/accounts", """{"accounts":[{"sourceKey":"A-1","name":"Hexa Freight"}]}""");
        const string Both = """{"people":[{"sourceKey":"P-1","accountSourceKey":"A-1","email":"mira@hexa.example","jobTitle":"VP"},{"sourceKey":"P-2","accountSourceKey":"A-1","email":"mira@hexa.example","jobTitle":"CEO"}]}""";
        await program.PutAsync("/api/v1/people", Both);
        await using var context = portal.Open();
        var ids = await context.People.ToDictionaryAsync(person => person.SourceKey, person => person.Id);
        (await portal.SendAsync(new MergePeople(ids["P-1"], ids["P-2"]))).Demand();

        Assert.Equal(["unchanged P-1", "updated P-2"], (await program.PutAsync("/api/v1/people", Both)).Rows);
        Assert.Equal(["recorded w-1"], (await program.PostAsync("/api/v1/activities", """{"activities":[{"type":"Page Views","sourceKey":"w-1","personSourceKey":"P-2"}]}""")).Rows);
        var read = await program.GetAsync("/api/v1/people?sourceKey=P-2");

        Assert.Equal(("P-1", "CEO"), await context.People.Select(person => new ValueTuple<string, string>(person.SourceKey, person.JobTitle!)).SingleAsync());
        Assert.Equal(ids["P-1"], (await context.Activities.SingleAsync()).PersonId);
        Assert.Equal("P-1", Assert.Single(read.Json.GetProperty("people").EnumerateArray().ToList()).GetProperty("sourceKey").GetString());
    }

    [OnEveryDatabase]
    public async Task Journeys_count_two_records_of_one_engaged_person_once(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await JourneyWorld.OnAsync(portal.Database, portal.Clock);
        var account = await portal.AccountAsync("Northwind");
        var (both, one) = (await world.PublishAsync(new Drawing().Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null))), await world.PublishAsync(new Drawing().Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null)), "Second"));
        var (stays, goes) = (await portal.PersonAsync(account, "Maria", "Anders"), await portal.PersonAsync(account, "Mary", "Anders"));
        var at = portal.Clock.GetUtcNow().UtcDateTime;
        await portal.Database.AddAsync(
        [
            new JourneyEngagement { JourneyId = both, PersonId = stays.Id, AccountId = account.Id, At = at }, new JourneyEngagement { JourneyId = both, PersonId = goes.Id, AccountId = account.Id, At = at },
            new JourneyEngagement { JourneyId = one, PersonId = goes.Id, AccountId = account.Id, At = at },
            new JourneyEngagementMark { JourneyId = both, People = 2, Accounts = 1 }, new JourneyEngagementMark { JourneyId = one, People = 1, Accounts = 1 },
        ]);

        (await portal.SendAsync(new MergePeople(stays.Id, goes.Id))).Demand();

        await using var context = portal.Open();
        Assert.Equal([(both, stays.Id), (one, stays.Id)], await context.JourneyEngagements.OrderBy(e => e.JourneyId).Select(e => new ValueTuple<int, long>(e.JourneyId, e.PersonId)).ToListAsync());
        Assert.Equal([1L, 1L], await context.JourneyEngagementMarks.Select(mark => (long)mark.People).ToListAsync());
    }
}
