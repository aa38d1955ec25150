using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static BuyingGroups.Domain.BuyingGroups.MembershipChangeKind;

namespace BuyingGroups.Tests.Features.Maintenance;

[Trait("Category", "Database")]
public sealed class MaintainGroupsTests
{
    [OnEveryDatabase]
    public async Task It_adds_who_fits_removes_who_does_not_and_moves_who_fits_another_role(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (account, group) = await world.GroupAsync("Hexa Freight", "chief", "VP Sales", "cook", "planner");
        var people = account.People.OrderBy(p => p.Id).Select(p => p.Id).ToList();

        var first = await world.MaintainAsync();

        Assert.Equal((3, 0, 0, 0, 1, 4L), (first.Added, first.Removed, first.Moved, first.Refused, first.Groups, first.PeopleChecked));
        Assert.Equal(new() { [people[0]] = GroupWorld.DecisionMaker, [people[1]] = GroupWorld.Influencer, [people[3]] = GroupWorld.Practitioner }, await world.MembersAsync(group.Id));

        await QuietAsync(portal, world);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await world.ChangeAsync(people[0], p => p.JobTitle = "cook");
        await world.ChangeAsync(people[1], p => p.JobTitle = "chief");
        await world.ChangeAsync(people[2], p => p.JobTitle = "planner");
        var second = await world.MaintainAsync();

        Assert.Equal((1, 1, 1, 0, 1, 3L), (second.Added, second.Removed, second.Moved, second.Refused, second.Groups, second.PeopleChecked));
        Assert.Equal(new() { [people[1]] = GroupWorld.DecisionMaker, [people[2]] = GroupWorld.Practitioner, [people[3]] = GroupWorld.Practitioner }, await world.MembersAsync(group.Id));
        await world.CountsAreTrueAsync();

        await QuietAsync(portal, world);
        Assert.Equal(0, await QuietAsync(portal, world));
    }

