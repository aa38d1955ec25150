using System.Buffers;

namespace BuyingGroups.Portal.Features.Imports.Reading;

/// <summary>What is wrong with a row before anyone looks at its values.</summary>
public enum RowFault
{
    None,

    /// <summary>A cell opens a quotation mark and never closes it properly.</summary>
    UnclosedQuote,

    /// <summary>A cell is longer than <see cref="CsvRowReader.CellMaxLength"/>.</summary>
    CellTooLarge,

    /// <summary>It holds the character NUL, which no database text may hold.</summary>
    NulCharacter,

    /// <summary>It holds bytes that are no text in the file's encoding.</summary>
    UnreadableCharacters,
}

/// <summary>
/// Reads rows (RFC 4180, any line ending) one at a time from a file of any size in a few megabytes of memory. A row that cannot be read
/// is handed out with its <see cref="Fault"/>, and reading goes on at the next line: after an unclosed quotation mark that means looking
/// ahead and going back to the line after the one that opened it, which is why this is not CsvHelper (it would swallow the rest of the
/// file into one cell; docs/adr/0006). A quotation mark closes a cell only before a delimiter or the end of the line, so the next quoted cell in the
/// file gives an unclosed one away.
/// </summary>
public sealed class CsvRowReader : IDisposable
{
    public const int CellMaxLength = 65_536;
    public const int RowMaxLength = 4 * 1024 * 1024;

    private readonly TextReader _text;
    private readonly char _delimiter;
    private readonly SearchValues<char> _ends;
    private readonly List<(int Start, int Length, bool Unescaped)> _cells = [];
    private char[] _buffer = new char[1 << 16];
    private char[] _unescaped = [];
    private int _unescapedLength;
    private int _rowStart;
    private int _rowLength;
    private int _end;
    private long _bufferPosition;
    private long _lines = 1;
    private bool _rowTooLong;

    public CsvRowReader(TextReader text, char delimiter, long position = 0, long line = 1)
    {
        _text = text;
        _delimiter = delimiter;
        _ends = SearchValues.Create([delimiter, '\r', '\n']);
        _lines = line;
        for (var left = position; left > 0;)
        {
            var read = text.ReadBlock(_buffer, 0, (int)Math.Min(left, _buffer.Length));
            if (read == 0)
                break;
            left -= read;
        }
        _bufferPosition = position;
    }

    /// <summary>Line of the file where the current row starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Line of the file where the next row starts.</summary>
    public long NextLine => _lines;

    /// <summary>Characters before the next row: with <see cref="NextLine"/>, the place to go on from.</summary>
    public long Position => _bufferPosition + _rowStart + _rowLength;

    public RowFault Fault { get; private set; }

    /// <summary>Cells of the current row; 0 when <see cref="Fault"/> is an unclosed quote.</summary>
    public int Count => _cells.Count;

    /// <summary>True for a line with nothing but delimiters and blanks.</summary>
    public bool IsBlank
    {
        get
        {
            if (Fault != RowFault.None)
                return false;
            for (var i = 0; i < _cells.Count; i++)
            {
                if (!Cell(i).IsWhiteSpace())
                    return false;
            }
            return true;
        }
    }

    /// <summary>The row as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<char> Raw => _buffer.AsSpan(_rowStart, _rowLength).TrimEnd("\r\n");

    /// <summary>A cell without its quotation marks; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> Cell(int index)
    {
        var (start, length, unescaped) = _cells[index];
        return unescaped ? _unescaped.AsSpan(start, length) : _buffer.AsSpan(_rowStart + start, length);
    }

