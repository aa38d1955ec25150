using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Presence;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Journeys.Designer.Presence;

public sealed class PresenceBoardTests
{
    [OnEveryDatabase]
    public async Task Those_who_have_a_journey_open_see_each_other_until_they_leave_or_give_no_sign(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var board = portal.Services.GetRequiredService<PresenceBoard>();
        var journey = (await portal.SendAsync(new CreateJourney("Fleet autumn"))).Demand();
        var other = (await portal.SendAsync(new CreateJourney("Fleet spring"))).Demand();
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var (anna, erik, window) = (new OpenedDesigner("a", journey, 1, "Anna Berg"), new OpenedDesigner("e", journey, 2, "Erik Sandahl", now), new OpenedDesigner("w", journey, 1, "Anna Berg"));
        List<int> rung = [];
        void Rang(int id) => rung.Add(id);
        DesignerBell.Rang += Rang;

        var audited = await AuditedAsync(portal);
        Assert.Empty((await board.StayAsync(anna, default)).Others);
        var seen = await board.StayAsync(erik, default);
        await board.StayAsync(new OpenedDesigner("x", other, 3, "Somebody else"), default);
        await board.StayAsync(window, default);
        DesignerBell.Rang -= Rang;

        Assert.Equal([new PresentPerson(1, "Anna Berg", false, false)], seen.Others);
        Assert.Equal(1, seen.Version);
        Assert.Equal([new PresentPerson(2, "Erik Sandahl", true, false), new PresentPerson(1, "Anna Berg", false, true)], (await board.LookAsync(anna, default)).Others);
        Assert.Contains(journey, rung);
        await board.LeaveAsync(window);
        portal.Clock.Advance(PresenceBoard.Beat);
        await board.StayAsync(anna, default);
        portal.Clock.Advance(PresenceBoard.Gone - PresenceBoard.Beat + PresenceBoard.Beat / 2);
        Assert.Empty((await board.StayAsync(anna, default)).Others);

        Assert.Equal(audited, await AuditedAsync(portal));
        (await portal.SendAsync(new DeleteJourney(journey))).Demand();
        var gone = await board.StayAsync(anna, default);
        Assert.Null(gone.Version);
        await using var after = portal.Open();
        Assert.Equal(["x"], await after.DesignerPresences.Select(p => p.Id).ToListAsync());
    }

    private static async Task<int> AuditedAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        return await context.AuditEntries.CountAsync();
    }
}
