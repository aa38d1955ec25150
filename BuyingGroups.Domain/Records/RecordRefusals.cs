using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Records;

/// <summary>A text that should be a number is none.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Value">What was given.</param>
public sealed record NumberExpected(string Field, string Value)
    : Refusal("{0} is “{1}”, which is not a number. Nothing was changed; write digits only, such as 1250.50.", Field, Value);

/// <summary>A number that should be whole has decimals.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Value">What was given.</param>
public sealed record WholeNumberExpected(string Field, string Value)
    : Refusal("{0} is “{1}”, which is not a whole number. Nothing was changed; write a number without decimals.", Field, Value);

/// <summary>A number lies outside of what its field allows.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Least">Smallest allowed.</param>
/// <param name="Most">Largest allowed.</param>
public sealed record OutOfRange(string Field, decimal Least, decimal Most)
    : Refusal("{0} must lie between {1} and {2}. Nothing was changed; correct the number and save again.", Field, Least, Most);

/// <summary>A text that should be a date is none.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Value">What was given.</param>
public sealed record DateExpected(string Field, string Value)
    : Refusal("{0} is “{1}”, which is not a date. Nothing was changed; write it as year-month-day, such as 2026-01-31.", Field, Value);

/// <summary>A text that should be true or false is neither.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Value">What was given.</param>
public sealed record TrueOrFalseExpected(string Field, string Value)
    : Refusal("{0} is “{1}”, which is neither true nor false. Nothing was changed; write true or false.", Field, Value);

/// <summary>A text that is not among the choices of a custom field.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Value">What was given.</param>
/// <param name="Choices">The choices, comma separated.</param>
public sealed record ChoiceExpected(string Field, string Value, string Choices)
    : Refusal("{0} is “{1}”, which is not one of its choices: {2}. Nothing was changed; pick one, or let an admin add it.", Field, Value, Choices);

/// <summary>A text has a character that no text has, such as NUL: usually a damaged or binary file.</summary>
/// <param name="Field">The field's name as shown.</param>
public sealed record UnreadableCharacter(string Field)
    : Refusal("{0} has a character that cannot be stored. Nothing was changed; type the text again.", Field);

/// <summary>An email address that cannot be one.</summary>
/// <param name="Value">What was given.</param>
public sealed record MalformedEmail(string Value)
    : Refusal("“{0}” is not an email address. Nothing was changed; an address looks like name@example.com.", Value);

/// <summary>A value was given for a field that does not exist (any more).</summary>
/// <param name="Field">Its key.</param>
public sealed record UnknownField(string Field)
    : Refusal("There is no field “{0}”. Nothing was changed; reload the page, the field may have been deleted.", Field);
