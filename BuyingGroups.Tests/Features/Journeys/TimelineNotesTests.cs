using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Journeys;

/// <summary>What the timeline tells of a node beside members: stages, statuses, fields, messages.</summary>
public sealed class TimelineNotesTests
{
    [OnEveryDatabase]
    public async Task Effects_and_refusals_of_a_node_and_where_its_messages_stand_are_on_the_timeline(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new JourneyWorld(portal).BuildAsync();
        await world.PublishAsync();
        var account = await world.Groups.AccountAsync("Hexa", []);
        var group = await world.Groups.GroupAsync(account);
        var entry = await world.EnterAsync(account, "wait", EntryStatus.Active, ("start", 1), ("split", 1));
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await using (var context = portal.Open())
        {
            var split = await context.JourneyNodeKeys.SingleAsync(k => k.Id == world.Keys["split"]);
            var model = new StageModel { Name = "Sales" };
            context.StageModels.Add(model);
            await context.SaveChangesAsync();
            var stage = new Stage { StageModelId = model.Id, Name = "Qualified", Kind = StageKind.Entry };
            context.Stages.Add(stage);
            await context.SaveChangesAsync();
            context.StageChanges.Add(new StageChange { BuyingGroupId = group.Id, ToStageId = stage.Id, Applied = false, Reason = nameof(StageMoveVerdict.NoTransition), Source = ActorKind.Journey, ActorId = split.ActorId, At = now });
            context.ChangeEvents.Add(new ChangeEvent { Kind = ChangeEventKind.Status, AccountId = account.Id, BuyingGroupId = group.Id, Previous = "New", Current = "Handed over", ActorId = split.ActorId, At = now });
            context.ChangeEvents.Add(new ChangeEvent { Kind = ChangeEventKind.AccountData, AccountId = account.Id, Field = "industry", Previous = "Food", Current = "Logistics", ActorId = split.ActorId, At = now });
            // Before the passage, and by another: neither belongs here.
            context.ChangeEvents.Add(new ChangeEvent { Kind = ChangeEventKind.Status, AccountId = account.Id, BuyingGroupId = group.Id, Current = "Old", ActorId = split.ActorId, At = now.AddDays(-1) });
            context.OutboxMessages.Add(new OutboxMessage { NodeKey = split.Id, EntryId = entry.Id, AccountId = account.Id, Kind = "webhook", Status = OutboxStatus.Dead, Error = "No answer" });
            await context.SaveChangesAsync();
        }

        var steps = (await portal.AskAsync(new GetJourneyTimeline(world.Id, account.Id))).Demand().Steps;

        Assert.Empty(steps[0].Notes);
        var notes = steps[1].Notes;
        Assert.Equal([TimelineNoteKind.Stage, TimelineNoteKind.Status, TimelineNoteKind.Field, TimelineNoteKind.Message], notes.Select(note => note.Kind));
        Assert.Equal(("Qualified", StageMoveVerdict.NoTransition), (notes[0].To, notes[0].Refused));
        Assert.Equal(("New", "Handed over"), (notes[1].From, notes[1].To));
        Assert.Equal(("industry", "Food", "Logistics"), (notes[2].About, notes[2].From, notes[2].To));
        Assert.Equal(("webhook", OutboxStatus.Dead, "No answer"), (notes[3].About, notes[3].Sending, notes[3].Error));
    }
}
