using System.Globalization;
using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>Delivers messages of one kind. Registered with the container; messages of a kind that nobody sends are held until somebody does.</summary>
public interface IOutboxSender
{
    /// <summary>The kind of node: "sendEmail", "sendSalesAlert", "webhook".</summary>
    string Kind { get; }

    /// <summary>Delivers one message, and may be asked to again with the same key when it is not known whether it arrived.</summary>
    /// <exception cref="UndeliverableException">It can never be delivered.</exception>
    /// <exception cref="Exception">It was not delivered this time.</exception>
    Task SendAsync(OutboxDelivery delivery, CancellationToken cancellationToken);
}

/// <summary>A message to be delivered.</summary>
/// <param name="MessageId">Its number.</param>
/// <param name="NodeKey">The node that sends it; its settings are in the version it belongs to.</param>
/// <param name="EntryId">The entry it is sent for.</param>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">The person it goes to; null when it is about the account.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="CreatedAt">When the journey sent it (UTC).</param>
public sealed record OutboxDelivery(long MessageId, int NodeKey, long EntryId, long AccountId, long? PersonId, int Attempt, DateTime CreatedAt)
{
    /// <summary>The same for every try: whoever receives it can tell a repetition by it.</summary>
    public string IdempotencyKey => string.Create(CultureInfo.InvariantCulture, $"{NodeKey}:{EntryId}:{PersonId ?? 0}");

    /// <summary>The delivery of a stored message.</summary>
    public static OutboxDelivery Of(OutboxMessage message) => new(
        message.Id, message.NodeKey, message.EntryId, message.AccountId, message.PersonId == 0 ? null : message.PersonId, message.Attempts,
        DateTimeOffset.FromUnixTimeMilliseconds(message.CreatedAt).UtcDateTime);
}

/// <summary>The message can never be delivered; it is not tried again by itself.</summary>
public sealed class UndeliverableException(string message) : Exception(message);
