namespace BuyingGroups.Portal.Features.Outbox;

/// <summary>When a message that was not delivered is tried again. No chance in it: the order of messages stays, and what is promised can be told.</summary>
public static class OutboxSchedule
{
    /// <summary>Tries until a message is given up: the last comes about eleven hours after the first.</summary>
    public const int Tries = 8;

    /// <summary>How long one try may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a claimed message is left to who claimed it; a killed sender's messages are tried again after that. Longer than a claimed portion can take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);

    /// <summary>The wait after a try: 30 s, then three times as long after each; null after the last.</summary>
    /// <param name="tries">Tries so far, from 1.</param>
    public static TimeSpan? After(int tries) => tries >= Tries ? null : First * Math.Pow(3, tries - 1);
}
