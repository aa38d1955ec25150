using System.Text;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Export;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Export;

public sealed class ExportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46 8 123", "'+46 8 123")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public async Task Text_is_quoted_and_never_a_formula(string? text, string cell) => Assert.Equal("\uFEFF" + cell + "\r\n", await WriteAsync(text));

    [Fact]
    public async Task A_number_may_begin_with_a_minus() => Assert.Equal("\uFEFF-1,x\r\n", await WriteAsync(CsvCell.Plain("-1"), "x"));

    [OnEveryDatabase]
    public async Task Accounts_leave_as_the_list_filters_them_with_every_field(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var sam = await portal.UserAsync("Sam Sales", "Sales");
        var score = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Number, "Score", []))).Demand().Id;
        var parent = await portal.AccountAsync("Holding");
        await portal.AccountAsync("=Northwind", a =>
        {
            (a.Industry, a.ParentAccountId, a.OwnerId, a.AnnualRevenue) = ("Retail", parent.Id, sam.UserId, 10.5m);
            a.FieldValues.Add(new() { FieldId = score, Number = -3 });
        });

        var portion = (await portal.AskAsync(new ExportAccounts(ListState.Parse("?industry=retail"), 0), sam)).Demand();

        var row = Assert.Single(portion.Rows).Zip(portion.Header, (cell, name) => (name, cell)).ToDictionary(pair => pair.name, pair => pair.cell, StringComparer.Ordinal);
        Assert.Equal(("=Northwind", false), (row["Account name"].Value, row["Account name"].IsPlain));
        Assert.Equal(("10.5", "Holding", "sam.sales@portal.example"), (row["Annual revenue"].Value, row["Parent source key"].Value, row["Owner"].Value));
        Assert.Equal(("-3", true), (row["Score"].Value, row["Score"].IsPlain));
        Assert.Null(portion.LastId);
        Assert.IsType<AccessDenied>((await portal.AskAsync(new ExportAccounts(new(), 0), sam with { Permissions = new HashSet<string>(StringComparer.Ordinal) })).Refusal);
    }

    [OnEveryDatabase]
    public async Task People_leave_in_portions_each_once(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        await portal.Database.AddAsync([.. Enumerable.Range(0, ExportPortion.Size + 3).Select(i => new BuyingGroups.Domain.People.Person { SourceKey = $"{i}", AccountId = account.Id, Email = $"p{i}@example.com" })]);

        var first = (await portal.AskAsync(new ExportPeople(new(), 0))).Demand();
        var second = (await portal.AskAsync(new ExportPeople(new(), first.LastId!.Value))).Demand();

        Assert.Equal((ExportPortion.Size, 3, (long?)null), (first.Rows.Count, second.Rows.Count, second.LastId));
        Assert.Equal(ExportPortion.Size + 3, first.Rows.Concat(second.Rows).Select(row => row[0].Value).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<string> WriteAsync(params CsvCell[] cells)
    {
        using var stream = new MemoryStream();
        await using (var writer = new CsvWriter(stream))
            await writer.WriteAsync(cells, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
