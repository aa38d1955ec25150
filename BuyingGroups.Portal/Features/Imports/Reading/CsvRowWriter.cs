using System.Text;

namespace BuyingGroups.Portal.Features.Imports.Reading;

/// <summary>Writes rows of a CSV file that a spreadsheet opens as it is: UTF-8 with byte order mark, formulas neutralised.</summary>
public sealed class CsvRowWriter(Stream stream, char delimiter = ',') : IAsyncDisposable
{
    private readonly StreamWriter _text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };

    public async Task WriteAsync(IEnumerable<string> cells)
    {
        var row = new StringBuilder();
        foreach (var cell in cells)
        {
            if (row.Length > 0)
                row.Append(delimiter);
            Append(row, FormulaCells.Neutralised(cell));
        }
        await _text.WriteLineAsync(row);
    }

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private void Append(StringBuilder row, string cell)
    {
        // An empty first cell would leave nothing to tell that a delimiter follows.
        if (cell.Length > 0 && cell.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) < 0)
            row.Append(cell);
        else
            row.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
