using System.Text;
using BuyingGroups.Data.Imports;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Imports.Reading;
using BuyingGroups.Tests.Databases;

namespace BuyingGroups.Tests.Features.Imports;

/// <summary>Every bad file that exports make: good rows land, bad rows come back with line and reason, nothing is half-written.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData(FileEncodings.Utf8WithMark)]
    [InlineData(FileEncodings.Utf16LittleEndian)]
    [InlineData(FileEncodings.Utf16BigEndian)]
    [InlineData(FileEncodings.Windows1252)]
    public async Task Any_encoding_lands_with_its_accents(string name)
    {
        await using var house = await ImportHouse.OpenAsync();
        var encoding = FileEncodings.Of(name);
        byte[] file = [.. encoding.Preamble, .. encoding.GetBytes("Kundnummer;Företag;Omsättning\r\nK-1;Åkeri Öst;12,5\r\nK-2;Čapek;8,1\r\n".Replace("Č", name == FileEncodings.Windows1252 ? "É" : "Č", StringComparison.Ordinal))];

        var done = await house.RunAsync(await house.UploadAsync(ImportKind.Accounts, new MemoryStream(file)));

        Assert.Equal((2L, 0L), (done.Created, done.Rejected));
        Assert.Equal(("K-1", "Åkeri Öst", 12.5m), ((await house.AccountsAsync())[0].SourceKey, (await house.AccountsAsync())[0].Name, (await house.AccountsAsync())[0].AnnualRevenue));
    }

    [Fact]
    public async Task Duplicate_headers_are_two_columns_and_the_first_is_taken()
    {
        await using var house = await ImportHouse.OpenAsync();

        var done = await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name,Phone,Phone\nA,One,1,2\n");

        Assert.Equal(["Account Id", "Account Name", "Phone", "Phone (2)"], done.Settings.Columns.Select(c => c.Name));
        Assert.Equal("1", (await house.AccountsAsync())[0].Phone);
    }

    [OnEveryDatabase]
    public async Task Unclosed_quotes_nul_huge_cells_and_ragged_rows_cost_their_own_line(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        var text = "Account Id,Account Name,Phone\nA-1,Good,\nA-2,\"Open,\nA-3,Good,\nA-4,Nul\0,\nA-5," + new string('x', 1024 * 1024) + ",\nA-6\nA-7,\"Two\nlines\",1\nA-8,Good,,,\nA-9,\"Open again,\n";

        var done = await house.ImportAsync(ImportKind.Accounts, text);

        Assert.Equal(
            [(3, nameof(UnclosedQuote)), (5, nameof(NulCharacter)), (6, nameof(CellTooLarge)), (7, nameof(RaggedRow)), (11, nameof(UnclosedQuote))], await house.RejectionsAsync(done.Id));
        Assert.Equal(["A-1", "A-3", "A-7", "A-8"], (await house.AccountsAsync()).Select(a => a.SourceKey));
        Assert.Equal("Two\nlines", (await house.AccountsAsync())[2].Name);
    }

    [Fact]
    public async Task Formulas_are_text_inside_and_neutralised_in_the_error_file_and_come_back_whole()
    {
        await using var house = await ImportHouse.OpenAsync();
        var done = await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name,Phone\nA-1,=HYPERLINK(\"x\"),+46 8 12\n,=1+1,@x\n");

        Assert.Equal("=HYPERLINK(\"x\")", (await house.AccountsAsync())[0].Name);
        var errors = await house.ErrorFileAsync(done.Id);
        Assert.Equal(
            "Account Id,Account Name,Phone,Import line,Import reason,Import message\r\n\"\",'=1+1,'@x,3,MissingSourceKey,The source key is empty.\r\n", errors);

        await house.ImportAsync(ImportKind.Accounts, errors.Replace("\r\n\"\",", "\r\nA-2,", StringComparison.Ordinal));
        Assert.Equal("=1+1", (await house.AccountsAsync())[1].Name);
    }

    [Fact]
    public async Task The_error_file_has_every_rejected_row_with_its_columns()
    {
        await using var house = await ImportHouse.OpenAsync();

        var done = await house.ImportAsync(ImportKind.Accounts, "Account Id;Account Name;City\nA-1;;\"Lund; Skåne\"\nA-2;Two;x;y\nA-3;\"open;z\nA-4\n");

        Assert.Equal(
            [
                "Account Id;Account Name;City;Import line;Import reason;Import message",
                "A-1;\"\";\"Lund; Skåne\";2;MissingName;The account name is empty.",
                "A-2;Two;\"x;y\";3;RaggedRow;The row has 4 cells, the file has 3 columns.",
                "\"A-3;\"\"open;z\";\"\";\"\";4;UnclosedQuote;A quotation mark is opened and not closed.",
                "A-4;\"\";\"\";5;RaggedRow;The row has one cell, the file has 3 columns.",
            ],
            (await house.ErrorFileAsync(done.Id)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Blank_lines_and_lines_of_delimiters_are_no_rows()
    {
        await using var house = await ImportHouse.OpenAsync();

        var done = await house.ImportAsync(ImportKind.Accounts, "\nAccount Id,Account Name\n\nA-1,One\n,\n   \nA-2,Two\n\n");

        Assert.Equal((2L, 2L, 0L), (done.RowsRead, done.Created, done.Rejected));
    }

    [Theory]
    [InlineData("", nameof(FileEmpty))]
    [InlineData("\n\n", nameof(FileEmpty))]
    [InlineData("PK\u0003\u0004workbook", nameof(NotACsvFile))]
    public async Task What_is_no_table_is_refused_at_the_door_and_nothing_is_kept(string text, string reason)
    {
        await using var house = await ImportHouse.OpenAsync();

        var received = await house.Portal.AskAsync(new ReceiveImportFile(ImportKind.Accounts, new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal(reason, received.Refusal?.Name);
        Assert.Empty(Directory.EnumerateFiles(house.Portal.Storage, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_without_header_is_mapped_by_hand()
    {
        await using var house = await ImportHouse.OpenAsync();

        var id = await house.UploadAsync(ImportKind.Accounts, "A-1,Hexa,1450\nA-2,Ostmark,820\n", m => m with
        {
            Columns = [m.Columns[0] with { Target = "sourceKey" }, m.Columns[1] with { Target = "name" }, m.Columns[2] with { Target = "numberOfEmployees" }],
        });
        var done = await house.RunAsync(id);

        Assert.Equal(["Column 1", "Column 2", "Column 3"], done.Settings.Columns.Select(c => c.Name));
        Assert.Equal([1450, 820], (await house.AccountsAsync()).Select(a => a.NumberOfEmployees!.Value));
    }
}
