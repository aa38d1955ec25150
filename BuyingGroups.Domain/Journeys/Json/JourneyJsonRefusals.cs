using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Json;

/// <summary>The text is too long.</summary>
/// <param name="Most">Characters allowed.</param>
public sealed record JourneyTextTooLong(int Most) : Refusal("The text is longer than {0} characters, which no journey is. Nothing was changed; check that it is the right file.", Most);

/// <summary>The text is not JSON.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The byte in the line, from 1.</param>
public sealed record JourneyTextNotJson(long Line, long Column)
    : Refusal("The text is not valid JSON, nested too deep, or names a member twice: see line {0}, position {1}. Nothing was changed; correct it and try again.", Line, Column);

/// <summary>The text is JSON, but not an object.</summary>
public sealed record JourneyTextNotAnObject() : Refusal("A journey is a JSON object. Nothing was changed; check that it is the right file.");

/// <summary>The version is missing or unknown.</summary>
/// <param name="Known">The version that is understood.</param>
public sealed record JourneySchemaUnknown(int Known)
    : Refusal("The member “schema” is missing or names a version other than {0}, the only one this portal understands. Nothing was changed; update the portal, or correct the file.", Known);

/// <summary>A list has null in it.</summary>
public sealed record JourneyListWithNull() : Refusal("A list has null in it. Nothing was changed; remove it.");

/// <summary>A text has a NUL character.</summary>
public sealed record JourneyTextWithNul() : Refusal("A text has the character U+0000 in it, which cannot be stored. Nothing was changed; remove it.");

/// <summary>A member is not known.</summary>
/// <param name="Member">Its name or place.</param>
public sealed record JourneyMemberUnknown(string Member) : Refusal("“{0}” is not a member that belongs here. Nothing was changed; correct its spelling or remove it.", Member);

/// <summary>A member is missing.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Place">Where.</param>
public sealed record JourneyMemberMissing(string Member, string Place) : Refusal("“{0}” is missing in “{1}”. Nothing was changed; add it.", Member, Place);

/// <summary>A part has a value that does not belong there.</summary>
/// <param name="Place">Where.</param>
public sealed record JourneyPartWrong(string Place) : Refusal("“{0}” is missing or has a value that does not belong there. Nothing was changed; correct it as the published schema describes.", Place);

/// <summary>A node without an id in its form.</summary>
/// <param name="Position">The node's place in the list, from 1.</param>
public sealed record NodeIdWrong(int Position)
    : Refusal("Node number {0} of the list has no id, or one that is not made of 1 to 40 lower-case letters, digits and hyphens. Nothing was changed; correct it.", Position);

/// <summary>Two nodes with one id.</summary>
/// <param name="Id">The id.</param>
public sealed record NodeIdTwice(string Id) : Refusal("There are two nodes with the id “{0}”. Nothing was changed; give one of them another id.", Id);

/// <summary>A kind that does not exist.</summary>
/// <param name="Kind">As given.</param>
public sealed record NodeKindUnknown(string Kind) : Refusal("There is no node kind “{0}”. Nothing was changed; correct it, or update the portal if it comes from a newer one.", Kind);

/// <summary>A path without a key in its form.</summary>
/// <param name="Key">As given.</param>
public sealed record PathKeyWrong(string Key) : Refusal("The path key “{0}” is not made of 1 to 40 lower-case letters, digits and hyphens. Nothing was changed; correct it.", Key);

/// <summary>Two paths of a node with one key.</summary>
/// <param name="Key">The key.</param>
public sealed record PathKeyTwice(string Key) : Refusal("Two paths of the node have the key “{0}”. Give one of them another key.", Key);

/// <summary>More nodes than a journey may have.</summary>
/// <param name="Most">How many may be.</param>
public sealed record TooManyNodes(int Most) : Refusal("A journey may have at most {0} nodes. Nothing was changed; divide it into several journeys.", Most);

/// <summary>More paths than a node may have.</summary>
/// <param name="Most">How many may be.</param>
public sealed record TooManyPaths(int Most) : Refusal("The node has more than {0} paths. Remove some, or split in two steps.", Most);
