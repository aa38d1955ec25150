using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Tests.Features.Imports;

public sealed class CsvRowReaderTests
{
    [Fact]
    public void Quoted_cells_hold_delimiters_line_ends_and_quotation_marks()
    {
        var rows = Read("a,\"b, c\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",,\"\"\r\nlast,1,2");

        Assert.Equal(["a", "b, c", "say \"hi\""], rows[0].Cells);
        Assert.Equal(["two\nlines", "", ""], rows[1].Cells);
        Assert.Equal(["last", "1", "2"], rows[2].Cells);
        Assert.Equal([1, 2, 4], rows.Select(r => r.Line));
    }

    [Theory]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    public void Every_line_ending_ends_a_row(string text)
    {
        var rows = Read(text);

        Assert.Equal(2, rows.Count);
        Assert.Equal(["c", "d"], rows[1].Cells);
        Assert.Equal(2, rows[1].Line);
    }

    [Fact]
    public void A_quotation_mark_inside_a_plain_cell_is_text()
    {
        Assert.Equal(["5\" pipe", "x"], Read("5\" pipe,x\n")[0].Cells);
    }

    [Fact]
    public void An_unclosed_quote_costs_its_own_line_only()
    {
        var rows = Read("1,good\n2,\"open,x\n3,good\n4,\"fine\"\n");

        Assert.Equal([RowFault.None, RowFault.UnclosedQuote, RowFault.None, RowFault.None], rows.Select(r => r.Fault));
        Assert.Equal([1, 2, 3, 4], rows.Select(r => r.Line));
        Assert.Equal("2,\"open,x", rows[1].Raw);
        Assert.Equal(["4", "fine"], rows[3].Cells);
    }

    [Fact]
    public void An_unclosed_quote_on_the_last_line_is_told_and_ends_the_file()
    {
        var rows = Read("1,good\n2,\"open");

        Assert.Equal([RowFault.None, RowFault.UnclosedQuote], rows.Select(r => r.Fault));
    }

    [Fact]
    public void An_unclosed_quote_in_a_file_without_any_other_quote_is_given_up_after_the_look_ahead()
    {
        var lines = Enumerable.Range(3, 300_000).Select(i => $"{i},an ordinary row");
        var rows = Read("1,good\n2,\"open\n" + string.Join('\n', lines) + "\n");

        Assert.Equal(300_002, rows.Count);
        Assert.Equal(2, Assert.Single(rows, r => r.Fault != RowFault.None).Line);
        Assert.Equal(["300002", "an ordinary row"], rows[^1].Cells);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cell_of_a_megabyte_costs_its_own_row_only(bool quoted)
    {
        var huge = new string('x', 1024 * 1024);
        var rows = Read($"1,a\n2,{(quoted ? $"\"{huge}\"" : huge)}\n3,b\n");

        Assert.Equal([RowFault.None, RowFault.CellTooLarge, RowFault.None], rows.Select(r => r.Fault));
        Assert.Equal(["3", "b"], rows[2].Cells);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_line_longer_than_the_reader_keeps_is_read_past(string lineEnd)
    {
        var rows = Read($"1,a{lineEnd}2,{new string('x', CsvRowReader.RowMaxLength + 1000)}{lineEnd}3,b{lineEnd}");

        Assert.Equal([RowFault.None, RowFault.CellTooLarge, RowFault.None], rows.Select(r => r.Fault));
        Assert.Equal(["3", "b"], rows[2].Cells);
        Assert.Equal(3, rows[2].Line);
    }

    [Fact]
    public void Nul_and_broken_bytes_are_told_row_by_row()
    {
        var rows = Read("1,a\n2,b\0c\n3,d\uFFFDe\n4,f\n");

        Assert.Equal([RowFault.None, RowFault.NulCharacter, RowFault.UnreadableCharacters, RowFault.None], rows.Select(r => r.Fault));
    }

    [Theory]
    [InlineData("a,b\nc,\"d\ne\"\nf,g\nh,\"open\ni,j\n")]
    [InlineData("a,b\r\nå,\"d\"\"x\"\r\nf,g\r\nh,i")]
    public void Reading_goes_on_from_any_row_as_if_it_had_never_stopped(string text)
    {
        var whole = Read(text);
        for (var stop = 1; stop < whole.Count; stop++)
        {
            using var first = new CsvRowReader(new StringReader(text), ',');
            for (var i = 0; i < stop; i++)
            {
                Assert.True(first.Read());
            }

            using var second = new CsvRowReader(new StringReader(text), ',', first.Position, first.NextLine);
            Assert.Equal(whole.Skip(stop), Rest(second));
        }
    }

    private static List<Row> Read(string text)
    {
        using var reader = new CsvRowReader(new StringReader(text), ',');
        return Rest(reader);
    }

    private static List<Row> Rest(CsvRowReader reader)
    {
        var rows = new List<Row>();
        while (reader.Read())
        {
            var raw = reader.Raw;
            rows.Add(new Row(reader.Line, reader.Fault, raw.Length > 200 ? "" : raw.ToString(), reader.Fault == RowFault.CellTooLarge ? [] : reader.Cells()));
        }

        return rows;
    }

    private sealed record Row(long Line, RowFault Fault, string Raw, string[] Cells)
    {
        public bool Equals(Row? other) => other is not null && Line == other.Line && Fault == other.Fault && Raw == other.Raw && Cells.SequenceEqual(other.Cells);

        public override int GetHashCode() => HashCode.Combine(Line, Fault, Raw);
    }
}
