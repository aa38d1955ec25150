using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Maintenance;
using BuyingGroups.Tests.Features.Maintenance;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Jobs;

/// <summary>Groups whose people have done something and changed since, so that rescoring and maintenance have work for many transactions.</summary>
internal static class ManyActivities
{
    private const int Changed = 600;
    private const int RemovedByHand = 20;

    /// <summary>Makes groups of so many accounts and queues a rescoring, then maintenance.</summary>
    /// <returns>The two jobs.</returns>
    public static async Task<(long Rescoring, long Maintenance)> QueueUpkeepAsync(TestPortal portal, int accounts)
    {
        // Real portals go by the real clock; at noon the day is the same in every zone that a portal is likely to have.
        portal.Clock.Set(DateTimeOffset.UtcNow);
        await ManyAccounts.QueueCreationAsync(portal, accounts);
        await portal.RunJobsAsync();
        await ActAsync(portal);
        await ChangeAsync(portal);
        return ((await portal.SendAsync(new RescoreNow())).Demand(), (await portal.SendAsync(new StartMaintenance())).Demand());
    }

    /// <summary>Up to four things each within the last five days, some of them more often than a day counts.</summary>
    private static async Task ActAsync(TestPortal portal)
    {
        var noon = DateTime.SpecifyKind(portal.Clock.GetUtcNow().UtcDateTime.Date.AddHours(12), DateTimeKind.Utc);
        await using var read = portal.Database.Portal.OpenRead();
        var people = await read.People.OrderBy(p => p.SourceKey).Select(p => new { p.Id, p.AccountId }).ToListAsync();
        var bulk = portal.Database.Portal.Provider.BulkInsert;
        await portal.Database.Portal.WriteAsync(
            (context, token) => bulk.InsertAsync(context, people.SelectMany((person, place) => Enumerable.Range(0, place % 4000 == 0 ? 30 : place % 5).Select(number => new Activity
            {
                AccountId = person.AccountId,
                PersonId = person.Id,
                ActivityTypeId = 1 + ((place + (place % 4000 == 0 ? 0 : number)) % 8),
                OccurredAt = noon.AddDays(-1 - (place % 5)),
                RecordedAt = noon.AddDays(-1),
            })), token),
            CancellationToken.None);
    }

    /// <summary>Some change their title, some were taken out of their group by hand.</summary>
    private static async Task ChangeAsync(TestPortal portal)
    {
        string[] titles = ["Chief cook", "Cook", "VP of kitchens"];
        await using var context = portal.Open();
        var people = await context.People.OrderBy(p => p.SourceKey).Take(Changed).ToListAsync();
        foreach (var (person, place) in people.Select((person, place) => (person, place)))
            person.JobTitle = titles[place % titles.Length];
        await context.SaveChangesAsync();
        var actor = await context.Actors.Where(a => a.Kind == ActorKind.Manual).Select(a => a.Id).FirstAsync();
        foreach (var member in await context.Members.Where(m => m.IsActive).OrderBy(m => m.Person!.SourceKey).Take(RemovedByHand).ToListAsync())
            await MaintenanceWorld.AskAsync(portal, ActorKind.Manual, actor, member.BuyingGroupId, member.PersonId, MembershipChangeKind.Remove);
    }
}
