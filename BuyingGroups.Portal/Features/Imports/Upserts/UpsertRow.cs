using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Imports.Upserts;

/// <summary>A record as a program sends it. What it does not name stays as it is; what it names with null or blank text is emptied.</summary>
/// <param name="Fields">Values as text (numbers "1250.5", dates "2026-01-31", "true" and "false") by the keys that imports use, source key among them.</param>
/// <param name="CustomFields">Values of custom fields by the fields' names; null = none.</param>
/// <param name="Roles">The person's roles in the account; null leaves them alone.</param>
public sealed record UpsertRow(IReadOnlyDictionary<string, string?> Fields, IReadOnlyDictionary<string, string?>? CustomFields = null, IReadOnlyList<string>? Roles = null)
{
    /// <summary>Rows in one call: what one short transaction writes.</summary>
    public const int Most = 1_000;
}

/// <summary>What became of a row.</summary>
public enum RowResult
{
    /// <summary>There was no record with its source key; now there is.</summary>
    Created,

    /// <summary>The record differed and is now as the row says.</summary>
    Updated,

    /// <summary>The record was like that already.</summary>
    Unchanged,

    /// <summary>Nothing of the row was written.</summary>
    Rejected,
}

/// <summary>One row of the answer.</summary>
/// <param name="Row">Its place in the call, from 0.</param>
/// <param name="SourceKey">Its source key; null when it has none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Reason">Why it was rejected, or what of it was left out.</param>
public sealed record RowAnswer(int Row, string? SourceKey, RowResult Result, Refusal? Reason = null);

/// <summary>What became of all rows, in their order.</summary>
public sealed record UpsertAnswer(IReadOnlyList<RowAnswer> Rows)
{
    /// <summary>How many rows had this result.</summary>
    public int Count(RowResult result) => Rows.Count(r => r.Result == result);
}

/// <summary>More rows than one call may bring.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Most">How many may be.</param>
public sealed record TooManyRows(int Rows, int Most) : Refusal("The call brings {0} rows, and at most {1} are taken at once. Nothing was done; split it.", Rows, Most);

/// <summary>An earlier row of the same call has the key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Earlier">That row.</param>
public sealed record DuplicateInCall(string Key, int Earlier) : Refusal("The key “{0}” already stands in row {1} of this call; that row counts.", Key, Earlier);

/// <summary>No admin declared such a field.</summary>
/// <param name="Field">The name given.</param>
public sealed record UnknownCustomField(string Field) : Refusal("There is no custom field “{0}”. Declare it first, or leave it out.", Field);
