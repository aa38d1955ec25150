using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>The drawing has too many nodes.</summary>
/// <param name="Most">How many may be.</param>
public sealed record JourneyTooLarge(int Most) : Refusal("The journey has more than {0} nodes. Divide it into several journeys.", Most);

/// <summary>There is no start.</summary>
public sealed record StartMissing() : Refusal("The journey has no start. Add an account audience.");

/// <summary>The start is another kind of node.</summary>
public sealed record StartNotAudience() : Refusal("The journey starts at a node that is not an account audience. Start it at one.");

/// <summary>A path leads into the start.</summary>
public sealed record PathIntoStart() : Refusal("The path leads back to the start, where accounts only enter. Let it lead elsewhere; use re-entry for accounts that may come again.");

/// <summary>There are two account audiences.</summary>
public sealed record SecondAudience() : Refusal("A journey has one account audience, its start. Remove this one, or make one audience of both.");

/// <summary>A path leads to a node that is not there.</summary>
/// <param name="Target">The node's id.</param>
public sealed record TargetUnknown(string Target) : Refusal("The path leads to the node “{0}”, which is not there. Let it lead elsewhere, or end it.", Target);

/// <summary>Nothing leads to the node.</summary>
public sealed record Unreachable() : Refusal("No path from the start leads here. Connect the node or delete it.");

/// <summary>A merge that nothing leads to.</summary>
public sealed record MergeOfNothing() : Refusal("No path leads to this merge. Choose the paths it joins, or delete it.");

/// <summary>A merge that joins one path.</summary>
public sealed record MergeOfOne() : Refusal("Only one path leads to this merge, so it joins nothing. Choose further paths, or remove it.");

/// <summary>Several paths lead to a node that is no merge.</summary>
public sealed record SeveralPathsInto() : Refusal("Several paths lead here, and only a merge joins paths. Put a merge before this node.");

/// <summary>Paths go round in a circle.</summary>
/// <param name="Target">Where the path leads.</param>
public sealed record Cycle(string Target) : Refusal("The path leads to “{0}”, from where accounts come back here: a circle without end. Let it lead elsewhere; use re-entry for accounts that may come again.", Target);

/// <summary>A node has not exactly one way on.</summary>
public sealed record OneNextPath() : Refusal("The node must have exactly one way on. Correct its paths.");

/// <summary>A kind of path that the node cannot have.</summary>
/// <param name="Kind">The kind of path.</param>
public sealed record PathDoesNotBelong(string Kind) : Refusal("The node cannot have a path of the kind “{0}”. Remove it.", Kind);

/// <summary>Two paths of a kind that may be there once.</summary>
/// <param name="Kind">The kind of path.</param>
public sealed record SecondPath(string Kind) : Refusal("The node has more than one path of the kind “{0}”. Remove all but one.", Kind);

/// <summary>Too few or too many branches.</summary>
/// <param name="Fewest">Fewest.</param>
/// <param name="Most">Most.</param>
public sealed record BranchCountWrong(int Fewest, int Most) : Refusal("The split must have {0} to {1} paths. Add or remove some.", Fewest, Most);

/// <summary>"Other" before another path.</summary>
public sealed record OtherNotLast() : Refusal("The path for all others must be the last, because the first match wins. Move it to the end.");

/// <summary>Nobody comes to this path.</summary>
public sealed record PathNeverTaken() : Refusal("A path before this one takes everybody, so nobody comes here. Put the paths in another order, or give the earlier one a condition.");

/// <summary>A branch without a condition.</summary>
public sealed record ConditionMissing() : Refusal("The path has no condition. Say who takes it.");

/// <summary>A condition where none belongs.</summary>
public sealed record ConditionDoesNotBelong() : Refusal("The path has a condition that nothing would look at. Remove it.");

/// <summary>A percentage where none belongs.</summary>
public sealed record PercentDoesNotBelong() : Refusal("The path has a percentage that nothing would look at. Remove it.");

/// <summary>A percentage that is missing or out of range.</summary>
/// <param name="Least">Smallest.</param>
/// <param name="Most">Largest.</param>
public sealed record PercentOutOfRange(int Least, int Most) : Refusal("The path needs a whole percentage from {0} to {1}. Correct it.", Least, Most);

/// <summary>Percentages do not make a whole.</summary>
/// <param name="Sum">What they sum to.</param>
public sealed record PercentsDoNotSum(long Sum) : Refusal("The percentages sum to {0}, not to 100. Correct them, or distribute evenly.", Sum);

/// <summary>Neither accounts nor people.</summary>
public sealed record SubjectUnknown() : Refusal("The split divides neither accounts nor people. Choose one.");

/// <summary>A split of people without its merge.</summary>
public sealed record PeopleMergeMissing() : Refusal("The split of people has no merge of its own. Delete the split and add it again.");

/// <summary>A split of people with two merges.</summary>
/// <param name="Split">The split's id.</param>
public sealed record SecondPeopleMerge(string Split) : Refusal("The split of people “{0}” has another merge already. Delete this one.", Split);

/// <summary>A merge of people without its split.</summary>
public sealed record PeopleMergeWithoutSplit() : Refusal("This merge of people belongs to no split of people. Delete it.");

/// <summary>A path within a split of people that does not come to its merge.</summary>
public sealed record PeoplePathEnds() : Refusal("The path does not lead to the merge of its split of people. Let it lead there.");

/// <summary>A path from elsewhere into the merge of a split of people.</summary>
public sealed record PathIntoPeopleMerge() : Refusal("The path leads into the merge of a split of people it does not belong to. Let it lead elsewhere.");

/// <summary>A split of people in a split of people.</summary>
public sealed record NestedPeopleSplit() : Refusal("A split of people cannot stand in another. Use more paths in one, or put it after the other.");

/// <summary>Something else than an action on people in a split of people.</summary>
public sealed record NotForPeople() : Refusal("Only actions on people can stand in a split of people. Put this node before or after the split.");
