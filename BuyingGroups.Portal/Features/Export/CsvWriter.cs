using System.Globalization;
using System.Text;

namespace BuyingGroups.Portal.Features.Export;

/// <summary>
/// Writes CSV as spreadsheets expect it (RFC 4180: commas, quotes, CRLF, UTF-8 with a mark) and so that no cell is run as a formula there:
/// text that begins with = + - @, a tab or a line break gets an apostrophe in front. Numbers are written as they are.
/// </summary>
public sealed class CsvWriter(Stream stream) : IAsyncDisposable
{
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private readonly StreamWriter _writer = new(stream, Encoding, 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };

    /// <summary>Writes a line. Text is made harmless; numbers and dates are cells of type <see cref="CsvCell"/> made with <see cref="CsvCell.Plain"/>.</summary>
    public async Task WriteAsync(IReadOnlyList<CsvCell> cells, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                line.Append(',');
            line.Append(Quoted(cells[i].IsPlain ? cells[i].Value : Harmless(cells[i].Value)));
        }
        await _writer.WriteLineAsync(line, cancellationToken);
    }

    /// <summary>Sends what was written so far.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _writer.FlushAsync(cancellationToken);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>The text such that no spreadsheet takes it for a formula.</summary>
    public static string Harmless(string? text) => text is { Length: > 0 } && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text ?? "";

    private static string Quoted(string? text) =>
        text is null ? "" : text.AsSpan().IndexOfAny(",\"\r\n;\t") >= 0 || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' ')) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}

/// <summary>A cell of a CSV file.</summary>
/// <param name="Value">Its text; null for an empty cell.</param>
/// <param name="IsPlain">True for what the portal wrote itself, such as a number: it may begin with a minus.</param>
public readonly record struct CsvCell(string? Value, bool IsPlain)
{
    /// <summary>A number, date or truth value.</summary>
    public static CsvCell Plain(string? value) => new(value, true);

    public static CsvCell Number(long number) => Plain(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A moment (UTC), to the second.</summary>
    public static CsvCell Moment(DateTime? at) => Plain(at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>Text that people typed.</summary>
    public static implicit operator CsvCell(string? text) => new(text, false);
}
