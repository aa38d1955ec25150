using System.Globalization;

namespace BuyingGroups.Domain.Refusals;

/// <summary>
/// A named error: what happened, what was kept, what to do next. One record per case, next to the rule that raises it.
/// <see cref="Text"/> is an English composite format and at the same time the key under which other languages translate it.
/// </summary>
/// <param name="Text">English text with {0}-style places.</param>
/// <param name="Arguments">What fills the places.</param>
public abstract record Refusal(string Text, params object[] Arguments)
{
    /// <summary>The error's stable name, for the API, the command line and tests: the type's name.</summary>
    public string Name => GetType().Name;

    /// <summary>The same case with the same arguments.</summary>
    public virtual bool Equals(Refusal? other) =>
        other is not null && EqualityContract == other.EqualityContract && string.Equals(Text, other.Text, StringComparison.Ordinal) && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc />
    public override int GetHashCode() => Arguments.Aggregate(Text.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    /// <summary>The English message.</summary>
    public sealed override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, Arguments);
}

/// <summary>Something named by id is not there (any more).</summary>
/// <param name="What">What was looked for, such as "buying group".</param>
/// <param name="Id">The id asked for.</param>
public sealed record NotFound(string What, object Id)
    : Refusal("There is no {0} with number {1}. It may have been deleted. Nothing was changed; go back to the list and look again.", What, Id);

/// <summary>A required field is empty.</summary>
/// <param name="Field">The field's name as shown.</param>
public sealed record Required(string Field) : Refusal("{0} is empty. Nothing was changed; fill it in and save again.", Field);

/// <summary>A text is longer than its field allows.</summary>
/// <param name="Field">The field's name as shown.</param>
/// <param name="Limit">Characters allowed.</param>
public sealed record TooLong(string Field, int Limit) : Refusal("{0} is longer than {1} characters. Nothing was changed; shorten it and save again.", Field, Limit);

/// <summary>A name that must be unique is taken.</summary>
/// <param name="What">What carries the name, such as "role template".</param>
/// <param name="Taken">The name.</param>
public sealed record NameTaken(string What, string Taken) : Refusal("There is already a {0} named “{1}”. Nothing was changed; choose another name.", What, Taken);

/// <summary>Somebody else saved the same thing since it was opened.</summary>
/// <param name="What">What was edited.</param>
public sealed record ChangedByOthers(string What)
    : Refusal("Somebody else changed this {0} while you were editing. Your change was not saved and theirs is kept; reload to see it and apply yours again.", What);
