using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Conditions;

/// <summary>Something wrong with a condition, and where.</summary>
/// <param name="Path">The place in the tree.</param>
/// <param name="Refusal">What is wrong.</param>
public sealed record ConditionProblem(ConditionPath Path, Refusal Refusal);

/// <summary>The stored text is damaged.</summary>
public sealed record ConditionUnreadable()
    : Refusal("The stored condition cannot be read. It is kept as it is and matches nothing; build the condition again to replace it.");

/// <summary>The attribute was deleted or never existed.</summary>
/// <param name="Attribute">The key.</param>
public sealed record AttributeUnknown(string Attribute)
    : Refusal("The field “{0}” does not exist any more. The filter is kept but cannot be used; choose another field or remove the filter.", Attribute);

/// <summary>The related thing does not exist here.</summary>
/// <param name="Relation">The key.</param>
public sealed record RelationUnknown(string Relation)
    : Refusal("The filter “{0}” does not fit in this place. It is kept but cannot be used; remove it or move it.", Relation);

/// <summary>A role, stage, persona, solution interest, user or choice that was deleted.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Value">What the filter names.</param>
public sealed record OptionUnknown(string Attribute, string Value)
    : Refusal("{0} “{1}” does not exist any more. The filter is kept but cannot be used; choose another value or remove the filter.", Attribute, Value);

/// <summary>A persona whose own condition is wrong.</summary>
/// <param name="Persona">The persona's name.</param>
public sealed record PersonaBroken(string Persona)
    : Refusal("The persona “{0}” has a problem of its own. The filter is kept but cannot be used; ask an administrator to correct the persona.", Persona);

/// <summary>The operator is not one of the attribute's kind.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Operator">The operator's label.</param>
public sealed record OperatorDoesNotFit(string Attribute, string Operator) : Refusal("{0} cannot be compared with “{1}”. Choose another operator.", Attribute, Operator);

/// <summary>No value was given.</summary>
/// <param name="Attribute">The attribute's label.</param>
public sealed record ValueMissing(string Attribute) : Refusal("{0} has no value to compare with. Enter one or remove the filter.", Attribute);

/// <summary>More values than the operator or the limit allows.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyValues(string Attribute, int Most) : Refusal("{0} is compared with more than {1} values. Remove some.", Attribute, Most);

/// <summary>A text value is too long.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Limit">Characters allowed.</param>
public sealed record ValueTooLong(string Attribute, int Limit) : Refusal("A value of {0} is longer than {1} characters. Shorten it.", Attribute, Limit);

/// <summary>Not a number.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Value">What was given.</param>
public sealed record NotANumber(string Attribute, string Value) : Refusal("{0} is compared with “{1}”, which is not a number of at most 14 digits and 4 decimals. Correct it.", Attribute, Value);

/// <summary>Not a whole number, or too large for one.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Value">What was given.</param>
public sealed record NotAWholeNumber(string Attribute, string Value) : Refusal("{0} is a whole number and cannot be compared with “{1}”. Enter a whole number.", Attribute, Value);

/// <summary>Not a date.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Value">What was given.</param>
public sealed record NotADate(string Attribute, string Value) : Refusal("{0} is compared with “{1}”, which is not a date between the years 1000 and 9998. Correct it.", Attribute, Value);

/// <summary>N of "in the last N days" is out of range.</summary>
/// <param name="Attribute">The attribute's label.</param>
/// <param name="Most">Most days.</param>
public sealed record DaysOutOfRange(string Attribute, int Most) : Refusal("{0}: the number of days must be a whole number from 1 to {1}. Correct it.", Attribute, Most);

/// <summary>The upper end is below the lower.</summary>
/// <param name="Attribute">The attribute's label.</param>
public sealed record RangeReversed(string Attribute) : Refusal("The range of {0} ends before it begins. Exchange the two values.", Attribute);

/// <summary>The count of a "has" filter is out of range.</summary>
/// <param name="Most">Largest count.</param>
public sealed record CountOutOfRange(int Most) : Refusal("The number must be from 0 to {0}, and at least 1 with “at least”. Correct it.", Most);

/// <summary>A group without filters.</summary>
public sealed record GroupEmpty() : Refusal("This group has no filter. Add one or remove the group.");

/// <summary>Groups are nested too deep.</summary>
/// <param name="Limit">Levels allowed.</param>
public sealed record ConditionTooDeep(int Limit) : Refusal("Groups are nested more than {0} levels deep. Move filters up.", Limit);

/// <summary>Too many groups and filters, or values, for one condition.</summary>
/// <param name="Nodes">Groups and filters allowed.</param>
/// <param name="Values">Values allowed.</param>
public sealed record ConditionTooLarge(int Nodes, int Values)
    : Refusal("The condition has more than {0} filters and groups, or more than {1} values with those of its personas. Split it or use fewer values.", Nodes, Values);

/// <summary>A persona is more than a flat list of field filters.</summary>
/// <param name="Limit">Filters allowed.</param>
public sealed record PersonaNotFlat(int Limit)
    : Refusal("A persona is one group of 1 to {0} filters on fields of the person; groups, personas and related things cannot be used in it. Remove them.", Limit);
