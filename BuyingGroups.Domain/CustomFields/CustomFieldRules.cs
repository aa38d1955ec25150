using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.CustomFields;

/// <summary>What a custom field and its values must be, for every way in.</summary>
public static class CustomFieldRules
{
    /// <summary>Most choices of a field.</summary>
    public const int ChoicesMost = 200;

    /// <summary>Most fields on accounts, and as many on people.</summary>
    public const int FieldsMost = 100;

    /// <summary>A name as it is stored: trimmed, not empty, not too long.</summary>
    public static Outcome<string> Name(string? name) =>
        FieldText.Read("Name", name, CustomField.NameMaxLength, out var value) is { } refusal ? refusal
        : value is null ? new Required("Name")
        : value;

    /// <summary>The choices as they are stored: trimmed, blanks and repetitions left out; a choice field needs at least one, others have none.</summary>
    public static Outcome<IReadOnlyList<string>> Choices(CustomFieldKind kind, IEnumerable<string> choices)
    {
        if (kind != CustomFieldKind.Choice)
            return Array.Empty<string>();
        var list = new List<string>();
        foreach (var choice in choices)
        {
            if (FieldText.Read("Choice", choice, CustomField.TextMaxLength, out var value) is { } refusal)
                return refusal;
            if (value is not null && Find(list, value) is null)
                list.Add(value);
        }
        return list.Count == 0 ? new NoChoices()
            : list.Count > ChoicesMost ? new TooManyChoices(ChoicesMost)
            : list;
    }

    /// <summary>The value as text (see <see cref="FieldText"/>); null when there is none.</summary>
    public static string? Read(CustomField field, FieldValue? value) => value is null ? null : field.Kind switch
    {
        CustomFieldKind.Number => FieldText.Of(value.Number),
        CustomFieldKind.Date => FieldText.Of(value.Date),
        CustomFieldKind.Boolean => FieldText.Of(value.Boolean),
        _ => value.Text,
    };

    /// <summary>Fills <paramref name="value"/> from text, or leaves it alone and says why not. Blank text empties it: the row is then better removed.</summary>
    /// <returns>Why not, or null.</returns>
    public static Refusal? Write(CustomField field, FieldValue value, string? text)
    {
        switch (field.Kind)
        {
            case CustomFieldKind.Number:
                if (FieldText.Read(field.Name, text, -FieldText.LargestNumber, FieldText.LargestNumber, out decimal? number) is { } notNumber)
                    return notNumber;
                value.Number = number;
                return null;
            case CustomFieldKind.Date:
                if (FieldText.Read(field.Name, text, out DateOnly? date) is { } notDate)
                    return notDate;
                value.Date = date;
                return null;
            case CustomFieldKind.Boolean:
                if (FieldText.Read(field.Name, text, out bool? boolean) is { } notBoolean)
                    return notBoolean;
                value.Boolean = boolean;
                return null;
            default:
                if (FieldText.Read(field.Name, text, CustomField.TextMaxLength, out var written) is { } notText)
                    return notText;
                if (field.Kind == CustomFieldKind.Choice && written is not null)
                {
                    if (Find(field.Choices, written) is not { } choice)
                        return new ChoiceExpected(field.Name, written, string.Join(", ", field.Choices.Take(20)));
                    written = choice;
                }
                value.Text = written;
                return null;
        }
    }

    /// <summary>True when the value holds nothing.</summary>
    public static bool IsEmpty(FieldValue value) => value is { Text: null, Number: null, Date: null, Boolean: null };

    /// <summary>The choice as declared that matches <paramref name="text"/> ignoring case, or null.</summary>
    private static string? Find(IReadOnlyList<string> choices, string text)
    {
        var wanted = NormalizedText.Of(text);
        for (var i = 0; i < choices.Count; i++)
        {
            if (string.Equals(NormalizedText.Of(choices[i]), wanted, StringComparison.Ordinal))
                return choices[i];
        }
        return null;
    }
}

/// <summary>A choice field was declared without choices.</summary>
public sealed record NoChoices() : Refusal("A choice field needs at least one choice. Nothing was changed; write one choice per line.");

/// <summary>A choice field has more choices than a menu can hold.</summary>
/// <param name="Most">How many may be.</param>
public sealed record TooManyChoices(int Most) : Refusal("A choice field may have at most {0} choices. Nothing was changed; shorten the list, or use a text field.", Most);

/// <summary>There are as many custom fields as may be.</summary>
/// <param name="Most">How many may be.</param>
public sealed record TooManyCustomFields(int Most) : Refusal("There may be at most {0} custom fields. Nothing was changed; delete one that is not used.", Most);