    /// <summary>The cells as texts.</summary>
    public string[] Cells()
    {
        var cells = new string[_cells.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Cell(i).ToString();
        return cells;
    }

    /// <summary>Moves to the next row; false at the end of the file.</summary>
    public bool Read()
    {
        _rowStart += _rowLength;
        _rowLength = 0;
        _cells.Clear();
        _unescapedLength = 0;
        _rowTooLong = false;
        Fault = RowFault.None;
        Line = _lines;
        if (!Has(0))
            return false;
        if (ReadCells(out var length))
            Finish(length);
        else
            GiveUp(RowFault.UnclosedQuote);
        return true;
    }

    public void Dispose() => _text.Dispose();

    private bool ReadCells(out int length)
    {
        for (var at = 0; ;)
        {
            if (Has(at) && At(at) == '"')
            {
                if (!ReadQuoted(ref at))
                {
                    length = 0;
                    return false;
                }
            }
            else
            {
                ReadPlain(ref at);
            }

            if (_rowTooLong || !Has(at))
            {
                length = at;
                return true;
            }
            var end = At(at++);
            if (end == _delimiter)
                continue;
            if (end == '\r' && Has(at) && At(at) == '\n')
                at++;
            length = at;
            return true;
        }
    }

    private void ReadPlain(ref int at)
    {
        var start = at;
        while (Has(at))
        {
            var rest = _buffer.AsSpan(_rowStart + at, _end - _rowStart - at);
            var found = rest.IndexOfAny(_ends);
            if (found >= 0)
            {
                at += found;
                break;
            }
            at += rest.Length;
        }
        AddCell(start, at - start);
    }

    private bool ReadQuoted(ref int at)
    {
        var start = ++at;
        var doubled = false;
        while (Has(at))
        {
            var rest = _buffer.AsSpan(_rowStart + at, _end - _rowStart - at);
            var found = rest.IndexOf('"');
            if (found < 0)
            {
                at += rest.Length;
                continue;
            }
            at += found + 1;
            if (Has(at) && At(at) == '"')
            {
                doubled = true;
                at++;
                continue;
            }
            var close = at - 1;
            while (Has(at) && At(at) == ' ')
                at++;
            if (_rowTooLong || Has(at) && !_ends.Contains(At(at)))
                return false;
            if (doubled)
                AddUnescaped(start, close - start);
            else
                AddCell(start, close - start);
            return true;
        }
        return false;
    }

    private void AddCell(int start, int length)
    {
        if (length > CellMaxLength)
            Fault = RowFault.CellTooLarge;
        _cells.Add((start, length, false));
    }

    private void AddUnescaped(int start, int length)
    {
        if (_unescaped.Length < _unescapedLength + length)
            Array.Resize(ref _unescaped, Math.Max(1024, (_unescapedLength + length) * 2));
        var first = _unescapedLength;
        var source = _buffer.AsSpan(_rowStart + start, length);
        for (var i = 0; i < source.Length; i++)
        {
            _unescaped[_unescapedLength++] = source[i];
            if (source[i] == '"')
                i++;
        }
        if (length > CellMaxLength)
            Fault = RowFault.CellTooLarge;
        _cells.Add((first, _unescapedLength - first, true));
    }

    private void Finish(int length)
    {
        if (_rowTooLong)
        {
            GiveUp(RowFault.CellTooLarge);
            return;
        }
        _rowLength = length;
        var row = _buffer.AsSpan(_rowStart, length);
        _lines += CountLines(row);
        var bad = row.IndexOfAny('\0', '\uFFFD');
        if (bad >= 0 && Fault == RowFault.None)
            Fault = row[bad] == '\0' ? RowFault.NulCharacter : RowFault.UnreadableCharacters;
    }

    /// <summary>Takes the row's first line for the whole row and goes on after it.</summary>
    private void GiveUp(RowFault fault)
    {
        _cells.Clear();
        Fault = fault;
        var known = _buffer.AsSpan(_rowStart, _end - _rowStart);
        var end = known.IndexOfAny('\r', '\n');
        _lines++;
        if (end >= 0)
        {
            _rowLength = end + 1;
            if (known[end] == '\r' && Has(end + 1) && At(end + 1) == '\n')
                _rowLength++;
            return;
        }
        // One line longer than the buffer may grow: what is known of it stays readable as Raw, the rest is read past.
        _rowLength = _end - _rowStart;
        for (var last = '\0'; ;)
        {
            var next = _text.Read();
            if (next < 0)
                return;
            if (last == '\r' && next != '\n')
            {
                // A lone carriage return ended the line and this character starts the next row; losing it would harm that row, so it is kept.
                Append((char)next);
                return;
            }
            _bufferPosition++;
            last = (char)next;
            if (next == '\n')
                return;
        }
    }

    private void Append(char next)
    {
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length + 1024);
        _buffer[_end++] = next;
    }

    private static int CountLines(ReadOnlySpan<char> row)
    {
        var lines = 0;
        for (var at = row.IndexOfAny('\r', '\n'); at >= 0; at = row.IndexOfAny('\r', '\n'))
        {
            lines++;
            at += row[at] == '\r' && at + 1 < row.Length && row[at + 1] == '\n' ? 2 : 1;
            row = row[at..];
        }
        return lines;
    }

    private char At(int index) => _buffer[_rowStart + index];

    /// <summary>True when the row's <paramref name="index"/>th character is in the buffer, reading on if need be.</summary>
    private bool Has(int index) => _rowStart + index < _end || Fill(index);

    private bool Fill(int index)
    {
        if (_rowStart > 0)
        {
            Array.Copy(_buffer, _rowStart, _buffer, 0, _end - _rowStart);
            _bufferPosition += _rowStart;
            _end -= _rowStart;
            _rowStart = 0;
        }
        while (_end <= index)
        {
            if (_end >= RowMaxLength)
            {
                _rowTooLong = true;
                return false;
            }
            if (_end == _buffer.Length)
                Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, RowMaxLength));
            var read = _text.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }
}
