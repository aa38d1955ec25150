using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Tests.Memberships;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Groups;

public sealed class CreateBuyingGroupsTests
{
    [OnEveryDatabase]
    public async Task The_preview_tells_what_the_job_then_makes(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var hexa = await world.AccountAsync("Hexa Freight", ["Chief pilot", "VP sales", "VP chief of staff", "cook"]);
        await world.AccountAsync("Ängelholm Cargo", ["Route planner"]);
        await world.AccountAsync("Empty Trucks", []);
        await world.AccountAsync("Not Logistics", ["Chief cook"], "Food");

        var preview = (await portal.AskAsync(new PreviewCreation(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        var started = (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();

        Assert.Equal((3, 3, 0, 4), (preview.Accounts, preview.Groups, preview.Existing, preview.Members));
        Assert.Equal([2, 1, 1, 0], preview.Roles.Select(role => role.Members));
        await using var context = portal.Open();
        var job = await context.Jobs.SingleAsync(j => j.Id == started.JobId);
        Assert.Equal((JobStatus.Succeeded, null, "{\"groups\":3,\"members\":4}"), (job.Status, job.Error, job.Result));
        var groups = await context.BuyingGroups.Include(g => g.Members).OrderBy(g => g.NormalizedName).ToListAsync();
        Assert.Equal(["Fleet analytics for Empty Trucks", "Fleet analytics for Hexa Freight", "Fleet analytics for Ängelholm Cargo"], groups.Select(g => g.Name));
        Assert.All(groups, g => Assert.Equal(NormalizedText.Of(g.Name), g.NormalizedName));
        Assert.Equal([0, 38, 8], groups.Select(g => g.Completeness)); // 0; (1 + ½ + 0 + 0) / 4; ⅓ / 4
        var members = groups[1].Members.ToDictionary(m => m.PersonId, m => m.RoleId);
        Assert.Equal([GroupWorld.DecisionMaker, GroupWorld.Influencer, GroupWorld.DecisionMaker], hexa.People.OrderBy(p => p.Id).Take(3).Select(p => members[p.Id]));
        Assert.All(groups.SelectMany(g => g.Members), member => Assert.Equal((ActorKind.System, true), (member.Source, member.IsActive)));
        Assert.Equal(4, await context.MembershipChanges.CountAsync(change => change.Applied && change.Kind == MembershipChangeKind.Assign));
        foreach (var group in groups)
            await MembershipWriterTests.CompletenessIsTrueAsync(portal.Database, group.Id);
    }

    [OnEveryDatabase]
    public async Task Running_again_changes_nothing_and_new_accounts_are_picked_up(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await world.AccountAsync("Hexa Freight", ["Chief pilot"]);
        var first = (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();
        portal.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();
        var pickUp = portal.Services.GetRequiredService<PickUpNewAccounts>();

        Assert.Equal(first.CreationJobId, second.CreationJobId);
        Assert.Equal(0, await pickUp.QueueAsync(CancellationToken.None));
        await world.AccountAsync("Nord Cargo", ["VP sales"]);
        Assert.Equal(1, await pickUp.QueueAsync(CancellationToken.None));
        Assert.Equal(0, await pickUp.QueueAsync(CancellationToken.None)); // it waits already
        await portal.RunJobsAsync();

        await using var context = portal.Open();
        Assert.Equal(["Fleet analytics for Hexa Freight", "Fleet analytics for Nord Cargo"], await context.BuyingGroups.OrderBy(g => g.Id).Select(g => g.Name).ToListAsync());
        Assert.Equal(2, await context.Members.CountAsync());
        Assert.Equal(2, await context.MembershipChanges.CountAsync());
        Assert.Equal(2, (await context.CreationJobs.SingleAsync()).GroupsCreated);
        Assert.Equal(["{\"groups\":1,\"members\":1}", "{\"groups\":0,\"members\":0}", "{\"groups\":1,\"members\":1}"], await context.Jobs.OrderBy(j => j.Id).Select(j => j.Result).ToListAsync());
    }

    [OnEveryDatabase]
    public async Task A_run_that_died_between_chunks_is_taken_up_without_doubling(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await world.AccountAsync("Hexa Freight", ["Chief pilot"]);
        var started = (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();
        await world.AccountAsync("Nord Cargo", ["VP sales"]);
        await using (var context = portal.Open())
        {
            // As a killed process leaves it: half done, held by a node that does not answer any more.
            await context.Jobs.Where(j => j.Id == started.JobId).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.Owner, "dead:1").SetProperty(j => j.FinishedAt, (DateTime?)null));
        }
        portal.Clock.Advance(TimeSpan.FromMinutes(5));

        await portal.RunJobsAsync();

        await using var after = portal.Open();
        Assert.Equal((2, 2), (await after.BuyingGroups.CountAsync(), await after.Members.CountAsync()));
        Assert.Equal("{\"groups\":2,\"members\":2}", (await after.Jobs.SingleAsync()).Result);
    }

    [OnEveryDatabase]
    public async Task A_cancelled_run_keeps_what_it_made_and_a_deleted_job_keeps_its_groups(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await world.AccountAsync("Hexa Freight", ["Chief pilot"]);
        var started = (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
        await portal.RunJobsAsync();
        await world.AccountAsync("Nord Cargo", []);
        var second = (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();

        (await portal.SendAsync(new DeleteCreationJob(started.CreationJobId))).Demand();
        await portal.RunJobsAsync();

        await using var context = portal.Open();
        Assert.Equal(JobStatus.Cancelled, (await context.Jobs.SingleAsync(j => j.Id == second.JobId)).Status);
        Assert.Equal("Fleet analytics for Hexa Freight", (await context.BuyingGroups.SingleAsync()).Name);
        Assert.Empty((await portal.AskAsync(new FindCreationJobs(new PageRequest()))).Demand().Rows);
        Assert.Equal(0, await portal.Services.GetRequiredService<PickUpNewAccounts>().QueueAsync(CancellationToken.None));
    }

    [OnEveryDatabase]
    public async Task A_static_list_feeds_groups_too_and_jobs_are_listed_per_solution_interest(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var food = await world.AccountAsync("Not Logistics", ["Chief cook"], "Food");
        await world.AccountAsync("Hexa Freight", ["Chief pilot"]);
        var list = new global::BuyingGroups.Domain.Audiences.AccountList { Name = "Chosen", Kind = global::BuyingGroups.Domain.Audiences.AccountListKind.Static, Status = PublicationStatus.Live };
        await portal.Database.AddAsync(list);
        await portal.Database.AddAsync(new global::BuyingGroups.Domain.Audiences.AccountListMember { AccountListId = list.Id, AccountId = food.Id, AddedAt = portal.Clock.GetUtcNow().UtcDateTime, ActorId = 1 });

        (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(AccountListId: list.Id)))).Demand();
        await portal.RunJobsAsync();

        await using var context = portal.Open();
        Assert.Equal(food.Id, (await context.BuyingGroups.SingleAsync()).AccountId);
        var row = Assert.Single((await portal.AskAsync(new FindCreationJobs(new PageRequest(), world.Solution.Id))).Demand().Rows);
        Assert.Equal(("Fleet analytics", "Chosen", 1, JobStatus.Succeeded, 1L), (row.SolutionInterest, row.SourceName, row.GroupsCreated, row.Run!.Status, row.Run.Done));
        Assert.Empty((await portal.AskAsync(new FindCreationJobs(new PageRequest(), world.Solution.Id + 1))).Demand().Rows);
    }

    [Fact]
    public async Task A_draft_audience_feeds_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await using (var context = portal.Open())
            await context.Audiences.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, PublicationStatus.Draft));

        Assert.IsType<NotLive>((await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Refusal);
        Assert.IsType<NotLive>((await portal.AskAsync(new PreviewCreation(world.Solution.Id, new AccountSource(world.Audience.Id)))).Refusal);
    }
}
