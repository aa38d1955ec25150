using System.Globalization;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Portal.Features.Imports.Reading;

/// <summary>Tells delimiter and header from a file's first rows.</summary>
public static class FormatDetection
{
    private const int SampleLength = 256 * 1024;
    private const int SampleRows = 200;

    public static async Task<CsvFormat> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var encoding = await EncodingDetection.DetectAsync(stream, cancellationToken);
        stream.Position = 0;
        using var reader = new StreamReader(stream, FileEncodings.Of(encoding), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[SampleLength];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        return OfSample(new string(buffer, 0, length), encoding);
    }

    /// <summary>The format of a file that starts with <paramref name="sample"/>.</summary>
    public static CsvFormat OfSample(string sample, string encoding)
    {
        if (SeparatorLine(sample) is { } said)
        {
            var rows = Rows(sample, said);
            return new CsvFormat(said, encoding, LooksLikeHeader([.. rows.Skip(1)]), HasSeparatorLine: true);
        }
        var best = (Delimiter: ',', Score: 0.0, Rows: Rows(sample, ','));
        foreach (var delimiter in CsvFormat.Delimiters)
        {
            var rows = Rows(sample, delimiter);
            var score = Score(rows);
            if (score > best.Score)
                best = (delimiter, score, rows);
        }
        return new CsvFormat(best.Delimiter, encoding, LooksLikeHeader(best.Rows));
    }

    private static char? SeparatorLine(string sample) =>
        sample.Length > 5 && sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample[5] is '\r' or '\n' && CsvFormat.Delimiters.Contains(sample[4])
            ? sample[4]
            : null;

    private static List<string[]> Rows(string sample, char delimiter)
    {
        using var reader = new CsvRowReader(new StringReader(sample), delimiter);
        var rows = new List<string[]>();
        while (rows.Count < SampleRows && reader.Read())
        {
            if (!reader.IsBlank)
                rows.Add(reader.Cells());
        }
        // The sample may end in the middle of a row.
        if (sample.Length == SampleLength && rows.Count is > 1 and < SampleRows)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>More columns in more rows of equal width is better; one column is no evidence.</summary>
    private static double Score(List<string[]> rows)
    {
        if (rows.Count == 0)
            return 0;
        var widest = rows.GroupBy(r => r.Length).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
        if (widest.Key < 2)
            return 0;
        var share = (double)widest.Count() / rows.Count;
        return share * share * (1 + Math.Log(widest.Key));
    }

    /// <summary>A header names columns: it knows no numbers, dates or addresses, and repeats nothing that a data row would.</summary>
    internal static bool LooksLikeHeader(List<string[]> rows)
    {
        if (rows.Count == 0)
            return true;
        var first = rows[0];
        if (first.Count(HeaderNames.IsKnown) is > 1 || first.Length == 1 && HeaderNames.IsKnown(first[0]))
            return true;
        return first.Any(c => !string.IsNullOrWhiteSpace(c)) && !first.Any(IsValue);
    }

    private static bool IsValue(string cell)
    {
        var text = cell.Trim();
        return text.Contains('@', StringComparison.Ordinal)
            || text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
            || text.Length >= 8 && DateTime.TryParse(text, CultureInfo.InvariantCulture, out _);
    }
}
