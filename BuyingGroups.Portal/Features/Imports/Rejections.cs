using System.Text.Json;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Imports;

// The named reasons why a row does not land. The name goes into ImportRejection.Reason, the error file and the command line.

public sealed record MissingName() : Refusal("The account name is empty.");

public sealed record MissingOpportunityName() : Refusal("The name of the opportunity is empty.");

public sealed record MissingSourceKey() : Refusal("The source key is empty.");

public sealed record MissingEmail() : Refusal("The email address is empty.");

public sealed record MalformedEmail(string Email) : Refusal("“{0}” is not an email address.", Email);

public sealed record MissingAccount() : Refusal("The account's source key is empty, so the person belongs to no account.");

public sealed record UnknownAccount(string Key) : Refusal("There is no account with the source key “{0}”. Import the account first.", Key);

public sealed record TextTooLong(string Field, int Limit) : Refusal("{0} is longer than {1} characters.", Field, Limit);

public sealed record NotANumber(string Field, string Value) : Refusal("{0}: “{1}” is not a number.", Field, Value);

public sealed record NumberOutOfRange(string Field, string Value) : Refusal("{0}: “{1}” is too large or too small.", Field, Value);

public sealed record NotADate(string Field, string Value) : Refusal("{0}: “{1}” is not a date of the chosen form.", Field, Value);

public sealed record NotYesOrNo(string Field, string Value) : Refusal("{0}: “{1}” is neither yes nor no.", Field, Value);

public sealed record NotAChoice(string Field, string Value) : Refusal("{0}: “{1}” is not one of its choices.", Field, Value);

public sealed record DuplicateInFile(string Key, long EarlierLine) : Refusal("The key “{0}” already stands on line {1}; that row counts.", Key, EarlierLine);

public sealed record OwnParent() : Refusal("The account names itself as its parent.");

public sealed record ParentCircle(string Key) : Refusal("The account landed without its parent “{0}”, because that account is below it.", Key);

public sealed record WonButOpen() : Refusal("The opportunity is said to be won and not closed.");

public sealed record RaggedRow(int Cells, int Columns) : Refusal(
    (Cells, Columns) switch
    {
        (1, _) => "The row has one cell, the file has {1} columns.",
        (_, 1) => "The row has {0} cells, the file has one column.",
        _ => "The row has {0} cells, the file has {1} columns.",
    },
    Cells,
    Columns);

public sealed record UnclosedQuote() : Refusal("A quotation mark is opened and not closed.");

public sealed record CellTooLarge(int Limit) : Refusal("A cell is longer than {0} characters.", Limit);

public sealed record NulCharacter() : Refusal("The row contains the character NUL.");

public sealed record UnreadableCharacters(string Encoding) : Refusal("The row contains bytes that are not text in {0}.", Encoding);

/// <summary>The words of a rejection as the database keeps them: a JSON array of the text and what fills its places, so that they can be shown in any language.</summary>
public static class RejectionWords
{
    private const int MessageMaxLength = 1000;
    private const int ArgumentMaxLength = 200;
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Store(Refusal refusal)
    {
        string[] parts = [refusal.Text, .. refusal.Arguments.Select(Shorten)];
        var json = JsonSerializer.Serialize(parts, Json);
        return json.Length <= MessageMaxLength ? json : JsonSerializer.Serialize<string[]>([refusal.Text, .. refusal.Arguments.Select(_ => "…")]);
    }

    /// <summary>The text (also the localisation key) and its arguments.</summary>
    public static (string Text, object[] Arguments) Read(string stored)
    {
        var parts = JsonSerializer.Deserialize<string[]>(stored) ?? [];
        return parts.Length == 0 ? ("", []) : (parts[0], [.. parts.Skip(1)]);
    }

    /// <summary>The English sentence, for the error file and the command line.</summary>
    public static string InEnglish(string stored)
    {
        var (text, arguments) = Read(stored);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, text, arguments);
    }

    private static string Shorten(object argument)
    {
        var text = Convert.ToString(argument, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return text.Length <= ArgumentMaxLength ? text : string.Concat(text.AsSpan(0, ArgumentMaxLength), "…");
    }
}
