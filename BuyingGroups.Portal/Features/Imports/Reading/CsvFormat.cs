using System.Text;

namespace BuyingGroups.Portal.Features.Imports.Reading;

/// <summary>How a file writes its rows.</summary>
/// <param name="Delimiter">Between two cells: comma, semicolon, tab or vertical bar.</param>
/// <param name="Encoding">One of <see cref="FileEncodings.All"/>.</param>
/// <param name="HasHeader">True when the first row names the columns.</param>
/// <param name="HasSeparatorLine">True when the file starts with Excel's line <c>sep=;</c>, which is no row.</param>
public sealed record CsvFormat(char Delimiter, string Encoding, bool HasHeader, bool HasSeparatorLine = false)
{
    public static IReadOnlyList<char> Delimiters { get; } = [',', ';', '\t', '|'];

    /// <summary>The delimiter in words; also the localisation key.</summary>
    public string DelimiterName => Delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => "vertical bar",
    };

    /// <summary>Opens <paramref name="stream"/> at a row's start; <paramref name="position"/> 0 is the beginning of the file.</summary>
    public CsvRowReader Open(Stream stream, long position = 0, long line = 1)
    {
        var text = new StreamReader(stream, FileEncodings.Of(Encoding), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var reader = new CsvRowReader(text, Delimiter, position, line);
        if (position == 0 && HasSeparatorLine)
            reader.Read();
        return reader;
    }
}

/// <summary>The encodings an import reads. The names are those shown, saved and given on the command line.</summary>
public static class FileEncodings
{
    public const string Utf8 = "UTF-8";
    public const string Utf8WithMark = "UTF-8 with BOM";
    public const string Utf16LittleEndian = "UTF-16 LE";
    public const string Utf16BigEndian = "UTF-16 BE";
    public const string Windows1252 = "Windows-1252";

    public static IReadOnlyList<string> All { get; } = [Utf8, Utf8WithMark, Utf16LittleEndian, Utf16BigEndian, Windows1252];

    public static Encoding Of(string name) => name switch
    {
        Utf16LittleEndian => Encoding.Unicode,
        Utf16BigEndian => Encoding.BigEndianUnicode,
        Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => Encoding.UTF8,
    };

    /// <summary>The name that <paramref name="text"/> means, forgiving about case and signs ("utf8", "utf-16", "latin1"); null when it means none.</summary>
    public static string? Parse(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters switch
        {
            "utf8" => Utf8,
            "utf8bom" or "utf8withbom" => Utf8WithMark,
            "utf16" or "utf16le" or "unicode" => Utf16LittleEndian,
            "utf16be" => Utf16BigEndian,
            "windows1252" or "cp1252" or "latin1" or "iso88591" or "ansi" => Windows1252,
            _ => null,
        };
    }
}
