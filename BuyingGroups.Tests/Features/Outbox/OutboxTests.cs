using System.Collections.Concurrent;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Features.Outbox;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Journeys.Execution;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BuyingGroups.Tests.Features.Outbox;

/// <summary>Delivery at least once, under one key, and what becomes of what cannot be delivered.</summary>
public sealed class OutboxTests
{
    [OnEveryDatabase]
    public async Task A_message_that_fails_is_tried_again_after_a_growing_wait_and_then_delivered(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await WriteAsync(portal, 1);
        var sender = new FakeSender { Fail = delivery => delivery.Attempt <= 2 ? new InvalidOperationException("The mail server is away.") : null };
        var sending = Sending(portal, sender);

        await DrainAsync(sending);
        Assert.Equal((OutboxStatus.Waiting, 1, "The mail server is away."), await StandAsync(portal, 1));
        portal.Clock.Advance(TimeSpan.FromSeconds(29));
        await DrainAsync(sending);
        Assert.Single(sender.Sent);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await DrainAsync(sending);
        Assert.Equal((OutboxStatus.Waiting, 2, "The mail server is away."), await StandAsync(portal, 1));
        portal.Clock.Advance(TimeSpan.FromSeconds(90));
        await DrainAsync(sending);

        Assert.Equal((OutboxStatus.Sent, 3, null), await StandAsync(portal, 1));
        Assert.Equal(["7:1:0", "7:1:0", "7:1:0"], sender.Sent.Select(one => one.IdempotencyKey));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await sending.RunAsync(CancellationToken.None));
    }

    [OnEveryDatabase]
    public async Task A_sender_that_dies_in_the_middle_leaves_its_message_to_the_next_under_the_same_key(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await WriteAsync(portal, 1);
        using var dies = new CancellationTokenSource();
        // It arrived, but the process ends before that is noted.
        var dying = new FakeSender { Meanwhile = dies.CancelAsync, Fail = _ => new OperationCanceledException(dies.Token) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sending(portal, dying).RunAsync(dies.Token));

        var next = new FakeSender();
        await DrainAsync(Sending(portal, next));
        Assert.Empty(next.Sent);
        portal.Clock.Advance(OutboxSchedule.Lease);
        await DrainAsync(Sending(portal, next));

        Assert.Equal((OutboxStatus.Sent, 2, null), await StandAsync(portal, 1));
        Assert.Equal(Assert.Single(dying.Sent).IdempotencyKey, Assert.Single(next.Sent).IdempotencyKey);
    }

    [OnEveryDatabase]
    public async Task A_message_is_given_up_after_all_tries_shown_with_its_error_and_can_be_retried(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await WriteAsync(portal, 2);
        var broken = new FakeSender { Fail = delivery => delivery.EntryId == 1 ? new InvalidOperationException("No route.") : new UndeliverableException("No such address.") };
        var sending = Sending(portal, broken);
        for (var tries = 0; tries < OutboxSchedule.Tries; tries++)
        {
            await DrainAsync(sending);
            portal.Clock.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(OutboxSchedule.Tries + 1, broken.Sent.Count);
        var dead = (await portal.AskAsync(new FindOutboxMessages(new PageRequest()))).Demand();
        Assert.Equal([(1L, OutboxSchedule.Tries, "No route."), (2L, 1, "No such address.")], dead.Rows.OrderBy(row => row.Id).Select(row => (row.Id, row.Attempts, row.Error)));
        Assert.Equal(2, (await portal.AskAsync(new CountOutbox())).Demand()[OutboxStatus.Dead]);
        Assert.Equal(1, (await portal.SendAsync(new RetryOutboxMessages(1))).Demand());
        Assert.IsType<NothingToRetry>((await portal.SendAsync(new RetryOutboxMessages(1))).Refusal);
        Assert.Equal(1, (await portal.SendAsync(new RetryOutboxMessages(null))).Demand());
        var works = new FakeSender();
        await DrainAsync(Sending(portal, works));
        Assert.Equal([1L, 2L], works.Sent.Select(one => one.EntryId).Order());
        Assert.Equal((OutboxStatus.Sent, 1, null), await StandAsync(portal, 1));
    }

    [OnEveryDatabase]
    public async Task Messages_nobody_sends_are_held_until_a_sender_appears(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await WriteAsync(portal, 3);
        await DrainAsync(Sending(portal));
        Assert.Equal((OutboxStatus.Held, 0, null), await StandAsync(portal, 1));
        Assert.Equal(3, (await portal.AskAsync(new CountOutbox())).Demand()[OutboxStatus.Held]);
        Assert.Equal(0, await Sending(portal, new FakeSender("sendEmail")).RunAsync(CancellationToken.None));

        var sender = new FakeSender();
        await DrainAsync(Sending(portal, sender));

        Assert.Equal(3, sender.Sent.Count);
        Assert.Equal((OutboxStatus.Sent, 1, null), await StandAsync(portal, 3));
    }

    [OnEveryDatabase(NotOnSqlite = true)]
    public async Task Two_senders_at_once_deliver_each_message_by_one_of_them(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await WriteAsync(portal, 300);
        var (first, second) = (new FakeSender(), new FakeSender());

        await Task.WhenAll(Task.Run(() => DrainAsync(Sending(portal, first))), Task.Run(() => DrainAsync(Sending(portal, second))));
        await DrainAsync(Sending(portal, first));

        Assert.Equal(300, first.Sent.Count + second.Sent.Count);
        Assert.Equal(300, first.Sent.Concat(second.Sent).Select(one => one.IdempotencyKey).Distinct(StringComparer.Ordinal).Count());
        await using var context = portal.Open();
        Assert.Equal(300, await context.OutboxMessages.CountAsync(message => message.Status == OutboxStatus.Sent && message.Attempts == 1));
    }

    [OnEveryDatabase]
    public async Task Who_lost_a_message_to_another_sender_notes_nothing(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await WriteAsync(portal, 1);
        var late = new FakeSender
        {
            Meanwhile = async () =>
            {
                portal.Clock.Advance(OutboxSchedule.Lease);
                await Sending(portal, new FakeSender()).RunAsync(CancellationToken.None);
            },
            Fail = _ => new InvalidOperationException("Too late."),
        };

        await Sending(portal, late).RunAsync(CancellationToken.None);

        Assert.Equal((OutboxStatus.Sent, 2, null), await StandAsync(portal, 1));
    }

    [Fact]
    public void The_waits_grow_and_end()
    {
        var waits = Enumerable.Range(1, OutboxSchedule.Tries).Select(OutboxSchedule.After).ToList();
        Assert.Equal((TimeSpan.FromSeconds(30), null), (waits[0], waits[^1]));
        Assert.All(waits.Zip(waits.Skip(1)).SkipLast(1), pair => Assert.Equal(pair.First * 3, pair.Second));
    }

    [OnEveryDatabase]
    public async Task What_has_not_left_when_its_journey_is_aborted_does_not_leave(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await JourneyWorld.OnAsync(portal.Database, portal.Clock);
        await world.Groups.AccountAsync("Account", []);
        var calling = new Drawing().Add("start", new AccountAudienceSettings(world.Groups.Audience.Id, null), "call").Add("call", new WebhookSettings("https://crm.example/hook"));
        var aborted = await world.PublishAsync(calling, "Aborted");
        await world.PublishAsync(calling, "Runs");
        await world.RunAsync();
        (await portal.SendAsync(new AbortJourney(aborted))).Demand();
        var sender = new FakeSender();

        await DrainAsync(Sending(portal, sender));

        Assert.Equal((OutboxStatus.Dead, 1, "The journey was aborted before this was sent."), await StandAsync(portal, 1));
        Assert.Equal(2, Assert.Single(sender.Sent).MessageId);
    }

    private static OutboxSending Sending(TestPortal portal, params IReadOnlyList<FakeSender> senders) =>
        new(portal.Database.Portal, senders, portal.Clock, NullLogger<OutboxSending>.Instance);

    private static async Task DrainAsync(OutboxSending sending)
    {
        while (await sending.RunAsync(CancellationToken.None) > 0)
        {
        }
    }

    private static Task WriteAsync(TestPortal portal, int count)
    {
        var now = portal.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        return portal.Database.AddAsync([.. Enumerable.Range(1, count).Select(entry => new OutboxMessage { Id = entry, NodeKey = 7, EntryId = entry, AccountId = 1, Kind = "webhook", NextAt = now, CreatedAt = now })]);
    }

    private static async Task<(OutboxStatus Status, int Attempts, string? Error)> StandAsync(TestPortal portal, long id)
    {
        await using var context = portal.Open();
        var message = await context.OutboxMessages.SingleAsync(one => one.Id == id);
        return (message.Status, message.Attempts, message.Error);
    }

    private sealed class FakeSender(string kind = "webhook") : IOutboxSender
    {
        private readonly ConcurrentQueue<OutboxDelivery> sent = new();

        public string Kind => kind;

        /// <summary>What goes wrong; null when nothing does.</summary>
        public Func<OutboxDelivery, Exception?> Fail { get; init; } = _ => null;

        /// <summary>What happens elsewhere while it sends.</summary>
        public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

        public IReadOnlyCollection<OutboxDelivery> Sent => sent;

        public async Task SendAsync(OutboxDelivery delivery, CancellationToken cancellationToken)
        {
            sent.Enqueue(delivery);
            await Meanwhile();
            if (Fail(delivery) is { } failure)
                throw failure;
        }
    }
}
