using System.Collections.Concurrent;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>
/// The steps and the selection of designers that were closed a while ago, so that whoever opens the journey again can go on undoing. The drawing
/// itself is in the database; what is here goes with the process, and is of use only while the draft still is the one that was left.
/// </summary>
public sealed class LeftDesigners(TimeProvider clock)
{
    private const int Most = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(int User, int Journey), LeftDesigner> left = new();

    /// <summary>Keeps what a closed designer leaves.</summary>
    public void Keep(int userId, int journeyId, JourneyHistory history, IReadOnlyCollection<NodeId> selected)
    {
        var now = clock.GetUtcNow();
        left[(userId, journeyId)] = new(history, [.. selected], now);
        foreach (var old in left.Where(entry => entry.Value.At < now - Kept).Concat(left.OrderByDescending(entry => entry.Value.At).Skip(Most)).ToList())
            left.TryRemove(old);
    }

    /// <summary>Takes what was left, if the stored draft still is the document that it ended with.</summary>
    public LeftDesigner? Take(int userId, int journeyId, JourneyDocument stored) =>
        left.TryRemove((userId, journeyId), out var found) && found.At > clock.GetUtcNow() - Kept && found.History.Current.Equals(stored) ? found : null;
}

/// <summary>What a closed designer left.</summary>
/// <param name="History">Its steps.</param>
/// <param name="Selected">What was selected.</param>
/// <param name="At">When it was closed.</param>
public sealed record LeftDesigner(JourneyHistory History, IReadOnlyList<NodeId> Selected, DateTimeOffset At);
