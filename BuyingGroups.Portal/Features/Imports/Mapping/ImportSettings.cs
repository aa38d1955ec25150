using System.Text.Json;
using System.Text.Json.Serialization;
using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Portal.Features.Imports.Mapping;

/// <summary>Where one column goes.</summary>
/// <param name="Column">Its name in the file; see <see cref="ColumnNames"/>.</param>
/// <param name="Target">Key of an <see cref="ImportTarget"/>; null = not imported.</param>
/// <param name="DecimalComma">How its numbers are written.</param>
/// <param name="DateOrder">How its dates are written.</param>
public sealed record ColumnMapping(string Column, string? Target, bool DecimalComma = false, string DateOrder = DateOrders.YearFirst);

/// <summary>The same value for every row.</summary>
public sealed record FixedValue(string Target, string Value);

/// <summary>What a user decides about a file; kept under a name for the next one.</summary>
/// <param name="Columns">One per column.</param>
/// <param name="FixedValues">Values that stand in no column.</param>
/// <param name="SkipExisting">True: a row whose key exists is left out (counted as unchanged); false: it updates.</param>
/// <param name="EmptyCellsClear">True: an empty cell empties the field; false: it leaves the field alone.</param>
public sealed record MappingChoice(
    IReadOnlyList<ColumnMapping> Columns, IReadOnlyList<FixedValue> FixedValues, bool SkipExisting = false, bool EmptyCellsClear = false)
{
    public static MappingChoice Empty { get; } = new([], []);
}

/// <summary>What was seen of a column when the file came in.</summary>
/// <param name="Name">Its name; see <see cref="ColumnNames"/>.</param>
/// <param name="Samples">The first values that are not empty.</param>
/// <param name="Filled">Rows in which it is not empty.</param>
public sealed record ColumnSeen(string Name, IReadOnlyList<string> Samples, long Filled);

/// <summary>Everything an import keeps in <c>ImportFile.Settings</c>.</summary>
/// <param name="Format">How the file writes its rows.</param>
/// <param name="Columns">What was seen of its columns.</param>
/// <param name="Rows">Rows in the file, blank ones and the header left out.</param>
/// <param name="Mapping">Where they go.</param>
/// <param name="MappingName">The saved mapping it came from, or null.</param>
public sealed record ImportSettings(CsvFormat Format, IReadOnlyList<ColumnSeen> Columns, long Rows, MappingChoice Mapping, string? MappingName = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ImportSettings Read(string json) => JsonSerializer.Deserialize<ImportSettings>(json, Json)
        ?? throw new InvalidOperationException("The settings of the import are empty.");

    public static MappingChoice ReadMapping(string json) => JsonSerializer.Deserialize<MappingChoice>(json, Json) ?? MappingChoice.Empty;

    public static string Write(MappingChoice mapping) => JsonSerializer.Serialize(mapping, Json);

    public string Write() => JsonSerializer.Serialize(this, Json);
}

/// <summary>Gives each column one name: its header, "Phone (2)" for the second of two, "Column 3" where there is none.</summary>
public static class ColumnNames
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string> firstRow, bool hasHeader)
    {
        var names = new List<string>(firstRow.Count);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < firstRow.Count; i++)
        {
            var name = hasHeader ? firstRow[i].Trim().TrimStart('\uFEFF') : "";
            if (name.Length == 0)
                name = $"Column {i + 1}";
            if (name.Length > 100)
                name = name[..100];
            var unique = name;
            for (var number = 2; !seen.Add(unique); number++)
                unique = $"{name} ({number})";
            names.Add(unique);
        }
        return names;
    }
}
