using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Reads a file once to tell its columns, how full they are, and how many rows it has.</summary>
public static class ImportInspection
{
    private const int SamplesKept = 30;
    private const int SampleMaxLength = 60;
    private const int ColumnsMax = 500;

    /// <summary>What is in the file, read as <paramref name="format"/> says; the mapping is still empty.</summary>
    public static ImportSettings Read(Stream stream, CsvFormat format, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        using var reader = format.Open(stream);
        IReadOnlyList<string>? names = null;
        List<string>[] samples = [];
        long[] filled = [];
        long rows = 0;
        while (reader.Read())
        {
            if (reader.IsBlank)
                continue;
            if (names is null && reader.Count > 0)
            {
                names = ColumnNames.Of([.. reader.Cells().Take(ColumnsMax)], format.HasHeader);
                samples = [.. names.Select(_ => new List<string>())];
                filled = new long[names.Count];
                if (format.HasHeader)
                    continue;
            }
            if ((++rows & 0xFFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (reader.Fault == RowFault.None)
                Look(reader, samples, filled);
        }
        return new ImportSettings(format, [.. (names ?? []).Select((n, i) => new ColumnSeen(n, samples[i], filled[i]))], rows, MappingChoice.Empty);
    }

    /// <summary>Adds the mapping: a saved one for the same columns, or the best guess.</summary>
    public static ImportSettings WithMapping(ImportSettings seen, ImportKind kind, IReadOnlyList<CustomField> customFields, IEnumerable<ImportMapping> saved)
    {
        var known = ImportTargets.Of(kind, customFields).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var signature = MappingGuess.Signature(seen.Columns.Select(c => c.Name));
        foreach (var candidate in saved.OrderByDescending(m => m.UpdatedAt))
        {
            var choice = ImportSettings.ReadMapping(candidate.Mapping);
            if (MappingGuess.Signature(choice.Columns.Select(c => c.Column)) == signature && MappingGuess.FromSaved(choice, seen.Columns, known) is { } mapping)
                return seen with { Mapping = mapping, MappingName = candidate.Name };
        }
        return seen with { Mapping = MappingGuess.Of(kind, seen.Columns, customFields, seen.Format.Delimiter) };
    }

    private static void Look(CsvRowReader reader, List<string>[] samples, long[] filled)
    {
        for (var i = 0; i < reader.Count && i < filled.Length; i++)
        {
            var cell = reader.Cell(i).Trim();
            if (cell.IsEmpty)
                continue;
            filled[i]++;
            if (samples[i].Count < SamplesKept)
                samples[i].Add((cell.Length > SampleMaxLength ? cell[..SampleMaxLength] : cell).ToString());
        }
    }
}
