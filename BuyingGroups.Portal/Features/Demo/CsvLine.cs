using System.Buffers;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Writes comma-separated lines, quoting where RFC 4180 asks for it.</summary>
internal sealed class CsvLine(TextWriter writer)
{
    static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public void Write(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                writer.Write(',');
            Write(cells[i]);
        }
        writer.WriteLine();
    }

    void Write(string? cell)
    {
        if (cell is null)
            return;
        if (!cell.AsSpan().ContainsAny(Special))
        {
            writer.Write(cell);
            return;
        }
        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
