using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Portal.Features.Imports.Running;

/// <summary>Limits of a batch, and rejections as the database keeps them.</summary>
public static class BatchReader
{
    /// <summary>Rows in one transaction: enough to be fast, few enough that a user's own change does not wait long behind it.</summary>
    public const int Rows = 2_500;

    /// <summary>Characters of a rejected row that are kept.</summary>
    public const int KeptRowLength = 8_000;

    /// <summary>A batch ends early after so many characters, so that files of huge rows need no more memory than others.</summary>
    public const int Characters = 8 * 1024 * 1024;

    public static ImportRejection Rejection(int fileId, long line, ReadOnlySpan<char> raw, Refusal reason)
    {
        if (raw.Length > KeptRowLength)
            raw = raw[..KeptRowLength];
        // A NUL cannot be kept by every database; what was there is still told by the reason.
        var text = raw.Contains('\0') ? raw.ToString().Replace('\0', '\u2400') : raw.ToString();
        return new ImportRejection { ImportFileId = fileId, Line = line, Reason = reason.Name, Message = RejectionWords.Store(reason), Row = text };
    }
}

/// <summary>Reads a file batch by batch: rows that can be written, and rejections of those that cannot.</summary>
public sealed class BatchReader<TRecord>(int fileId, CsvRowReader reader, CsvFormat format, RowPlan<TRecord> plan, RecordTable<TRecord> table)
    : IDisposable
    where TRecord : class
{
    private readonly SeenKeys _seen = new();
    private bool _headerPassed = !format.HasHeader;

    /// <summary>The next batch, or null at the end of the file.</summary>
    public RowBatch<TRecord>? Read(CancellationToken cancellationToken)
    {
        if (!_headerPassed)
        {
            _headerPassed = true;
            SkipHeader();
        }
        var batch = new RowBatch<TRecord>();
        var start = reader.Position;
        while (batch.RowsRead < BatchReader.Rows && reader.Position - start < BatchReader.Characters && reader.Read())
        {
            if (reader.IsBlank)
                continue;
            batch.RowsRead++;
            if ((plan.Read(reader, format.Encoding, out var row) ?? Place(row)) is { } reason)
            {
                batch.Rejections.Add(BatchReader.Rejection(fileId, reader.Line, reader.Raw, reason));
                continue;
            }
            batch.Rows.Add(row);
            batch.Keep(row, reader.Raw);
        }
        cancellationToken.ThrowIfCancellationRequested();
        batch.End = new ImportCursor(reader.Position, reader.NextLine);
        if (batch.RowsRead > 0)
            return batch;
        batch.Dispose();
        return null;
    }

    public void Dispose() => reader.Dispose();

    private void SkipHeader()
    {
        while (reader.Read() && reader.IsBlank)
        {
            // Blank lines above the header.
        }
    }

    /// <summary>Gives the row its key and refuses one that an earlier row of the file has. The earlier row counts, so that the same file twice changes nothing.</summary>
    private Refusal? Place(ImportRow<TRecord> row)
    {
        if (!plan.HasKey)
            table.SetKey(row.Record, KeyFrom(row));
        if (table.ProblemOf(row.Record) is { } problem)
            return problem;
        var key = table.Key(row.Record);
        var earlier = _seen.Add(key, row.Line);
        return earlier == 0 ? null : new DuplicateInFile(key, earlier);
    }

    private string KeyFrom(ImportRow<TRecord> row) => row.Record switch
    {
        Domain.Accounts.Account account => account.Name,
        Domain.People.Person person => person.NormalizedEmail,
        _ => "",
    };
}
