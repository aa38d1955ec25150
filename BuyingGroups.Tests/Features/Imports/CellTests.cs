using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Portal.Features.Imports.Reading;

namespace BuyingGroups.Tests.Features.Imports;

public sealed class CellTests
{
    [Theory]
    [InlineData("Saint Paul, Minnesota", "Saint Paul", "Minnesota")]
    [InlineData("Dublin", "Dublin", "")]
    [InlineData("Washington, D.C., Maryland", "Washington, D.C.", "Maryland")]
    [InlineData("Chicago, Illinois; formerly Peoria", "Chicago", "Illinois")]
    [InlineData(", Texas", "Texas", "")]
    [InlineData("  Zürich ,  Schweiz ", "Zürich", "Schweiz")]
    public void A_place_splits_into_city_and_state(string cell, string city, string state)
    {
        Splits.CityAndState(cell, out var first, out var second);

        Assert.Equal((city, state), (first.ToString(), second.ToString()));
    }

    [Theory]
    [InlineData("Maria Anders", "Maria", "Anders")]
    [InlineData("Anders, Maria", "Maria", "Anders")]
    [InlineData("Maria del Carmen Lopez", "Maria del Carmen", "Lopez")]
    [InlineData("Ludwig van der Berg", "Ludwig", "van der Berg")]
    [InlineData("Madonna", "", "Madonna")]
    [InlineData("王小明", "小明", "王")]
    [InlineData("  Ana   Núñez ", "Ana", "Núñez")]
    public void A_name_splits_into_first_and_last(string cell, string first, string last)
    {
        Splits.FullName(cell, out var given, out var family);

        Assert.Equal((first, last), (given.ToString(), family.ToString()));
    }

    [Theory]
    [InlineData("1234.5", false, "1234.5")]
    [InlineData("1,234.5", false, "1234.5")]
    [InlineData("12,5", true, "12.5")]
    [InlineData("1.234,5", true, "1234.5")]
    [InlineData("1 450", true, "1450")]
    [InlineData("1\u00A0450,25", true, "1450.25")]
    [InlineData("$1,000", false, "1000")]
    [InlineData("1.2E+3", false, "1200")]
    [InlineData("-3", false, "-3")]
    [InlineData("1’234.50", false, "1234.5")]
    public void A_number_is_read_as_its_column_writes_numbers(string cell, bool decimalComma, string expected)
    {
        Assert.Null(CellReaders.Number("Revenue", cell, new CellForm(decimalComma, DateOrders.YearFirst), out var value));
        Assert.Equal(expected, CellReaders.Text(value));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("12 apples")]
    [InlineData("=1+1")]
    public void What_is_no_number_is_named(string cell) => Assert.IsType<NotANumber>(CellReaders.Number("Revenue", cell, CellForm.Default, out _));

    [Fact]
    public void Numbers_have_limits()
    {
        Assert.IsType<NumberOutOfRange>(CellReaders.Count("Employees", "-1", CellForm.Default, out _));
        Assert.IsType<NumberOutOfRange>(CellReaders.Count("Employees", "9999999999", CellForm.Default, out _));
        Assert.IsType<NotANumber>(CellReaders.Count("Employees", "1.5", CellForm.Default, out _));
        Assert.IsType<NumberOutOfRange>(CellReaders.Amount("Revenue", "-0.5", CellForm.Default, out _));
    }

    [Theory]
    [InlineData("2024-03-31", DateOrders.YearFirst, "2024-03-31")]
    [InlineData("2024-03-31T10:00:00Z", DateOrders.YearFirst, "2024-03-31")]
    [InlineData("31/03/2024", DateOrders.DayFirst, "2024-03-31")]
    [InlineData("31.3.2024", DateOrders.DayFirst, "2024-03-31")]
    [InlineData("3/31/2024", DateOrders.MonthFirst, "2024-03-31")]
    [InlineData("2024/3/1", DateOrders.MonthFirst, "2024-03-01")]
    [InlineData("20240331", DateOrders.DayFirst, "2024-03-31")]
    [InlineData("29.02.2024 08:15", DateOrders.DayFirst, "2024-02-29")]
    public void A_date_is_read_in_the_order_of_its_column(string cell, string order, string expected)
    {
        Assert.True(CellReaders.TryDate(cell, order, out var date));
        Assert.Equal(expected, CellReaders.Text(date));
    }

    [Theory]
    [InlineData("31/02/2024", DateOrders.DayFirst)]
    [InlineData("31/03/2024", DateOrders.YearFirst)]
    [InlineData("13/13/2024", DateOrders.MonthFirst)]
    [InlineData("soon", DateOrders.YearFirst)]
    [InlineData("2013 (1888)", DateOrders.YearFirst)]
    [InlineData("123456789012345", DateOrders.YearFirst)]
    [InlineData("1/2", DateOrders.DayFirst)]
    [InlineData("01/02/24", DateOrders.DayFirst)]
    public void What_is_no_date_of_that_order_is_refused(string cell, string order) => Assert.False(CellReaders.TryDate(cell, order, out _));

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("ja", true)]
    [InlineData("FALSE", false)]
    [InlineData("否", false)]
    public void Yes_and_no_are_read_in_several_languages(string cell, bool expected)
    {
        Assert.Null(CellReaders.YesOrNo("Unsubscribed", cell, CellForm.Default, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("+46 8 123 45", "+46 8 123 45")]
    [InlineData("-12,5", "-12,5")]
    [InlineData("a=b", "a=b")]
    public void A_formula_is_neutralised_on_its_way_out_and_restored_on_its_way_in(string cell, string written)
    {
        Assert.Equal(written, FormulaCells.Neutralised(cell));
        Assert.Equal(cell, FormulaCells.Restored(written).ToString());
    }

    [Fact]
    public void The_import_knows_the_same_fields_as_the_forms()
    {
        Assert.Equal(AccountRules.Fields.Select(f => (f.Key, f.Label)).Order(), AccountFields.All.Where(f => f.Key != TargetKeys.Parent).Select(f => (f.Key, f.Label)).Order());
        Assert.Equal(PersonRules.Fields.Select(f => (f.Key, f.Label)).Order(), PersonFields.All.Select(f => (f.Key, f.Label)).Order());
    }

    [Fact]
    public void A_rejection_keeps_its_words_and_what_fills_them_however_long()
    {
        Refusal refusal = new NotANumber("Revenue", new string('"', 5000));
        var stored = RejectionWords.Store(refusal);

        Assert.InRange(stored.Length, 1, 1000);
        Assert.StartsWith("Revenue: “", RejectionWords.InEnglish(stored), StringComparison.Ordinal);
    }
}
