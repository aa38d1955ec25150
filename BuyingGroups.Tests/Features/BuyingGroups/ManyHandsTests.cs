using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Memberships;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Groups;

/// <summary>Several people change the same group at the same moment.</summary>
public sealed class ManyHandsTests
{
    private const int Hands = 6;

    [OnEveryDatabase]
    public async Task Everybody_s_change_is_kept_and_the_completeness_stays_true(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", [.. Enumerable.Repeat("cook", Hands * 4)]);
        var group = await world.GroupAsync(account);
        var people = account.People.Select(person => person.Id).Order().Chunk(4).ToList();

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(people.Select((own, hand) => Task.Run(async () =>
            {
                (await portal.SendAsync(new AssignMembers(group.Id, [.. own.Select(id => new MemberAssignment(id, hand % 2 == 0 ? GroupWorld.Influencer : GroupWorld.Practitioner))]))).Demand();
                (await portal.SendAsync(new RemoveMembers(group.Id, [own[0]]))).Demand();
            })));
            await MembershipWriterTests.CompletenessIsTrueAsync(portal.Database, group.Id);
        }

        await using var context = portal.Open();
        Assert.Equal((Hands * 3, Hands), (await context.Members.CountAsync(m => m.IsActive), await context.Members.CountAsync(m => !m.IsActive)));
    }

    [OnEveryDatabase]
    public async Task Hands_and_a_creation_job_at_once_leave_every_group_once_and_true(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["Chief pilot", "cook", "cook", "cook"]);
        var group = await world.GroupAsync(account);
        for (var i = 0; i < 30; i++)
            await world.AccountAsync($"Cargo {i}", ["Chief pilot", "VP sales"]);
        (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new global::BuyingGroups.Portal.Features.AccountLists.AccountSource(world.Audience.Id)))).Demand();

        var byHand = account.People.Skip(1).Select(person => Task.Run(() => portal.SendAsync(new AssignMembers(group.Id, [new MemberAssignment(person.Id, GroupWorld.Champion)])))).ToList();
        await Task.WhenAll([portal.RunJobsAsync(), .. byHand]);

        Assert.All(byHand, one => Assert.True(one.Result.Succeeded));
        await using var context = portal.Open();
        Assert.Equal((31, 31), (await context.BuyingGroups.CountAsync(), await context.BuyingGroups.Select(g => g.AccountId).Distinct().CountAsync()));
        foreach (var id in await context.BuyingGroups.Select(g => g.Id).ToListAsync())
            await MembershipWriterTests.CompletenessIsTrueAsync(portal.Database, id);
    }
}
