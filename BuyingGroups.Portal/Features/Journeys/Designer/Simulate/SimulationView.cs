using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Portal.Features.Journeys.Simulation;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Simulate;

/// <summary>What of a simulation the canvas shows: the way one account walks, up to the step that is looked at, or how many would take each path.</summary>
public sealed class SimulationView
{
    private HashSet<NodeId> passed = [];
    private HashSet<PathPlace> taken = [];
    private Dictionary<PathPlace, CountedPath> counts = [];

    /// <summary>Something that is shown has changed.</summary>
    public event Action? Changed;

    /// <summary>The way of the account; null before one was chosen.</summary>
    public JourneySimulation? Simulation { get; private set; }

    /// <summary>Place of the step that is looked at, from 0; as large as there are steps when the walk is over.</summary>
    public int At { get; private set; }

    /// <summary>How many would take each path; null when that is not shown.</summary>
    public PathCounts? Counts { get; private set; }

    /// <summary>True when the walk is over.</summary>
    public bool IsOver => Simulation is { } walk && At >= walk.Steps.Count;

    /// <summary>Shows the way of an account, from its first step or where it was looked at before.</summary>
    public void Show(JourneySimulation? simulation, int at = 0)
    {
        (Simulation, Counts, counts) = (simulation, null, []);
        GoTo(at);
    }

    /// <summary>Looks at another step.</summary>
    public void GoTo(int step)
    {
        At = Math.Clamp(step, 0, Simulation?.Steps.Count ?? 0);
        var before = Simulation?.Steps.Take(At).ToList() ?? [];
        passed = [.. before.Select(one => new NodeId(one.NodeId))];
        taken = [.. before.SelectMany(Taken)];
        Changed?.Invoke();
    }

    /// <summary>Shows how many would take each path.</summary>
    public void Show(PathCounts? all)
    {
        (Counts, Simulation, At, passed, taken) = (all, null, 0, [], []);
        counts = all?.Nodes.SelectMany(node => node.Paths.Select(path => (Place: new PathPlace(new NodeId(node.NodeId), path.Path.Key), path))).ToDictionary(one => one.Place, one => one.path) ?? [];
        Changed?.Invoke();
    }

    /// <summary>Shows nothing any more.</summary>
    public void Leave() => Show((JourneySimulation?)null);

    /// <summary>Further classes of a node: passed, here, or off for those the account does not come to.</summary>
    public string? NodeClass(NodeId node)
    {
        if (Counts is { } all)
            return all.Nodes.FirstOrDefault(one => string.Equals(one.NodeId, node.Value, StringComparison.Ordinal)) is { Reached: > 0 } ? null : "off";
        if (Simulation is not { } walk)
            return null;
        if (passed.Contains(node))
            return "passed";
        return At < walk.Steps.Count && string.Equals(walk.Steps[At].NodeId, node.Value, StringComparison.Ordinal) ? "here" : "off";
    }

    /// <summary>Further classes of a path: hot for those taken, dim for the others.</summary>
    public string? PathClass(PathPlace path)
    {
        if (Counts is not null)
            return counts.GetValueOrDefault(path) is { Accounts: > 0 } ? "hot" : "dim";
        return Simulation is null ? null : taken.Contains(path) ? "hot" : "dim";
    }

    /// <summary>How many accounts would take a path; null while unknown.</summary>
    public long? Taking(PathPlace path) => counts.GetValueOrDefault(path)?.Accounts;

    /// <summary>A step of the walk, as far as it is shown; null for none.</summary>
    public (SimulatedStep Step, bool Passed)? StepAt(NodeId node)
    {
        if (Simulation is not { } walk)
            return null;
        for (var index = 0; index <= At && index < walk.Steps.Count; index++)
        {
            if (string.Equals(walk.Steps[index].NodeId, node.Value, StringComparison.Ordinal))
                return (walk.Steps[index], index < At);
        }
        return null;
    }

    /// <summary>True when something of the step was refused or went another way than asked.</summary>
    public static bool HasWarning(SimulatedStep step) => step.Detail is not null || step.Members.Any(member => !member.Applied);

    private static IEnumerable<PathPlace> Taken(SimulatedStep step)
    {
        var node = new NodeId(step.NodeId);
        // A split of people sends them down several paths at once.
        foreach (var path in step.People.Select(person => person.Path.Key).Distinct(StringComparer.Ordinal))
            yield return new(node, path);
        if (step.PathTaken is { } taken)
            yield return new(node, taken.Key);
    }
}