    [OnEveryDatabase]
    public async Task What_people_and_journeys_decided_stands_and_is_reported_once_as_refused(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (account, group) = await world.GroupAsync("Hexa Freight", "chief", "chief", "VP", "cook", "planner");
        var people = account.People.OrderBy(p => p.Id).Select(p => p.Id).ToList();
        await world.AskAsync(ActorKind.Manual, group.Id, people[0], Assign, GroupWorld.DecisionMaker);
        await world.AskAsync(ActorKind.Manual, group.Id, people[0], Remove);
        await world.AskAsync(ActorKind.Journey, group.Id, people[1], Assign, GroupWorld.DecisionMaker);
        await world.AskAsync(ActorKind.Journey, group.Id, people[1], Remove);
        await world.AskAsync(ActorKind.Manual, group.Id, people[2], Assign, GroupWorld.Champion);
        await world.AskAsync(ActorKind.Journey, group.Id, people[3], Assign, GroupWorld.Champion);

        var run = await world.MaintainAsync();

        Assert.Equal((1, 0, 0, 3), (run.Added, run.Removed, run.Moved, run.Refused));
        Assert.Equal(new() { [people[2]] = GroupWorld.Champion, [people[3]] = GroupWorld.Champion, [people[4]] = GroupWorld.Practitioner }, await world.MembersAsync(group.Id));
        await using (var context = portal.Open())
        {
            Assert.Equal(
                [(people[0], true), (people[1], true), (people[2], false)],
                (await context.MembershipChanges.Where(c => !c.Applied).OrderBy(c => c.PersonId).ToListAsync()).Select(c => (c.PersonId, c.StandingRemoved!.Value)));
            await context.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.UpdatedAt, portal.Clock.GetUtcNow().UtcDateTime));
        }

        Assert.Equal(0, (await world.MaintainAsync()).Refused);

        // Deciding anew makes it news again.
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await world.AskAsync(ActorKind.Manual, group.Id, people[0], Assign, GroupWorld.DecisionMaker);
        await world.AskAsync(ActorKind.Manual, group.Id, people[0], Remove);
        await world.ChangeAsync(people[0], p => p.JobTitle = "chief of all");
        Assert.Equal(1, (await world.MaintainAsync()).Refused);
    }

    [OnEveryDatabase]
    public async Task The_report_tells_groups_and_changes_of_a_run(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (account, group) = await world.GroupAsync("Hexa Freight", "chief", "VP");
        await world.GroupAsync("Nord Cargo", "cook");
        var (_, refused) = await world.GroupAsync("Zeta Lines", "chief");
        var person = await FirstOfAsync(portal, refused.AccountId);
        await world.AskAsync(ActorKind.Manual, refused.Id, person, Assign, GroupWorld.Champion);

        var run = await world.MaintainAsync(world.World.Solution.Id);

        var row = (await portal.AskAsync(new GetMaintenanceRun(run.Id))).Demand();
        Assert.Equal((JobStatus.Succeeded, "Fleet analytics", 2, 1, 1), (row.Status, row.SolutionInterest, row.Added, row.Refused, row.Groups));
        Assert.Equal(row.Id, Assert.Single((await portal.AskAsync(new FindMaintenanceRuns(new PageRequest()))).Demand().Rows).Id);
        var groups = (await portal.AskAsync(new FindMaintainedGroups(run.Id, new PageRequest()))).Demand();
        Assert.Equal([("Fleet analytics for Hexa Freight", 2, 0), ("Fleet analytics for Zeta Lines", 0, 1)], groups.Rows.Select(g => (g.Name, g.Added, g.Refused)));
        Assert.Equal(refused.Id, Assert.Single((await portal.AskAsync(new FindMaintainedGroups(run.Id, new PageRequest(), "zeta", RefusedOnly: true))).Demand().Rows).BuyingGroupId);
        var changes = (await portal.AskAsync(new FindMembershipHistory(refused.Id, new PageRequest(), MaintenanceRunId: run.Id))).Demand();
        Assert.Equal((false, MembershipRefusal.Outranked, "Maintenance"), (changes.Rows.Single().Applied, changes.Rows.Single().Why, changes.Rows.Single().By));
        Assert.Equal(2, (await portal.AskAsync(new FindMembershipHistory(group.Id, new PageRequest(), MaintenanceRunId: run.Id))).Demand().Total);
    }

    [OnEveryDatabase]
    public async Task Somebody_who_moved_to_another_account_leaves_the_old_group_and_joins_the_new_one(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (_, old) = await world.GroupAsync("Hexa Freight", "chief");
        var (elsewhere, next) = await world.GroupAsync("Nord Cargo", "cook");
        var mover = await FirstOfAsync(portal, old.AccountId);
        await world.MaintainAsync();

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await world.ChangeAsync(mover, p => p.AccountId = elsewhere.Id);
        var run = await world.MaintainAsync();

        Assert.Equal((1, 1, 2), (run.Added, run.Removed, run.Groups));
        Assert.Empty(await world.MembersAsync(old.Id));
        Assert.Equal(new() { [mover] = GroupWorld.DecisionMaker }, await world.MembersAsync(next.Id));
    }

    [OnEveryDatabase]
    public async Task A_condition_that_changes_by_itself_is_asked_for_everybody(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (account, group) = await world.GroupAsync("Hexa Freight", "cook");
        await using (var context = portal.Open())
        {
            var card = await context.RoleCards.SingleAsync(c => c.RoleId == GroupWorld.Champion);
            (card.AutoAssign, card.Condition) = (true, new ConditionGroup(MatchKind.All, [HasFilter.Some("activities", FieldFilter.Of("occurredAt", ConditionOperator.InLastDays, "7"))]));
            var now = portal.Clock.GetUtcNow().UtcDateTime;
            context.Add(new Activity { AccountId = account.Id, PersonId = account.People.Single().Id, ActivityTypeId = ActivityType.PageViews, OccurredAt = now, RecordedAt = now });
            await context.SaveChangesAsync();
        }
        Assert.Equal(1, (await world.MaintainAsync()).Added);

        portal.Clock.Advance(TimeSpan.FromDays(9));

        Assert.Equal(1, (await world.MaintainAsync()).Removed);
        Assert.Empty(await world.MembersAsync(group.Id));
    }

    [OnEveryDatabase]
    public async Task A_custom_field_and_a_persona_count_as_changes(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (account, group) = await world.GroupAsync("Hexa Freight", "cook", "baker");
        var (first, second) = (account.People.OrderBy(p => p.Id).First().Id, account.People.OrderBy(p => p.Id).Last().Id);
        var field = new CustomField { Target = CustomFieldTarget.Person, Kind = CustomFieldKind.Boolean, Name = "Decides" };
        var persona = new Persona { Name = "Baking", Condition = Titled("nobody") };
        await portal.Database.AddAsync(field, persona);
        await using (var context = portal.Open())
        {
            var card = await context.RoleCards.SingleAsync(c => c.RoleId == GroupWorld.Champion);
            (card.AutoAssign, card.Condition) = (true, new ConditionGroup(MatchKind.Any, [FieldFilter.Of($"custom:{field.Id}", ConditionOperator.IsTrue), FieldFilter.Of("persona", ConditionOperator.Is, $"{persona.Id}")]));
            await context.SaveChangesAsync();
        }
        Assert.Equal(0, (await world.MaintainAsync()).Added);
        await QuietAsync(portal, world);
        portal.Clock.Advance(TimeSpan.FromHours(1));

        // As a journey writes it: the value and the event, the person's own row untouched.
        await portal.Database.AddAsync(
            new PersonFieldValue { PersonId = first, FieldId = field.Id, Boolean = true },
            new ChangeEvent { Kind = ChangeEventKind.PersonData, AccountId = account.Id, PersonId = first, Field = $"custom:{field.Id}", ActorId = world.World.Actors[ActorKind.Journey], At = portal.Clock.GetUtcNow().UtcDateTime });
        Assert.Equal((1, 1L), await AddedAsync(world));

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await using (var context = portal.Open())
        {
            var there = await context.Personas.SingleAsync(p => p.Id == persona.Id);
            there.Condition = Titled("baker");
            await context.SaveChangesAsync();
        }
        Assert.Equal((1, 2L), await AddedAsync(world));
        Assert.Equal([first, second], (await world.MembersAsync(group.Id)).Keys.Order());

        static async Task<(int, long)> AddedAsync(MaintenanceWorld world)
        {
            var run = await world.MaintainAsync();
            return (run.Added, run.PeopleChecked);
        }
    }

    [OnEveryDatabase]
    public async Task Groups_that_changed_are_scored_again_and_the_others_too_when_the_highest_is_another(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (_, high) = await world.GroupAsync("Hexa Freight", "chief");
        var (_, low) = await world.GroupAsync("Nord Cargo", "chief");
        var (highest, lowest) = (await FirstOfAsync(portal, high.AccountId), await FirstOfAsync(portal, low.AccountId));
        await DoAsync(portal, high.AccountId, highest, 16);
        await DoAsync(portal, low.AccountId, lowest, 4);
        (await portal.SendAsync(new RescoreNow())).Demand();
        await portal.RunJobsAsync();

        await world.MaintainAsync();
        Assert.Equal((100, 71), await ScoresAsync());

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await world.ChangeAsync(highest, p => p.JobTitle = "cook");
        await world.MaintainAsync();
        Assert.Equal((0, 100), await ScoresAsync());

        async Task<(int, int)> ScoresAsync()
        {
            await using var context = portal.Open();
            var scores = await context.BuyingGroups.ToDictionaryAsync(g => g.Id, g => BuyingGroups.Domain.Engagement.EngagementScoring.Shown(g.EngagementScore));
            return (scores[high.Id], scores[low.Id]);
        }
    }

    [Fact]
    public async Task A_solution_interest_that_leaves_groups_as_they_are_is_not_maintained()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (_, group) = await world.GroupAsync("Hexa Freight", "chief");
        await using (var context = portal.Open())
            await context.SolutionInterests.ExecuteUpdateAsync(set => set.SetProperty(s => s.UpdateExistingBuyingGroups, false));

        Assert.Equal(0, (await world.MaintainAsync()).Added);
        Assert.Equal(new NotKeptUpToDate("Fleet analytics"), (await portal.SendAsync(new StartMaintenance(world.World.Solution.Id))).Refusal);
        Assert.Empty(await world.MembersAsync(group.Id));
    }

    [Fact]
    public async Task A_template_that_cannot_be_used_is_reported_and_the_others_are_maintained()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (_, group) = await world.GroupAsync("Hexa Freight", "chief");
        await using (var context = portal.Open())
        {
            var template = new RoleTemplate { Name = "Broken", Status = PublicationStatus.Live };
            template.Cards.Add(new() { RoleId = 1, Priority = 1, AutoAssign = true, Condition = FieldFilter.Of("custom:999", ConditionOperator.Is, "x") });
            context.Add(template);
            await context.SaveChangesAsync();
            context.Add(new BuyingGroups.Domain.SolutionInterests.SolutionInterest { Name = "A broken one", RoleTemplateId = template.Id });
            await context.SaveChangesAsync();
        }

        var run = await world.MaintainAsync();

        Assert.Equal(1, run.Added);
        Assert.StartsWith("A broken one: ", Assert.Single((await portal.AskAsync(new GetMaintenanceRun(run.Id))).Demand().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_can_be_cancelled_and_the_next_one_does_the_rest()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new MaintenanceWorld(portal).BuildAsync();
        var (_, group) = await world.GroupAsync("Hexa Freight", "chief");
        var job = (await portal.SendAsync(new StartMaintenance())).Demand();
        var runner = portal.Services.GetRequiredService<JobRunner>();
        var taken = (await runner.TakeAsync(CancellationToken.None))!;
        (await portal.SendAsync(new CancelJob(job))).Demand();
        await runner.RunAsync(taken, CancellationToken.None);
        await using (var context = portal.Open())
            Assert.Equal(JobStatus.Cancelled, (await context.Jobs.SingleAsync()).Status);

        Assert.Equal(1, (await world.MaintainAsync()).Added);
    }

    internal static async Task<long> FirstOfAsync(TestPortal portal, long account)
    {
        await using var context = portal.Open();
        return await context.People.Where(p => p.AccountId == account).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
    }

    private static ConditionGroup Titled(string title) => new(MatchKind.All, [FieldFilter.Of("jobTitle", ConditionOperator.Is, title)]);

    /// <summary>An hour later nothing is to be done; who changed just before the last run is looked at once more.</summary>
    private static async Task<long> QuietAsync(TestPortal portal, MaintenanceWorld world)
    {
        portal.Clock.Advance(TimeSpan.FromHours(1));
        var run = await world.MaintainAsync();
        Assert.Equal((0, 0, 0, 0), (run.Added, run.Removed, run.Moved, run.Groups));
        return run.PeopleChecked;
    }

    private static async Task DoAsync(TestPortal portal, long account, long person, int count)
    {
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await portal.Database.AddAsync([.. Enumerable.Range(0, count).Select(_ => new Activity { AccountId = account, PersonId = person, ActivityTypeId = ActivityType.PageViews, OccurredAt = now, RecordedAt = now })]);
    }
}
