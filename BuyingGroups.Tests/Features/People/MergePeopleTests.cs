using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Features.Groups;
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
}
