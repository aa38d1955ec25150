using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Portal.Features.Journeys.Simulation;

/// <summary>Reasons that the drawing itself gives, and what can be assumed at a node.</summary>
internal static class SimulationReasons
{
    /// <summary>Why a path is taken where no condition decides; null where there is nothing to say.</summary>
    public static SimulatedText? Of(JourneyNode node, int path, bool stays) => node.Settings switch
    {
        _ when stays => null,
        VariantSplitSettings { Subject: SplitSubject.Accounts } when path >= 1 =>
            new SimulatedText("Its turn by share: {0} % of the accounts take this path. Which one an account takes depends on how many came before it.", node.Paths[path - 1].Percent ?? 0),
        ListenForEventSettings when path == 0 => new SimulatedText("The event does not come in time, and there is no timeout path."),
        ListenForEventSettings when node.Paths[path - 1].Kind == PathKind.Timeout => new SimulatedText("The event does not come in time, by assumption."),
        ListenForEventSettings => new SimulatedText("The event comes, by assumption."),
        _ => null,
    };

    /// <summary>What can be assumed at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="path">The path taken in this simulation.</param>
    /// <param name="heard">True when the event is assumed to come.</param>
    public static IEnumerable<SimulatedAlternative> Alternatives(JourneyNode node, int path, bool heard) => node.Settings switch
    {
        ListenForEventSettings =>
        [
            new SimulatedAlternative(SimulationChoice.Event, new SimulatedText("The event comes"), heard),
            new SimulatedAlternative(SimulationChoice.Timeout, new SimulatedText("The event does not come"), !heard),
        ],
        VariantSplitSettings { Subject: SplitSubject.Accounts } => node.Paths.Select((one, place) => new SimulatedAlternative(
            one.Key, one.Name is { } name ? new SimulatedText("{0} ({1} %)", name, one.Percent ?? 0) : new SimulatedText("Path {0} ({1} %)", place + 1, one.Percent ?? 0), place + 1 == path)),
        _ => [],
    };
}
