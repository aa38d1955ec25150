using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Edits;

/// <summary>The node is gone.</summary>
/// <param name="Node">Its id.</param>
public sealed record NodeGone(string Node) : Refusal("The node “{0}” is not there any more. Nothing was changed.", Node);

/// <summary>The path is gone.</summary>
/// <param name="Place">Node and key.</param>
public sealed record PathGone(string Place) : Refusal("The path “{0}” is not there any more. Nothing was changed.", Place);

/// <summary>Something that does not fit into a split of people.</summary>
public sealed record OnlyPeopleActionsFit() : Refusal("Only actions on people fit here. Nothing was changed; put it before or after the split of people.");

/// <summary>A second start.</summary>
public sealed record OnlyOneStart() : Refusal("A journey has one account audience, its start. Nothing was changed; change the audience of the start.");

/// <summary>Something that comes and goes with its split.</summary>
public sealed record GoesWithItsSplit() : Refusal("This merge belongs to its split of people and comes, moves and goes with it. Nothing was changed.");

/// <summary>The start stays where it is.</summary>
public sealed record StartStays() : Refusal("The start stays where it is. Nothing was changed.");

/// <summary>A merge stays where its paths meet.</summary>
public sealed record MergeStays() : Refusal("A merge stays where its paths meet. Nothing was changed; remove it and join paths elsewhere.");

/// <summary>A branch moved into itself.</summary>
public sealed record IntoItself() : Refusal("A branch cannot move into itself. Nothing was changed; choose a path outside of it.");

/// <summary>A branch that has no end to go on from.</summary>
public sealed record NoOpenEnd() : Refusal("Every path of the branch leads to a merge, so that nothing could follow it here. Nothing was changed; choose the end of a path.");

/// <summary>A selection of pieces that do not hang together.</summary>
public sealed record NotOnePiece() : Refusal("The selected nodes do not hang together from one first node. Nothing was changed; select nodes that follow each other.");

/// <summary>More nodes than a journey may have.</summary>
/// <param name="Most">How many may be.</param>
public sealed record NoRoom(int Most) : Refusal("The journey would have more than {0} nodes. Nothing was changed; divide it into several journeys.", Most);

/// <summary>Too few or too many paths.</summary>
/// <param name="Fewest">Fewest.</param>
/// <param name="Most">Most.</param>
public sealed record PathCountFixed(int Fewest, int Most) : Refusal("This node has {0} to {1} paths. Nothing was changed.", Fewest, Most);

/// <summary>A kind of path that the node cannot have, or has.</summary>
public sealed record PathDoesNotFit() : Refusal("The node cannot have this path, or has it already. Nothing was changed.");

/// <summary>Fewer than two paths to join.</summary>
public sealed record TwoPathsToJoin() : Refusal("A merge joins at least two paths. Nothing was changed; choose further ones.");

/// <summary>Paths that go on to different nodes.</summary>
public sealed record PathsLeadElsewhere() : Refusal("The chosen paths go on to different nodes. Nothing was changed; choose paths that end, and at most one that goes on.");

/// <summary>Joining would make a circle.</summary>
public sealed record WouldGoRound() : Refusal("Accounts would go round in a circle. Nothing was changed; choose other paths.");

/// <summary>The only path into a merge.</summary>
public sealed record LastPathOfMerge() : Refusal("It is the only path that leads to the merge, and what follows would be lost. Nothing was changed; remove the merge instead.");

/// <summary>Settings of another kind.</summary>
public sealed record SettingsOfAnotherKind() : Refusal("A node stays of its kind. Nothing was changed; delete it and insert another.");

/// <summary>A variant split with something on it changes between accounts and people.</summary>
public sealed record SubjectFixed() : Refusal("What stands on the paths of the split would not fit. Nothing was changed; empty its paths first.");

/// <summary>The clipboard holds no nodes.</summary>
public sealed record NothingToPaste() : Refusal("The clipboard holds no nodes of a journey. Nothing was changed; copy some first.");

/// <summary>Nothing to move past.</summary>
public sealed record NothingFurther() : Refusal("It cannot move further this way. Nothing was changed; use “Move to…” for another path.");
