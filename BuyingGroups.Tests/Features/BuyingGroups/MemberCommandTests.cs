using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Groups;

public sealed class MemberCommandTests
{
    [OnEveryDatabase]
    public async Task Each_person_gets_an_answer(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["pilot", "cook", "VP sales"]);
        var elsewhere = (await world.AccountAsync("Nord Cargo", ["pilot"])).People.Single();
        var group = await world.GroupAsync(account);
        var people = account.People.OrderBy(p => p.Id).ToList();
        var sales = await portal.UserAsync("Sam Sales", "Sales");

        var results = (await portal.SendAsync(
            new AssignMembers(group.Id,
            [
                new(people[0].Id, GroupWorld.DecisionMaker), new(people[1].Id, 6), new(elsewhere.Id, GroupWorld.Champion), new(987654, GroupWorld.Champion), new(people[2].Id, GroupWorld.Champion),
            ]),
            sales)).Demand();

        Assert.Equal([null, nameof(RoleNotInTemplate), nameof(NotAtAccount), nameof(NotFound), null], results.Results.Select(r => r.Refusal?.Name));
        Assert.Equal((2, 3, 0, 50), (results.Applied, results.Refused, results.CompletenessBefore, results.CompletenessAfter));
        Assert.Equal([false, false], (await portal.SendAsync(new AssignMembers(group.Id, [new(people[0].Id, GroupWorld.DecisionMaker), new(people[2].Id, GroupWorld.Champion)]), sales)).Demand()
            .Results.Select(r => r.Applied)); // they stand so already
        Assert.IsType<NotAMember>((await portal.SendAsync(new ChangeRole(group.Id, [people[1].Id], GroupWorld.Champion), sales)).Demand().Results.Single().Refusal);
        Assert.True((await portal.SendAsync(new ChangeRole(group.Id, [people[0].Id], GroupWorld.Influencer), sales)).Demand().Results.Single().Applied);
        Assert.True((await portal.SendAsync(new RemoveMembers(group.Id, [people[2].Id]), sales)).Demand().Results.Single().Applied);
        var history = (await portal.AskAsync(new FindMembershipHistory(group.Id, new PageRequest()), sales)).Demand();
        Assert.Equal(
            [(MembershipChangeKind.Remove, true, "Champion", null), (MembershipChangeKind.ChangeRole, true, "Influencer", "Decision Maker"), (MembershipChangeKind.ChangeRole, false, "Champion", (string?)null)],
            history.Rows.Take(3).Select(r => (r.Kind, r.Applied, r.Role, r.PreviousRole)));
        Assert.Equal(("Sam Sales", ActorKind.Manual, MembershipRefusal.NotAMember), (history.Rows[2].By, history.Rows[2].Source, history.Rows[2].Why!.Value));
        await using var context = portal.Open();
        Assert.Equal(5, await context.AuditEntries.CountAsync(entry => entry.SubjectKind == "BuyingGroup"));
    }

    [OnEveryDatabase]
    public async Task A_job_gives_way_to_what_sales_decided_and_says_to_whom(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["pilot"]);
        var group = await world.GroupAsync(account);
        var person = account.People.Single();
        var sales = await portal.UserAsync("Sam Sales", "Sales");
        (await portal.SendAsync(new AssignMembers(group.Id, [new(person.Id, GroupWorld.Champion)]), sales)).Demand();

        var result = (await portal.SendAsync(new RemoveMembers(group.Id, [person.Id]), Callers.Job("maintenance", "Maintenance"))).Demand().Results.Single();

        Assert.Equal(new MembershipOutranked("Person 00001", "Sam Sales"), result.Refusal);
        var row = (await portal.AskAsync(new FindMembershipHistory(group.Id, new PageRequest(), RefusedOnly: true))).Demand().Rows.Single();
        Assert.Equal(
            ("Maintenance", "Sam Sales", ActorKind.Manual, false, MembershipRefusal.Outranked), (row.By, row.StandingBy, row.StandingSource!.Value, row.StandingRemoved!.Value, row.Why!.Value));
    }

    [Fact]
    public async Task At_most_fifty_people_at_once_and_at_least_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", [.. Enumerable.Repeat("pilot", 51)]);
        var group = await world.GroupAsync(account);
        var all = account.People.Select(p => new MemberAssignment(p.Id, GroupWorld.Practitioner)).ToList();

        Assert.IsType<TooManyAtOnce>((await portal.SendAsync(new AssignMembers(group.Id, all))).Refusal);
        Assert.IsType<NobodyChosen>((await portal.SendAsync(new AssignMembers(group.Id, []))).Refusal);
        Assert.Equal(50, (await portal.SendAsync(new AssignMembers(group.Id, all[..50]))).Demand().Applied);
        Assert.IsType<NotFound>((await portal.SendAsync(new RemoveMembers(99, [1]))).Refusal);
    }

    [OnEveryDatabase]
    public async Task Suggestions_say_why_and_leave_alone_what_a_user_decided(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["VP sales", "chief pilot", "planner", "VP of chiefs", "planner by hand", "planner gone", "cook"]);
        var group = await world.GroupAsync(account);
        var people = account.People.OrderBy(p => p.Id).ToList();
        (await portal.SendAsync(new AssignMembers(group.Id, [new(people[4].Id, GroupWorld.Champion), new(people[5].Id, GroupWorld.Practitioner)]))).Demand();
        (await portal.SendAsync(new RemoveMembers(group.Id, [people[5].Id]))).Demand();
        (await portal.SendAsync(new AssignMembers(group.Id, [new(people[2].Id, GroupWorld.Influencer)]), Callers.Job("x", "X"))).Demand();

        var found = (await portal.AskAsync(new FindSuggestions(group.Id, new PageRequest()))).Demand();

        Assert.Equal(
            [
                (people[1].Id, "Decision Maker", "job title contains chief", null), (people[3].Id, "Decision Maker", "job title contains chief", null),
                (people[0].Id, "Influencer", "job title contains VP", null), (people[2].Id, "Practitioner", "job title contains planner", "Influencer"),
            ],
            found.Rows.Select(s => (s.PersonId, s.Role, s.Reason, s.CurrentRole)));
        (await portal.SendAsync(new DismissSuggestion(group.Id, people[1].Id, GroupWorld.DecisionMaker))).Demand();
        (await portal.SendAsync(new DismissSuggestion(group.Id, people[1].Id, GroupWorld.DecisionMaker))).Demand();
        Assert.True((await portal.SendAsync(new ConfirmSuggestion(group.Id, people[2].Id, GroupWorld.Practitioner))).Demand().Results.Single().Applied);
        Assert.Equal([people[3].Id, people[0].Id], (await portal.AskAsync(new FindSuggestions(group.Id, new PageRequest()))).Demand().Rows.Select(s => s.PersonId));
    }

    [OnEveryDatabase]
    public async Task People_to_assign_are_those_not_in_the_group_the_fitting_first(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["cook", "VP sales", "pilot", "gone by hand"]);
        var group = await world.GroupAsync(account);
        var people = account.People.OrderBy(p => p.Id).ToList();
        (await portal.SendAsync(new AssignMembers(group.Id, [new(people[2].Id, GroupWorld.Champion), new(people[3].Id, GroupWorld.Champion)]))).Demand();
        (await portal.SendAsync(new RemoveMembers(group.Id, [people[3].Id]))).Demand();

        var found = (await portal.AskAsync(new FindAssignablePeople(group.Id, new PageRequest()))).Demand();

        Assert.Equal(
            [(people[1].Id, GroupWorld.Influencer, "job title contains VP", null), (people[0].Id, null, null, null), (people[3].Id, (int?)null, (string?)null, (ActorKind?)ActorKind.Manual)],
            found.Rows.Select(p => (p.PersonId, p.SuggestedRoleId, p.Reason, p.RemovedSource)));
        Assert.Equal([people[1].Id], (await portal.AskAsync(new FindAssignablePeople(group.Id, new PageRequest(), SuggestedOnly: true))).Demand().Rows.Select(p => p.PersonId));
        Assert.Equal([people[0].Id], (await portal.AskAsync(new FindAssignablePeople(group.Id, new PageRequest(), "COOK"))).Demand().Rows.Select(p => p.PersonId));
        Assert.Equal(2, (await portal.AskAsync(new FindAssignablePeople(group.Id, new PageRequest(2, 1)))).Demand().Rows.Count + 1);
    }

    [OnEveryDatabase]
    public async Task The_details_tell_what_is_missing_and_who_is_there(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["VP sales", "VP finance", "planner", "planner"]);
        await portal.Database.AddAsync(
            new global::BuyingGroups.Domain.Opportunities.Opportunity { SourceKey = "o1", AccountId = account.Id, Name = "Trucks", Amount = 1200.5m },
            new global::BuyingGroups.Domain.Opportunities.Opportunity { SourceKey = "o2", AccountId = account.Id, Name = "Lost", Amount = 7, IsClosed = true });
        (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();
        await using var context = portal.Open();
        var id = await context.BuyingGroups.Select(g => g.Id).SingleAsync();

        var group = (await portal.AskAsync(new GetBuyingGroup(id))).Demand();
        var members = (await portal.AskAsync(new FindMembers(id, new PageRequest()))).Demand();

        Assert.Equal(42, group.Completeness);
        Assert.Equal("Nobody decides yet. Decision Maker and Champion are missing. Practitioner needs one more. 4 people joined this week.", string.Join(' ', group.Summary));
        Assert.Equal(["Decision Maker", "Champion"], group.MissingRoles.Select(r => r.Name));
        Assert.Equal([0, 100, 67, 0], group.Roles.Select(r => r.Completeness));
        Assert.Equal((4, 1, 1200.5m, 4, 0), (group.Account.People, group.Account.OpenOpportunities, group.Account.OpenAmount, group.Members, group.SuggestionCount));
        Assert.Equal(["Influencer", "Influencer", "Practitioner", "Practitioner"], members.Rows.Select(m => m.Role));
        Assert.All(members.Rows, m => Assert.Equal(("Creation of buying groups", ActorKind.System), (m.ChangedBy, m.Source)));
        foreach (var sort in new[] { "name", "role", "title", "score", "source", "changed" })
            Assert.Equal(4, (await portal.AskAsync(new FindMembers(id, new PageRequest(Sort: sort, Descending: true), "person"))).Demand().Rows.Count);
        Assert.IsType<NotFound>((await portal.AskAsync(new GetBuyingGroup(id + 1))).Refusal);
    }

    [Fact]
    public async Task A_status_has_at_most_fifty_characters_and_can_be_taken_away()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var group = await world.GroupAsync(await world.AccountAsync("Hexa Freight", []));

        Assert.IsType<TooLong>((await portal.SendAsync(new SetStatus(group.Id, new string('x', 51)))).Refusal);
        (await portal.SendAsync(new SetStatus(group.Id, " Autumn push "))).Demand();
        Assert.Equal("Autumn push", (await portal.AskAsync(new GetBuyingGroup(group.Id))).Demand().Status);
        (await portal.SendAsync(new SetStatus(group.Id, " "))).Demand();
        Assert.Null((await portal.AskAsync(new GetBuyingGroup(group.Id))).Demand().Status);
    }

    [Fact]
    public async Task Only_who_may_edit_members_may()
    {
        await using var portal = await TestPortal.CreateAsync();
        var nobody = new Caller(Actor.User(7, "Nobody"), 7, new HashSet<string>([Permissions.BuyingGroupsView], StringComparer.Ordinal), "127.0.0.1");

        Assert.IsType<AccessDenied>((await portal.SendAsync(new AssignMembers(1, [new(1, 1)]), nobody)).Refusal);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new RemoveMembers(1, [1]), nobody)).Refusal);
        Assert.IsType<AccessDenied>((await portal.SendAsync(new CreateBuyingGroups(1, new AccountSource(1)), nobody)).Refusal);
    }
}
