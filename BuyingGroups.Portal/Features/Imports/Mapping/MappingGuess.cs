using System.Globalization;
using BuyingGroups.Data.Imports;
using BuyingGroups.Domain;
using BuyingGroups.Domain.CustomFields;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>Guesses where columns go from their names, and how numbers and dates are written from their first values.</summary>
public static class MappingGuess
{
    public static MappingChoice Of(ImportKind kind, IReadOnlyList<ColumnSeen> columns, IReadOnlyList<CustomField> customFields, char delimiter)
    {
        var wanted = kind == ImportKind.Accounts ? CustomFieldTarget.Account : CustomFieldTarget.Person;
        var own = customFields.Where(f => f.Target == wanted).ToDictionary(f => HeaderNames.Letters(f.NormalizedName), f => f, StringComparer.Ordinal);
        var known = ImportTargets.Of(kind, customFields).ToDictionary(t => t.Key, StringComparer.Ordinal);
        var targets = new string?[columns.Count];
        var candidates = new List<(int Column, string Key, int Rank)>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (own.TryGetValue(HeaderNames.Letters(columns[i].Name), out var field))
                targets[i] = TargetKeys.Custom(field.Id);
            else if (HeaderNames.Find(kind, columns[i].Name) is { } found)
                candidates.Add((i, Refine(kind, found.Key, columns[i]), found.Rank));
        }
        foreach (var (column, key, _) in candidates.OrderBy(c => c.Rank))
        {
            if (!targets.Contains(key, StringComparer.Ordinal) && !Overlaps(key, targets))
                targets[column] = key;
        }
        return new MappingChoice([.. columns.Select((c, i) => FormOf(c, targets[i] is { } key ? known.GetValueOrDefault(key) : null, delimiter))], []);
    }

    /// <summary>The mapping as a saved one has it, for the columns of this file; null when it maps none of them.</summary>
    public static MappingChoice? FromSaved(MappingChoice saved, IReadOnlyList<ColumnSeen> columns, IReadOnlyCollection<string> knownTargets)
    {
        var byName = new Dictionary<string, ColumnMapping>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in saved.Columns)
            byName.TryAdd(column.Column, column);
        var mapped = columns.Select(c => byName.TryGetValue(c.Name, out var found) && (found.Target is null || knownTargets.Contains(found.Target))
            ? found with { Column = c.Name }
            : new ColumnMapping(c.Name, null)).ToList();
        return mapped.Exists(m => m.Target is not null) ? saved with { Columns = mapped, FixedValues = [.. saved.FixedValues.Where(f => knownTargets.Contains(f.Target))] } : null;
    }

    /// <summary>Equal for two files with the same columns: how a saved mapping is found again.</summary>
    public static string Signature(IEnumerable<string> columns) =>
        string.Join('|', columns.Select(c => NormalizedText.Required(c)).Order(StringComparer.Ordinal));

    /// <summary>True when the dates of the column can be read both day first and month first.</summary>
    public static bool IsAmbiguous(ColumnSeen column) => SlashDates(column) is { Count: > 0 } dates && dates.TrueForAll(d => d.First <= 12 && d.Second <= 12);

    /// <summary>The column going to <paramref name="target"/>, with its numbers and dates read as its first values suggest.</summary>
    public static ColumnMapping FormOf(ColumnSeen seen, ImportTarget? target, char delimiter) => new(
        seen.Name,
        target?.Key,
        target?.Form is FieldForm.Number or FieldForm.WholeNumber && HasDecimalComma(seen, delimiter),
        target?.Form == FieldForm.Date ? DateOrderOf(seen) : DateOrders.YearFirst);

    /// <summary>"Location" holds city and state only when its values have commas; "Name" of a person is one word only in files that have another column for the rest.</summary>
    private static string Refine(ImportKind kind, string key, ColumnSeen column)
    {
        if (key != TargetKeys.CityAndState || column.Samples.Count == 0 || column.Samples.Count(s => s.Contains(',', StringComparison.Ordinal)) * 2 > column.Samples.Count)
            return key;
        return kind == ImportKind.Accounts ? "billingCity" : "city";
    }

    /// <summary>A split column and the fields it fills exclude each other.</summary>
    private static bool Overlaps(string key, string?[] targets)
    {
        bool Taken(params ReadOnlySpan<string> keys)
        {
            foreach (var other in keys)
            {
                if (targets.Contains(other, StringComparer.Ordinal))
                    return true;
            }
            return false;
        }

        return key switch
        {
            TargetKeys.CityAndState => Taken("billingCity", "billingState", "city", "state"),
            "billingCity" or "billingState" or "city" or "state" => Taken(TargetKeys.CityAndState),
            TargetKeys.FullName => Taken("firstName", "lastName"),
            "firstName" or "lastName" => Taken(TargetKeys.FullName),
            _ => false,
        };
    }

    private static bool HasDecimalComma(ColumnSeen column, char delimiter)
    {
        int comma = 0, point = 0;
        foreach (var sample in column.Samples)
        {
            var lastComma = sample.LastIndexOf(',');
            var lastPoint = sample.LastIndexOf('.');
            if (lastComma > lastPoint && (sample.Length - lastComma - 1 != 3 || lastPoint >= 0 || delimiter == ';'))
                comma++;
            else if (lastPoint > lastComma && (sample.Length - lastPoint - 1 != 3 || lastComma >= 0))
                point++;
            else if (lastPoint > lastComma && sample.Count(c => c == '.') > 1)
                comma++;
        }
        return comma > point;
    }

    private static string DateOrderOf(ColumnSeen column)
    {
        var dates = SlashDates(column);
        if (dates.Count == 0)
            return DateOrders.YearFirst;
        return dates.Exists(d => d.Second > 12) ? DateOrders.MonthFirst : DateOrders.DayFirst;
    }

    private static List<(int First, int Second)> SlashDates(ColumnSeen column)
    {
        var dates = new List<(int, int)>();
        foreach (var sample in column.Samples)
        {
            var parts = sample.Split('/', '.', '-', ' ');
            if (parts.Length >= 3 && parts[0].Length <= 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var first) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var second))
                dates.Add((first, second));
        }
        return dates;
    }
}
