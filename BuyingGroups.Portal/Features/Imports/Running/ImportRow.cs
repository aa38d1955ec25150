using System.Buffers;
using System.Globalization;
using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>A row that can be read, as the record it describes.</summary>
/// <typeparam name="TRecord">Account or Person.</typeparam>
public sealed class ImportRow<TRecord>(TRecord record)
{
    public TRecord Record { get; } = record;

    /// <summary>Line of the file where the row starts.</summary>
    public long Line { get; init; }

    /// <summary>A bit per field of the record that the row fills.</summary>
    public ulong Filled { get; set; }

    /// <summary>Source key of the person's account.</summary>
    public string? AccountKey { get; set; }

    /// <summary>Values of custom fields, in the order of <see cref="RowPlan{TRecord}.CustomFields"/>; null = empty cell.</summary>
    public CustomCell?[] Custom { get; init; } = [];

    /// <summary>Indexes in <see cref="Custom"/> that are to be emptied; null = none.</summary>
    public int[]? Emptied { get; set; }

    /// <summary>Roles in the account; null = empty cell.</summary>
    public string[]? Roles { get; set; }

    internal int RawStart { get; set; }

    internal int RawLength { get; set; }
}

/// <summary>The value of a custom field: the member that fits its kind is filled.</summary>
public readonly record struct CustomCell(string? Text, decimal? Number, DateOnly? Date, bool? Boolean)
{
    public static CustomCell Of(FieldValue value) => new(value.Text, value.Number, value.Date, value.Boolean);

    public void CopyTo(FieldValue value)
    {
        value.Text = Text;
        value.Number = Number;
        value.Date = Date;
        value.Boolean = Boolean;
    }

    public override string ToString() =>
        Text ?? (Number is { } number ? Mapping.CellReaders.Text(number) : Date is { } date ? Mapping.CellReaders.Text(date) : Boolean is { } yes ? Mapping.CellReaders.Text(yes) : "");
}

/// <summary>Some thousand rows that are written in one transaction.</summary>
public sealed class RowBatch<TRecord> : IDisposable
{
    private char[] _raw = ArrayPool<char>.Shared.Rent(1 << 18);
    private int _rawLength;

    public List<ImportRow<TRecord>> Rows { get; } = new(BatchReader.Rows);

    public List<ImportRejection> Rejections { get; } = [];

    /// <summary>Where the next batch starts.</summary>
    public ImportCursor End { get; set; }

    public long RowsRead { get; set; }

    /// <summary>Keeps the row's characters for the error file, should the database refuse it later.</summary>
    public void Keep(ImportRow<TRecord> row, ReadOnlySpan<char> raw)
    {
        if (raw.Length > BatchReader.KeptRowLength)
            raw = raw[..BatchReader.KeptRowLength];
        if (_rawLength + raw.Length > _raw.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_raw.Length * 2, _rawLength + raw.Length));
            _raw.AsSpan(0, _rawLength).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_raw);
            _raw = larger;
        }
        raw.CopyTo(_raw.AsSpan(_rawLength));
        (row.RawStart, row.RawLength) = (_rawLength, raw.Length);
        _rawLength += raw.Length;
    }

    public ImportRejection Reject(int fileId, ImportRow<TRecord> row, Refusal reason) =>
        BatchReader.Rejection(fileId, row.Line, _raw.AsSpan(row.RawStart, row.RawLength), reason);

    /// <summary>The row as it stands in the file.</summary>
    public string Raw(ImportRow<TRecord> row) => new(_raw, row.RawStart, row.RawLength);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_raw);
        _raw = [];
    }
}

/// <summary>A place between two rows of a file.</summary>
/// <param name="Position">Characters before it.</param>
/// <param name="Line">Its line.</param>
public readonly record struct ImportCursor(long Position, long Line)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position}:{Line}");

    public static ImportCursor Parse(string? text)
    {
        var parts = (text ?? "").Split(':');
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var position) && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var line) ? new ImportCursor(position, line) : default;
    }
}
