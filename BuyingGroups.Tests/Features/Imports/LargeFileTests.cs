using System.Globalization;
using System.Text;
using BuyingGroups.Data.Imports;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Portal.Features.Imports.Running;

namespace BuyingGroups.Tests.Features.Imports;

/// <summary>Memory does not grow with the file. The stream makes its rows as they are read, so that the test itself holds nothing.</summary>
[Trait("Category", "Database")]
public sealed class LargeFileTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void Two_hundred_megabytes_are_read_and_checked_in_the_memory_of_a_few_batches()
    {
        var small = ReadAll(10 * Megabyte);
        var large = ReadAll(200 * Megabyte);

        Assert.True(large.Rows > 15 * small.Rows, "The large file is not large.");
        // What grows is the set of keys seen: about 20 bytes a row, doubled while it grows.
        var keys = large.Rows * 60;
        Assert.True(
            large.Peak - small.Peak < keys + (16 * Megabyte),
            string.Create(CultureInfo.InvariantCulture, $"Peak {large.Peak / Megabyte} MB at 200 MB against {small.Peak / Megabyte} MB at 10 MB."));
    }

    private static (long Rows, long Peak) ReadAll(long size)
    {
        var format = new CsvFormat(',', FileEncodings.Utf8, HasHeader: true);
        var mapping = new MappingChoice(
            [
                new ColumnMapping("Contact Id", TargetKeys.SourceKey), new ColumnMapping("Account Id", TargetKeys.Account), new ColumnMapping("Email", TargetKeys.Email),
                new ColumnMapping("Name", TargetKeys.FullName), new ColumnMapping("Title", "jobTitle"),
            ],
            []);
        var file = new ImportFile { Id = 1, Kind = ImportKind.People, FileName = "large.csv", Settings = new ImportSettings(format, [], 0, mapping).Write() };
        using var reader = ImportPlan.ForPeople(file, []).Read(new GeneratedFile(size));
        long rows = 0, peak = 0;
        for (var batches = 0; reader.Read(CancellationToken.None) is { } batch; batches++)
        {
            using (batch)
            {
                rows += batch.RowsRead;
                Assert.Empty(batch.Rejections);
            }

            if (batches % 50 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        return (rows, peak);
    }

    /// <summary>A CSV file of people that exists only while it is read.</summary>
    private sealed class GeneratedFile(long size) : Stream
    {
        private byte[] _row = Encoding.UTF8.GetBytes("Contact Id,Account Id,Email,Name,Title\n");
        private int _at;
        private long _number;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => size;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var written = 0;
            while (written < count)
            {
                if (_at == _row.Length)
                {
                    if (Position >= size)
                    {
                        break;
                    }

                    _number++;
                    _row = Encoding.UTF8.GetBytes(string.Create(
                        CultureInfo.InvariantCulture, $"C-{_number:000000000},A-{_number % 5000:00000},person{_number}@company{_number % 5000}.example,Maria Anders-{_number},Head of department {_number % 700}\n"));
                    _at = 0;
                }

                var part = Math.Min(count - written, _row.Length - _at);
                _row.AsSpan(_at, part).CopyTo(buffer.AsSpan(offset + written));
                (_at, written, Position) = (_at + part, written + part, Position + part);
            }

            return written;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
