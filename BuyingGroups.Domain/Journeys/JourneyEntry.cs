namespace BuyingGroups.Domain.Journeys;

/// <summary>How an entry stands.</summary>
public enum EntryStatus
{
    /// <summary>On its way.</summary>
    Active = 1,

    /// <summary>Reached the end of a path.</summary>
    Completed = 2,

    /// <summary>Left because it matched the goal.</summary>
    GoalMet = 3,

    /// <summary>Left because it matched the exit condition.</summary>
    Exited = 4,

    /// <summary>The journey was aborted.</summary>
    Aborted = 5,

    /// <summary>Failed again and again; kept where it was, with the error, to be retried by hand.</summary>
    Parked = 6,

    /// <summary>Taken out by another journey, or its account was deleted or merged.</summary>
    Removed = 7,

    /// <summary>The end date came.</summary>
    Ended = 8,
}

/// <summary>One passage of an account through a journey.</summary>
public sealed class JourneyEntry
{
    /// <summary>Longest error.</summary>
    public const int ErrorMaxLength = 1000;

    /// <summary>Number given by the engine, in account order within a batch.</summary>
    public long Id { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>1 for the first passage of this account through this journey.</summary>
    public int EntryNumber { get; set; }

    /// <summary>Share of the journey's work, by account; see JourneyPartitions.</summary>
    public int Partition { get; set; }

    /// <summary>The node it is at, or was at when it ended.</summary>
    public int NodeKey { get; set; }

    /// <summary>When the node lets it go at the latest (Unix milliseconds); null when it is not on its way: ended or parked.</summary>
    public long? DueAt { get; set; }

    /// <summary>How it stands.</summary>
    public EntryStatus Status { get; set; } = EntryStatus.Active;

    /// <summary>When it entered (Unix milliseconds).</summary>
    public long EnteredAt { get; set; }

    /// <summary>When it arrived at the node, or ended (Unix milliseconds).</summary>
    public long ArrivedAt { get; set; }

    /// <summary>Why it is parked.</summary>
    public string? Error { get; set; }

    /// <summary>True when it is parked and its event had come: once retried it takes the event's path, however late that is.</summary>
    public bool HasHeard { get; set; }
}

/// <summary>A node passed by an entry: the history, and the guard that makes each step happen once.</summary>
public sealed class JourneyVisit
{
    /// <summary>Longest detail.</summary>
    public const int DetailMaxLength = 200;

    /// <summary>The node.</summary>
    public int NodeKey { get; set; }

    /// <summary>The entry.</summary>
    public long EntryId { get; set; }

    /// <summary>The path taken: its place in the node's paths from 1; 0 when the journey ended there.</summary>
    public short Path { get; set; }

    /// <summary>The transaction that did it; tells when.</summary>
    public long BatchId { get; set; }

    /// <summary>What came of it where that is not the usual, such as "no buying group"; null: as usual.</summary>
    public string? Detail { get; set; }
}

/// <summary>One transaction of the engine.</summary>
public sealed class JourneyBatch
{
    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>The partition.</summary>
    public int Partition { get; set; }

    /// <summary>The fence it ran under.</summary>
    public long Token { get; set; }

    /// <summary>When (Unix milliseconds).</summary>
    public long At { get; set; }
}

/// <summary>Who works on a partition of a journey, until when. Taking it over raises the token; a write under an older token changes nothing.</summary>
public sealed class JourneyLease
{
    /// <summary>Longest owner.</summary>
    public const int OwnerMaxLength = 200;

    /// <summary>The journey.</summary>
    public int JourneyId { get; set; }

    /// <summary>The partition.</summary>
    public int Partition { get; set; }

    /// <summary>Node and worker; null: nobody.</summary>
    public string? Owner { get; set; }

    /// <summary>The fence.</summary>
    public long Token { get; set; }

    /// <summary>Free from then on (Unix milliseconds).</summary>
    public long UntilAt { get; set; }

    /// <summary>When accounts were last looked through for new entries (Unix milliseconds).</summary>
    public long EnrolledAt { get; set; }
}

/// <summary>How often a path was taken, kept in the transaction of the step.</summary>
public sealed class JourneyNodeStatistic
{
    /// <summary>The <see cref="Path"/> of those stopped there from outside: goal, exit, abort, removal, end date.</summary>
    public const short Stopped = -1;

    /// <summary>The node.</summary>
    public int NodeKey { get; set; }

    /// <summary>The partition.</summary>
    public int Partition { get; set; }

    /// <summary>The path as in <see cref="JourneyVisit.Path"/>; or <see cref="Stopped"/>.</summary>
    public short Path { get; set; }

    /// <summary>How many.</summary>
    public long Passed { get; set; }
}

/// <summary>How many accounts a variant split has sent on; locked while more are sent, so that quotas hold over all nodes of the portal.</summary>
public sealed class JourneyVariantCount
{
    /// <summary>The variant split.</summary>
    public int NodeKey { get; set; }

    /// <summary>Accounts routed so far.</summary>
    public long Routed { get; set; }
}

/// <summary>How far a listening node has looked, per partition and source.</summary>
public sealed class JourneyListening
{
    /// <summary>The listening node.</summary>
    public int NodeKey { get; set; }

    /// <summary>The partition.</summary>
    public int Partition { get; set; }

    /// <summary>Rows of the source up to this id need not be looked at again.</summary>
    public long SeenId { get; set; }
}

/// <summary>An account that another journey sends in; taken up by the next look for entries.</summary>
public sealed class JourneyInvitation
{
    /// <summary>The journey to enter.</summary>
    public int JourneyId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The node that sends it.</summary>
    public int NodeKey { get; set; }

    /// <summary>When (Unix milliseconds).</summary>
    public long At { get; set; }
}

/// <summary>Where an outgoing message stands.</summary>
public enum OutboxStatus
{
    /// <summary>To be sent.</summary>
    Waiting = 1,

    /// <summary>Delivered at least once.</summary>
    Sent = 2,

    /// <summary>Given up after all retries; can be retried by hand.</summary>
    Dead = 3,

    /// <summary>No sender is configured for its kind; kept until there is one.</summary>
    Held = 4,
}

/// <summary>An effect outside the database, written with the step and delivered after it, at least once, under one idempotency key per node, entry and person.</summary>
public sealed class OutboxMessage
{
    /// <summary>Longest kind.</summary>
    public const int KindMaxLength = 40;

    /// <summary>Longest error kept.</summary>
    public const int ErrorMaxLength = 1000;

    /// <summary>Database id.</summary>
    public long Id { get; set; }

    /// <summary>The node that sends it.</summary>
    public int NodeKey { get; set; }

    /// <summary>The entry it is sent for.</summary>
    public long EntryId { get; set; }

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The person it goes to; 0: it is about the account.</summary>
    public long PersonId { get; set; }

    /// <summary>Kind of the node: "webhook", "sendEmail", "sendSalesAlert".</summary>
    public required string Kind { get; set; }

    /// <summary>How it stands.</summary>
    public OutboxStatus Status { get; set; } = OutboxStatus.Waiting;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before (Unix milliseconds).</summary>
    public long NextAt { get; set; }

    /// <summary>When it was written (Unix milliseconds).</summary>
    public long CreatedAt { get; set; }

    /// <summary>When it was delivered (Unix milliseconds).</summary>
    public long? SentAt { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? Error { get; set; }
}
