using BuyingGroups.Data;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Maintenance;

/// <summary>Groups, and everybody who may change them.</summary>
internal sealed class MaintenanceWorld(TestPortal portal)
{
    public GroupWorld World { get; private set; } = null!;

    public async Task<MaintenanceWorld> BuildAsync()
    {
        World = await new GroupWorld(portal.Open).BuildAsync();
        return this;
    }

    /// <summary>An account with a group, its people with the titles given; nobody is a member yet.</summary>
    public async Task<(Account Account, BuyingGroup Group)> GroupAsync(string name, params string[] titles)
    {
        var account = await World.AccountAsync(name, titles);
        return (account, await World.GroupAsync(account));
    }

    /// <summary>Somebody of a rank asks for a change.</summary>
    public Task AskAsync(ActorKind by, long group, long person, MembershipChangeKind kind, int role = 0) => AskAsync(portal, by, World.Actors[by], group, person, kind, role);

    /// <summary>An actor asks for a change.</summary>
    public static Task AskAsync(TestPortal portal, ActorKind by, int actor, long group, long person, MembershipChangeKind kind, int role = 0)
    {
        var writer = portal.Services.GetRequiredService<MembershipWriter>();
        return portal.Services.GetRequiredService<PortalDatabase>().WriteAsync(
            async (context, token) =>
            {
                await writer.BeginAsync(context, token);
                await writer.RequestAsync(context, [new MembershipLine(group, person, kind, role)], token);
                await writer.ApplyAsync(context, by, actor, portal.Clock.GetUtcNow().UtcDateTime, token);
            },
            CancellationToken.None);
    }

    public async Task ChangeAsync(long person, Action<Person> change)
    {
        await using var context = portal.Open();
        change(await context.People.SingleAsync(p => p.Id == person));
        await context.SaveChangesAsync();
    }

    /// <summary>Runs maintenance and gives back its report.</summary>
    public async Task<MaintenanceRun> MaintainAsync(int? solutionInterest = null)
    {
        var job = (await portal.SendAsync(new StartMaintenance(solutionInterest))).Demand();
        await portal.RunJobsAsync();
        await using var context = portal.Open();
        return await context.MaintenanceRuns.SingleAsync(r => r.JobId == job);
    }

    /// <summary>The members of a group: role by person, active ones only.</summary>
    public async Task<Dictionary<long, int>> MembersAsync(long group)
    {
        await using var context = portal.Open();
        return await context.Members.Where(m => m.BuyingGroupId == group && m.IsActive).ToDictionaryAsync(m => m.PersonId, m => m.RoleId);
    }

    /// <summary>Role fills and completeness are those of a recount.</summary>
    public async Task CountsAreTrueAsync()
    {
        await using var context = portal.Open();
        var cards = await context.RoleCards.ToListAsync();
        var members = (await context.Members.Where(m => m.IsActive).ToListAsync()).ToLookup(m => m.BuyingGroupId);
        foreach (var group in await context.BuyingGroups.Include(g => g.RoleFills).ToListAsync())
        {
            var counted = members[group.Id].GroupBy(m => m.RoleId).ToDictionary(role => role.Key, role => role.Count());
            if (group.RoleFills.Count == 0 && counted.Count == 0)
                continue;
            Assert.Equal(counted.OrderBy(role => role.Key), group.RoleFills.Where(fill => fill.Assigned > 0).ToDictionary(fill => fill.RoleId, fill => fill.Assigned).OrderBy(role => role.Key));
            Assert.Equal(Completeness.Of(cards, counted), group.Completeness);
        }
    }
}
