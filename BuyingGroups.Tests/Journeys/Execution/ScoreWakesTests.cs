using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Portal.Features.Engagement;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>From what people do, through the job that scores them, to the journey that waits for the score.</summary>
[Trait("Category", "Database")]
public sealed class ScoreWakesTests
{
    [OnEveryDatabase]
    public async Task A_journey_that_waits_for_engagement_goes_on_when_the_daily_rescoring_brings_it(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await JourneyWorld.OnAsync(portal.Database, portal.Clock);
        var (eager, slow) = (await MemberAsync(world, "Eager"), await MemberAsync(world, "Slow"));
        await world.Groups.AccountAsync("Without a group", ["chief"]);
        var journey = await world.PublishAsync(new Drawing()
            .Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "listen")
            .Add("listen", new ListenForEventSettings(new JourneyEvent(JourneyEventKind.EngagementChanged) { AtLeast = 60 }, null), "engaged")
            .Add("engaged", new AccountInterestingMomentSettings("Engaged")));
        await world.RunAsync();
        Assert.Equal(["listen Active", "listen Active", "listen Active"], (await world.WhereAsync(journey)).Values);

        // Sixteen page views against one: 100 for the group of the one, 50 for that of the other.
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await DoAsync(world, eager, 16);
        await DoAsync(world, slow, 1);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("listen Active", (await world.WhereAsync(journey))["Eager"]);
        await RescoreAsync(portal);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        var where = await world.WhereAsync(journey);
        Assert.Equal(("engaged Completed", "listen Active", "listen Active"), (where["Eager"], where["Slow"], where["Without a group"]));

        portal.Clock.Advance(TimeSpan.FromDays(1));
        await DoAsync(world, slow, 9);
        await RescoreAsync(portal);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        where = await world.WhereAsync(journey);
        Assert.Equal(("engaged Completed", "engaged Completed", "listen Active"), (where["Eager"], where["Slow"], where["Without a group"]));
        Assert.Equal(2, (await world.CountsAsync())["listen/1"]);
    }

    private static async Task<(long Account, long Person)> MemberAsync(JourneyWorld world, string name)
    {
        var account = await world.Groups.AccountAsync(name, ["chief"]);
        var group = await world.Groups.GroupAsync(account);
        var person = account.People.Single().Id;
        await world.Database.AddAsync(new Member
        {
            BuyingGroupId = group.Id,
            PersonId = person,
            RoleId = GroupWorld.DecisionMaker,
            Source = ActorKind.Manual,
            IsActive = true,
            ChangedAt = world.Clock.GetUtcNow().UtcDateTime,
            ActorId = world.Groups.Actors[ActorKind.Manual],
        });
        return (account.Id, person);
    }

    private static async Task DoAsync(JourneyWorld world, (long Account, long Person) who, int times)
    {
        for (var time = 0; time < times; time++)
            await world.HappenAsync(who.Account, ActivityType.PageViews, who.Person);
    }

    private static async Task RescoreAsync(TestPortal portal)
    {
        (await portal.SendAsync(new RescoreNow())).Demand();
        await portal.RunJobsAsync();
    }
}
