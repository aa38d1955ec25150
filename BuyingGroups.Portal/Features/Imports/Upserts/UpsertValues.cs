using System.Globalization;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Portal.Features.Imports.Upserts;

/// <summary>
/// Looks at the values before the import reads them. The import understands how many countries write numbers and dates; a program has one
/// way to write each, and what looks otherwise is a mistake that must not be guessed at.
/// </summary>
internal static class UpsertValues
{
    public static Refusal? ProblemOf(UpsertRow row, IReadOnlyDictionary<string, FieldForm> forms, UpsertColumns columns)
    {
        foreach (var (key, value) in row.Fields)
        {
            if (ProblemOf(key, forms.GetValueOrDefault(key, FieldForm.Text), value) is { } problem)
                return problem;
        }
        foreach (var (name, value) in row.CustomFields ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            if (columns.Find(name) is not { } field)
                return new UnknownCustomField(name.Length <= CustomField.NameMaxLength ? name : name[..CustomField.NameMaxLength] + "…");
            if (ProblemOf(field.Name, ImportTargets.FormOf(field.Kind), value) is { } problem)
                return problem;
        }
        return null;
    }

    private static Refusal? ProblemOf(string label, FieldForm form, string? value)
    {
        if (FieldText.Read(label, value, int.MaxValue, out var text) is { } unreadable)
            return unreadable;
        if (text is null)
            return null;
        return form switch
        {
            FieldForm.Number or FieldForm.WholeNumber when !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => new NotANumber(label, Short(text)),
            FieldForm.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new NotADate(label, Short(text)),
            FieldForm.YesOrNo when text is not ("true" or "false") => new NotYesOrNo(label, Short(text)),
            _ => null,
        };
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
