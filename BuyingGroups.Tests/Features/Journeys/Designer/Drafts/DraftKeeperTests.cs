using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Journeys.Designer.Drafts;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Journeys.Designer.Drafts;

public sealed class DraftKeeperTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    [OnEveryDatabase]
    public async Task A_run_of_edits_is_one_version_and_one_audit_entry_after_a_moment_of_quiet(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var (world, mika) = await BeginAsync(portal);
        await using var desk = await OpenDesk.OpenAsync(portal, world.Id, mika);
        var before = desk.Session.Version;

        foreach (var name in new[] { "One", "Two", "Three" })
        {
            portal.Clock.Advance(Moment);
            desk.Rename("wait", name);
        }
        portal.Clock.Advance(Moment);
        await desk.SettleAsync();
        Assert.Equal((DraftStanding.Saving, before), (desk.Keeper.Standing, (await StoredAsync(portal, world.Id)).Version));
        Assert.Contains("Three", desk.Held!.Document, StringComparison.Ordinal);
        portal.Clock.Advance(Moment);
        await desk.SettleAsync();

        Assert.Equal((DraftStanding.Saved, before + 1, null), (desk.Keeper.Standing, desk.Session.Version, desk.Held));
        Assert.Equal("Three", (await StoredAsync(portal, world.Id)).Document.Node(new NodeId("wait"))!.Name);
        Assert.Equal((await StoredAsync(portal, world.Id)).ChangedAt, desk.Keeper.SavedAt);
        await using var context = portal.Open();
        Assert.Equal(1, await context.AuditEntries.CountAsync(entry => entry.Action == nameof(SaveJourneyDraft)));
    }

    [Fact]
    public async Task Edits_without_a_pause_are_saved_every_two_seconds_and_undoing_in_time_saves_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (world, mika) = await BeginAsync(portal);
        await using var desk = await OpenDesk.OpenAsync(portal, world.Id, mika);
        var before = desk.Session.Version;

        desk.Rename("wait", "Never mind");
        desk.Session.Undo();
        Assert.Equal((DraftStanding.Saved, null), (desk.Keeper.Standing, desk.Held));
        for (var edit = 0; edit < 14; edit++)
        {
            desk.Rename("wait", $"Edit {edit}");
            portal.Clock.Advance(Moment);
            await desk.SettleAsync();
        }

        Assert.Equal(before + 2, (await StoredAsync(portal, world.Id)).Version);
    }

    [Fact]
    public async Task What_others_save_is_taken_over_where_nothing_is_unsaved_and_can_be_undone()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (world, mika) = await BeginAsync(portal);
        await using var mine = await OpenDesk.OpenAsync(portal, world.Id, mika);
        await using var viewer = await OpenDesk.OpenAsync(portal, world.Id, mika, readOnly: true);
        await using var theirs = await OpenDesk.OpenAsync(portal, world.Id, await portal.UserAsync("Erik Sandahl", "Marketer"));

        theirs.Rename("wait", "By Erik");
        portal.Clock.Advance(DraftKeeper.Quiet);
        await SettleAsync(theirs, mine, viewer);

        Assert.Equal(("By Erik", theirs.Session.Version, DraftStanding.Saved), (mine.NameOf("wait"), mine.Session.Version, mine.Keeper.Standing));
        Assert.Equal("By Erik", viewer.NameOf("wait"));
        Assert.Equal("Take over what Erik Sandahl drew", mine.Session.Announcement);
        mine.Session.Undo();
        portal.Clock.Advance(DraftKeeper.Quiet);
        await SettleAsync(mine, theirs);
        Assert.Null(theirs.NameOf("wait"));
    }

    [Fact]
    public async Task Two_who_draw_at_once_learn_who_and_when_and_either_drawing_can_go_on()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (world, mika) = await BeginAsync(portal);
        await using var mine = await OpenDesk.OpenAsync(portal, world.Id, mika);
        await using var theirs = await OpenDesk.OpenAsync(portal, world.Id, await portal.UserAsync("Erik Sandahl", "Marketer"));

        await DrawAtOnceAsync("first");
        Assert.Equal(("Erik Sandahl", (await StoredAsync(portal, world.Id)).ChangedAt, false), (mine.Keeper.Conflict!.Who, mine.Keeper.Conflict.At, mine.Keeper.Conflict.IsOwn));
        Assert.Equal("Mine first", mine.NameOf("wait"));
        Assert.Contains("Mine first", mine.Held!.Document, StringComparison.Ordinal);
        Assert.IsType<DraftInConflict>((await mine.Keeper.SaveNowAsync()).Refusal);
        mine.Keeper.TakeTheirs();
        Assert.Equal(("Theirs first", DraftStanding.Saved, null), (mine.NameOf("wait"), mine.Keeper.Standing, mine.Held));
        mine.Session.Undo();
        Assert.Equal("Mine first", mine.NameOf("wait"));
        mine.Session.Redo();

        await DrawAtOnceAsync("second");
        var copy = (await mine.Keeper.KeepAsCopyAsync()).Demand();
        Assert.Equal("Nurture (copy)", copy.Name);
        Assert.Equal("Mine second", (await StoredAsync(portal, copy.Id)).Document.Node(new NodeId("wait"))!.Name);
        Assert.Equal("Theirs second", mine.NameOf("wait"));

        await DrawAtOnceAsync("third");
        (await mine.Keeper.SaveMineAsync()).Demand();
        await SettleAsync(mine, theirs);
        Assert.Equal("Mine third", theirs.NameOf("wait"));
        theirs.Session.Undo();
        Assert.Equal("Theirs third", theirs.NameOf("wait"));
        mine.Session.Undo();
        Assert.Equal("Theirs third", mine.NameOf("wait"));

        async Task DrawAtOnceAsync(string text)
        {
            mine.Rename("wait", $"Mine {text}");
            theirs.Rename("wait", $"Theirs {text}");
            (await theirs.Keeper.SaveNowAsync()).Demand();
            portal.Clock.Advance(DraftKeeper.Quiet);
            await SettleAsync(mine, theirs);
            Assert.Equal(DraftStanding.Conflict, mine.Keeper.Standing);
        }
    }

    [Fact]
    public async Task A_journey_that_was_renamed_meanwhile_is_nothing_to_decide()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (world, mika) = await BeginAsync(portal);
        await using var desk = await OpenDesk.OpenAsync(portal, world.Id, mika);
        desk.Rename("wait", "Drawn");
        (await portal.SendAsync(new RenameJourney(world.Id, desk.Session.Version, "Another name", null))).Demand();

        portal.Clock.Advance(DraftKeeper.Quiet);
        await desk.SettleAsync();

        var stored = await StoredAsync(portal, world.Id);
        Assert.Equal((DraftStanding.Saved, "Drawn", stored.Version), (desk.Keeper.Standing, stored.Document.Node(new NodeId("wait"))!.Name, desk.Session.Version));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_held_said_and_tried_again_with_longer_and_longer_waits()
    {
        var away = new DatabaseThatIsAway();
        await using var portal = await TestPortal.CreateAsync(replace: services => services.AddSingleton(away).AddSingleton<ICommandHandler<SaveJourneyDraft, int>, SaveUnlessAway>());
        var (world, mika) = await BeginAsync(portal);
        await using var desk = await OpenDesk.OpenAsync(portal, world.Id, mika);
        away.Is = true;

        desk.Rename("wait", "Kept");
        portal.Clock.Advance(DraftKeeper.Quiet);
        await desk.SettleAsync();
        Assert.Equal((DraftStanding.Failed, 1), (desk.Keeper.Standing, away.Asked));
        Assert.IsType<DraftNotStored>(desk.Keeper.Failure);
        Assert.NotNull(desk.Held);
        foreach (var wait in new[] { 1, 2, 5 })
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(wait));
            await desk.SettleAsync();
        }
        Assert.Equal(4, away.Asked);
        away.Is = false;
        portal.Clock.Advance(TimeSpan.FromSeconds(10));
        await desk.SettleAsync();

        Assert.Equal((DraftStanding.Saved, null, null), (desk.Keeper.Standing, desk.Keeper.Failure, desk.Held));
    }

    [Fact]
    public async Task What_a_browser_held_is_drawn_again_and_stands_beside_what_was_saved_since()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (world, mika) = await BeginAsync(portal);
        HeldDraft held;
        await using (var lost = await OpenDesk.OpenAsync(portal, world.Id, mika))
        {
            lost.Rename("wait", "Not saved");
            held = lost.Held!;
            // The server dies here: nothing of this desk is saved.
            lost.Session.Undo();
        }

        await using (var again = await OpenDesk.OpenAsync(portal, world.Id, mika, held))
        {
            Assert.True(again.Keeper.Ready.IsCompleted);
            Assert.Equal("Not saved", again.NameOf("wait"));
            portal.Clock.Advance(DraftKeeper.Quiet);
            await again.SettleAsync();
            Assert.Equal((DraftStanding.Saved, null), (again.Keeper.Standing, again.Held));
        }
        await using var late = await OpenDesk.OpenAsync(portal, world.Id, mika, held with { Document = held.Document.Replace("Not saved", "Older", StringComparison.Ordinal) });
        Assert.Equal(("Older", "Not saved", DraftStanding.Conflict), (late.NameOf("wait"), late.Keeper.Conflict!.Theirs.Node(new NodeId("wait"))!.Name, late.Keeper.Standing));
        await using var broken = await OpenDesk.OpenAsync(portal, world.Id, mika, new HeldDraft(1, "{ nonsense"));
        Assert.Equal("Not saved", broken.NameOf("wait"));
    }

    [Fact]
    public async Task Closing_saves_what_is_left_and_who_comes_back_can_undo()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (world, mika) = await BeginAsync(portal);
        var left = portal.Services.GetRequiredService<LeftDesigners>();
        var desk = await OpenDesk.OpenAsync(portal, world.Id, mika);
        desk.Rename("wait", "At the last moment");
        await desk.DisposeAsync();
        left.Keep(1, world.Id, desk.Session.History, desk.Session.Selected);

        var stored = (await StoredAsync(portal, world.Id)).Document;
        Assert.Equal("At the last moment", stored.Node(new NodeId("wait"))!.Name);
        Assert.Null(left.Take(2, world.Id, stored));
        var taken = left.Take(1, world.Id, stored)!;
        Assert.Equal([new NodeId("wait")], taken.Selected);
        Assert.NotNull(taken.History.Undo());
        left.Keep(1, world.Id, desk.Session.History, []);
        Assert.Null(left.Take(1, world.Id, JourneyDocument.Empty));
        left.Keep(1, world.Id, desk.Session.History, []);
        portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(left.Take(1, world.Id, desk.Session.History.Current));
    }

    private static async Task<(JourneyWorld World, BuyingGroups.Portal.Security.Caller Mika)> BeginAsync(TestPortal portal) =>
        (await new JourneyWorld(portal).BuildAsync(), await portal.UserAsync("Mika Berg", "Marketer"));

    private static async Task<StoredDraft> StoredAsync(TestPortal portal, int id) => (await portal.AskAsync(new ReadDraft(id))).Demand();

    private static async Task SettleAsync(params OpenDesk[] desks)
    {
        foreach (var desk in desks.Concat(desks))
            await desk.SettleAsync();
    }

    private sealed class DatabaseThatIsAway
    {
        public bool Is { get; set; }

        public int Asked { get; set; }
    }

    private sealed class SaveUnlessAway(DatabaseThatIsAway away) : ICommandHandler<SaveJourneyDraft, int>
    {
        public Task<Outcome<int>> HandleAsync(SaveJourneyDraft command, CommandContext context, CancellationToken cancellationToken)
        {
            away.Asked++;
            return away.Is ? throw new InvalidOperationException("The disk is full.") : new SaveJourneyDraftHandler().HandleAsync(command, context, cancellationToken);
        }
    }
}
