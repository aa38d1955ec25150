using System.Text;
using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Tests.Features.Imports;

public sealed class FormatDetectionTests
{
    [Theory]
    [InlineData("Name,City\nA,Malmö\nB,Lund\n", ',')]
    [InlineData("Name;Revenue\nA, B & C;12,5\nB;8,1\n", ';')]
    [InlineData("Name\tCity\nA, Inc.\tX\nB\tY\n", '\t')]
    [InlineData("Name|City\nA|X, Y\nB|Z\n", '|')]
    [InlineData("Name\nA\nB\n", ',')]
    public void The_delimiter_is_the_one_that_parts_most_rows_alike(string text, char delimiter) =>
        Assert.Equal(delimiter, FormatDetection.OfSample(text, FileEncodings.Utf8).Delimiter);

    [Fact]
    public void Excels_line_about_the_separator_is_believed_and_is_no_row()
    {
        var format = FormatDetection.OfSample("sep=;\r\nName;City\r\nA, B;C\r\n", FileEncodings.Utf8);

        Assert.Equal(new CsvFormat(';', FileEncodings.Utf8, HasHeader: true, HasSeparatorLine: true), format);
        using var reader = format.Open(new MemoryStream(Encoding.UTF8.GetBytes("sep=;\r\nName;City\r\nA, B;C\r\n")));
        Assert.True(reader.Read());
        Assert.Equal(["Name", "City"], reader.Cells());
        Assert.Equal(2, reader.Line);
    }

    [Theory]
    [InlineData("Account Name,City\nA,B\n", true)]
    [InlineData("A-1,Hexa Freight,1450\nA-2,Ostmark Mobil,820\n", false)]
    [InlineData("anna@example.com,Anna\n", false)]
    [InlineData("Företag;Ort\nAxa;Lund\n", true)]
    public void A_header_names_columns_and_holds_no_values(string text, bool hasHeader) =>
        Assert.Equal(hasHeader, FormatDetection.OfSample(text, FileEncodings.Utf8).HasHeader);

    public static TheoryData<string, byte[]> Files()
    {
        const string text = "Namn;Ort\nÅsa Öberg;Malmö\nJosé;Łódź\n";
        const string western = "Namn;Ort\nÅsa Öberg;Malmö\nJosé;Æbeltoft €\n";
        return new TheoryData<string, byte[]>
        {
            { FileEncodings.Utf8, new UTF8Encoding(false).GetBytes(text) },
            { FileEncodings.Utf8WithMark, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] },
            { FileEncodings.Utf16LittleEndian, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] },
            { FileEncodings.Utf16BigEndian, [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)] },
            { FileEncodings.Utf16LittleEndian, Encoding.Unicode.GetBytes(text) },
            { FileEncodings.Utf16BigEndian, Encoding.BigEndianUnicode.GetBytes(text) },
            { FileEncodings.Windows1252, FileEncodings.Of(FileEncodings.Windows1252).GetBytes(western) },
        };
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_encoding_is_told_from_the_bytes_and_reads_back(string encoding, byte[] file)
    {
        var format = await FormatDetection.DetectAsync(new MemoryStream(file), CancellationToken.None);

        Assert.Equal(encoding, format.Encoding);
        Assert.Equal(';', format.Delimiter);
        using var reader = format.Open(new MemoryStream(file));
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal(["Åsa Öberg", "Malmö"], reader.Cells());
    }

    [Fact]
    public async Task An_accent_on_the_last_line_of_a_large_file_still_tells_the_encoding()
    {
        var plain = string.Concat(Enumerable.Repeat("Name,City\n", 150_000));
        var utf8 = new MemoryStream(Encoding.UTF8.GetBytes(plain + "Åsa,Malmö\n"));
        var western = new MemoryStream(FileEncodings.Of(FileEncodings.Windows1252).GetBytes(plain + "Åsa,Malmö\n"));

        Assert.Equal(FileEncodings.Utf8, await EncodingDetection.DetectAsync(utf8, CancellationToken.None));
        Assert.Equal(FileEncodings.Windows1252, await EncodingDetection.DetectAsync(western, CancellationToken.None));
    }

    [Fact]
    public async Task A_character_cut_in_two_by_a_block_is_no_broken_character()
    {
        // The blocks are of a mebibyte; one of three neighbouring lengths puts the boundary inside the three bytes of €.
        for (var length = 1_048_573; length <= 1_048_576; length++)
        {
            var file = new MemoryStream([.. Enumerable.Repeat((byte)'x', length), .. "€\n"u8]);

            Assert.Equal(FileEncodings.Utf8, await EncodingDetection.DetectAsync(file, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_few_broken_bytes_do_not_turn_a_plainly_utf8_file_into_another_encoding()
    {
        var file = new MemoryStream([.. Encoding.UTF8.GetBytes("Åsa,Malmö\nJosé,Łódź\nZoë,Orléans\n"), 0xE9, (byte)'\n']);

        Assert.Equal(FileEncodings.Utf8, await EncodingDetection.DetectAsync(file, CancellationToken.None));
    }
}
