using BuyingGroups.Domain;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Engagement;

/// <summary>Accounts with one group each, their people in it, and things people do.</summary>
internal sealed class EngagementWorld(TestPortal portal)
{
    private static readonly int[] Roles = [GroupWorld.DecisionMaker, GroupWorld.Influencer, GroupWorld.Practitioner, GroupWorld.Champion];

    public GroupWorld World { get; private set; } = null!;

    public List<long> Groups { get; } = [];

    public List<long> People { get; } = [];

    public DateTime Made { get; private set; }

    public async Task<EngagementWorld> BuildAsync(int accounts, int peopleEach, bool members = true)
    {
        World = await new GroupWorld(portal.Open).BuildAsync();
        Made = portal.Clock.GetUtcNow().UtcDateTime;
        for (var number = 1; number <= accounts; number++)
        {
            var account = await World.AccountAsync($"Account {number}", [.. Enumerable.Range(0, peopleEach).Select(place => place == 0 ? "chief" : "cook")]);
            var group = await World.GroupAsync(account);
            Groups.Add(group.Id);
            foreach (var (person, place) in account.People.OrderBy(person => person.Id).Select((person, place) => (person, place)))
            {
                People.Add(person.Id);
                if (members)
                    await portal.Database.AddAsync(new Member { BuyingGroupId = group.Id, PersonId = person.Id, RoleId = Roles[place % Roles.Length], Source = ActorKind.Manual, IsActive = place != 4, ChangedAt = Made, ActorId = World.Actors[ActorKind.Manual] });
            }
        }
        return this;
    }

    /// <summary>The person at a place did something some times just now.</summary>
    public async Task ActivityAsync(int place, int type, int count)
    {
        await using var context = portal.Open();
        var (person, now) = (People[place], portal.Clock.GetUtcNow().UtcDateTime);
        var account = (await context.People.SingleAsync(p => p.Id == person)).AccountId;
        context.AddRange(Enumerable.Range(0, count).Select(_ => new Activity { AccountId = account, PersonId = person, ActivityTypeId = type, OccurredAt = now, RecordedAt = now }));
        await context.SaveChangesAsync();
    }

    /// <summary>Things done by half of the people within forty days, many on the same few days, so that the cap bites.</summary>
    public async Task RandomActivitiesAsync(Random random, int count)
    {
        await using var context = portal.Open();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var accounts = await context.People.ToDictionaryAsync(p => p.Id, p => p.AccountId);
        for (var number = 0; number < count; number++)
        {
            var person = People[random.Next((People.Count + 1) / 2)];
            var at = random.Next(3) == 0 ? now.Date.AddDays(-random.Next(3)).AddMinutes(random.Next(24 * 60)) : now.AddMinutes(-random.Next(40 * 24 * 60)).AddTicks(random.Next(10_000_000));
            context.Add(new Activity
            {
                AccountId = accounts[person],
                PersonId = random.Next(20) == 0 ? null : person,
                ActivityTypeId = random.Next(1, 9),
                OccurredAt = at > now.AddMinutes(5) ? now : at,
                RecordedAt = now,
            });
        }
        await context.SaveChangesAsync();
    }

    public async Task RandomMembersAsync(Random random)
    {
        await using var context = portal.Open();
        foreach (var member in await context.Members.ToListAsync())
        {
            if (random.Next(5) == 0)
                (member.IsActive, member.RoleId) = (random.Next(2) == 0, Roles[random.Next(Roles.Length)]);
        }
        await context.SaveChangesAsync();
    }

    public async Task RescoreAsync()
    {
        (await portal.SendAsync(new RescoreNow())).Demand();
        await portal.RunJobsAsync();
    }

    public async Task ScoresAreTrueAsync()
    {
        await RescoreAsync();
        await ScoresMatchAsync();
    }

    /// <summary>What stands in the database is what the functions make of the activities there.</summary>
    public async Task ScoresMatchAsync()
    {
        await using var context = portal.Open();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(portal.Services.GetRequiredService<PortalTimeZone>().Name);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(portal.Clock.GetUtcNow().UtcDateTime, zone));
        var days = (await context.Activities.Where(a => a.PersonId != null).ToListAsync())
            .GroupBy(a => (Person: a.PersonId!.Value, a.ActivityTypeId, Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(a.OccurredAt, zone)).DayNumber))
            .Select(day => new ActivityDay { PersonId = day.Key.Person, ActivityTypeId = day.Key.ActivityTypeId, Day = day.Key.Day, Count = day.Count() });
        var model = await context.WeightingModels.Include(m => m.Bands).Include(m => m.Weights).SingleAsync(m => m.Status == WeightingStatus.Active);
        var people = EngagementScoring.OfPeople(days, model.WeightByType(), today);
        foreach (var person in await context.People.ToListAsync())
            Assert.Equal(people.GetValueOrDefault(person.Id), person.EngagementScore, 9);

        var weights = await context.RoleCards.ToDictionaryAsync(card => card.RoleId, card => (int)card.Weighting);
        var members = (await context.Members.Where(m => m.IsActive).ToListAsync()).ToLookup(m => m.BuyingGroupId, m => (m.RoleId, people.GetValueOrDefault(m.PersonId)));
        var groups = EngagementScoring.OfGroups(Groups.ToDictionary(id => id, id => EngagementScoring.GroupSum(members[id], weights)));
        foreach (var group in await context.BuyingGroups.ToListAsync())
            Assert.Equal(groups[group.Id], group.EngagementScore, 9);
    }

    /// <summary>Runs the job that waits until it has made some transactions, as if its process had died then.</summary>
    public async Task RescoreCutOffAsync(int transactions)
    {
        var runner = portal.Services.GetRequiredService<JobRunner>();
        if (await runner.TakeAsync(CancellationToken.None) is not { } job)
            return;
        using var death = new CancellationTokenSource();
        void Count(long id)
        {
            // Jobs of other tests ring too: they only move the moment.
            if (Interlocked.Decrement(ref transactions) == 0)
                Die(death);
        }
        JobSignal.Changed += Count;
        try
        {
            await runner.RunAsync(job, death.Token);
        }
        finally
        {
            JobSignal.Changed -= Count;
        }
    }

    private static void Die(CancellationTokenSource death)
    {
        try
        {
            death.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run was over before.
        }
    }
}
