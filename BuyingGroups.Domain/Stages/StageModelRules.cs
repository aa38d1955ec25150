using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Stages;

/// <summary>What a stage model must be before groups move through it (product.md § 7). Every refusal names the stage.</summary>
public static class StageModelRules
{
    /// <summary>Longest description of a stage.</summary>
    public const int DescriptionMaxLength = 2000;

    /// <summary>Most stages of a model.</summary>
    public const int MostStages = 100;

    /// <summary>Everything that keeps the model from being published; empty when nothing does.</summary>
    public static IReadOnlyList<Refusal> Problems(StageModelDocument document)
    {
        var problems = new List<Refusal>();
        if (Naming.Check(document.Name, StageModel.NameMaxLength) is { } unnamed)
            problems.Add(unnamed);
        var stages = document.Stages ?? [];
        if (stages.Count > MostStages)
            problems.Add(new TooManyStages(stages.Count, MostStages));
        var kinds = new Dictionary<string, StageKind>(StringComparer.Ordinal);
        var next = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var i = 0; i < stages.Count; i++)
        {
            if (Naming.Check(stages[i].Name, Stage.NameMaxLength, stages[i].Description, DescriptionMaxLength) is { } fault)
                problems.Add(new StageFault(string.IsNullOrWhiteSpace(stages[i].Name) ? $"{i + 1}" : stages[i].Name!.Trim(), fault.ToString()));
            else if (!kinds.TryAdd(Key(stages[i].Name), stages[i].Kind))
                problems.Add(new StageTwice(stages[i].Name!.Trim()));
            next.TryAdd(Key(stages[i].Name), []);
        }
        foreach (var transition in document.Transitions ?? [])
        {
            var unknown = new[] { transition.From, transition.To }.Where(name => !kinds.ContainsKey(Key(name))).ToList();
            problems.AddRange(unknown.Select(name => new UnknownStage(name ?? "", transition.From ?? "", transition.To ?? "")));
            if (unknown.Count > 0)
                continue;
            if (Key(transition.From) == Key(transition.To))
                problems.Add(new StageToItself(transition.From!.Trim()));
            else if (kinds[Key(transition.From)] == StageKind.Success)
                problems.Add(new SuccessIsTheEnd(transition.From!.Trim(), transition.To!.Trim()));
            else if (!next[Key(transition.From)].Add(Key(transition.To)))
                problems.Add(new TransitionTwice(transition.From!.Trim(), transition.To!.Trim()));
        }
        if (!kinds.ContainsValue(StageKind.Entry))
            problems.Add(new NoEntryStage());
        var successes = stages.Where(stage => stage.Kind == StageKind.Success).Select(stage => stage.Name?.Trim() ?? "").ToList();
        if (successes.Count != 1)
            problems.Add(successes.Count == 0 ? new NoSuccessStage() : new SeveralSuccessStages(string.Join(", ", successes)));
        var reaching = ReachingADestination(kinds, next);
        foreach (var stage in stages.Where(stage => stage.Kind is StageKind.Ordinary or StageKind.Entry && kinds.ContainsKey(Key(stage.Name))))
        {
            if (next[Key(stage.Name)].Count == 0)
                problems.Add(new NoNextStage(stage.Name!.Trim()));
            else if (!reaching.Contains(Key(stage.Name)))
                problems.Add(new NoWayToDestination(stage.Name!.Trim()));
        }
        return problems;
    }

    /// <summary>What keeps the model from being saved even as a draft: whatever is wrong with names and transitions. What is merely unfinished may wait.</summary>
    public static IReadOnlyList<Refusal> Faults(StageModelDocument document) =>
        [.. Problems(document).Where(problem => problem is not (NoEntryStage or NoSuccessStage or SeveralSuccessStages or NoNextStage or NoWayToDestination))];

    /// <summary>How names of stages are compared.</summary>
    public static string Key(string? name) => NormalizedText.Of(name) ?? "";

    private static HashSet<string> ReachingADestination(Dictionary<string, StageKind> kinds, Dictionary<string, HashSet<string>> next)
    {
        var reaching = kinds.Where(stage => stage.Value is StageKind.Success or StageKind.Failure).Select(stage => stage.Key).ToHashSet(StringComparer.Ordinal);
        while (next.Where(stage => !reaching.Contains(stage.Key) && stage.Value.Overlaps(reaching)).Select(stage => stage.Key).ToList() is { Count: > 0 } more)
            reaching.UnionWith(more);
        return reaching;
    }
}

/// <summary>More stages than a model takes.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyStages(int Count, int Most) : Refusal("{0} stages are more than the {1} a model takes. Leave some out.", Count, Most);

/// <summary>Something is wrong with the name or description of a stage.</summary>
/// <param name="Stage">Its name, or its place.</param>
/// <param name="Fault">What.</param>
public sealed record StageFault(string Stage, string Fault) : Refusal("Stage {0}: {1}", Stage, Fault);

/// <summary>Two stages have one name.</summary>
/// <param name="Stage">The name.</param>
public sealed record StageTwice(string Stage) : Refusal("There are two stages named “{0}”. Rename one.", Stage);

/// <summary>A transition names a stage that is not there.</summary>
/// <param name="Stage">The name.</param>
/// <param name="From">Start of the transition.</param>
/// <param name="To">End of the transition.</param>
public sealed record UnknownStage(string Stage, string From, string To) : Refusal("The transition from “{1}” to “{2}” names “{0}”, which is not a stage of the model. Add the stage or correct the name.", Stage, From, To);

/// <summary>A transition leads from a stage to itself.</summary>
/// <param name="Stage">The stage.</param>
public sealed record StageToItself(string Stage) : Refusal("“{0}” has a transition to itself. Take it away.", Stage);

/// <summary>A transition is there twice.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
public sealed record TransitionTwice(string From, string To) : Refusal("The transition from “{0}” to “{1}” is there twice. Take one away.", From, To);

/// <summary>A transition leads out of the success stage.</summary>
/// <param name="Stage">The success stage.</param>
/// <param name="To">Where it leads.</param>
public sealed record SuccessIsTheEnd(string Stage, string To) : Refusal("“{0}” is the success stage, where groups end, but a transition leads on to “{1}”. Take it away.", Stage, To);

/// <summary>No stage to start in.</summary>
public sealed record NoEntryStage() : Refusal("There is no entry stage. Mark at least one stage as entry, so that groups can start.");

/// <summary>No success stage.</summary>
public sealed record NoSuccessStage() : Refusal("There is no success stage. Mark exactly one stage as success.");

/// <summary>More than one success stage.</summary>
/// <param name="Stages">Their names.</param>
public sealed record SeveralSuccessStages(string Stages) : Refusal("There is more than one success stage: {0}. Keep exactly one.", Stages);

/// <summary>A stage that is no destination leads nowhere.</summary>
/// <param name="Stage">The stage.</param>
public sealed record NoNextStage(string Stage) : Refusal("“{0}” has no next stage. Add a transition from it.", Stage);

/// <summary>A stage never comes to a destination.</summary>
/// <param name="Stage">The stage.</param>
public sealed record NoWayToDestination(string Stage) : Refusal("From “{0}” there is no way to a success or failure stage. Add a transition that leads there.", Stage);
