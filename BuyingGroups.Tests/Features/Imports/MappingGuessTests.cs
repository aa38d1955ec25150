using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Imports.Mapping;

namespace BuyingGroups.Tests.Features.Imports;

public sealed class MappingGuessTests
{
    [Theory]
    [InlineData("Symbol", TargetKeys.SourceKey)]
    [InlineData("Security", TargetKeys.Name)]
    [InlineData("GICS Sector", "industry")]
    [InlineData("GICS Sub-Industry", null)]
    [InlineData("CIK", null)]
    [InlineData("Account ID", TargetKeys.SourceKey)]
    [InlineData("Företagsnamn", TargetKeys.Name)]
    [InlineData("Antal anställda", "numberOfEmployees")]
    [InlineData("Umsatz", "annualRevenue")]
    [InlineData("Code postal", "billingPostalCode")]
    [InlineData("País", "billingCountry")]
    [InlineData("公司名稱", TargetKeys.Name)]
    [InlineData("billing_city", "billingCity")]
    public void Account_columns_are_known_by_the_names_that_exports_use(string column, string? target) =>
        Assert.Equal(target, Guess(ImportKind.Accounts, Seen(column, "x"))[0].Target);

    [Theory]
    [InlineData("E-Mail-Adresse", TargetKeys.Email)]
    [InlineData("Vorname", "firstName")]
    [InlineData("Efternamn", "lastName")]
    [InlineData("Intitulé du poste", "jobTitle")]
    [InlineData("Contact Name", TargetKeys.FullName)]
    [InlineData("Company Ticker", TargetKeys.Account)]
    [InlineData("Account ID", TargetKeys.Account)]
    [InlineData("Email Opt Out", "unsubscribed")]
    [InlineData("職稱", "jobTitle")]
    public void Person_columns_are_known_by_the_names_that_exports_use(string column, string? target) =>
        Assert.Equal(target, Guess(ImportKind.People, Seen(column, "x"))[0].Target);

    [Fact]
    public void A_place_is_split_only_when_its_values_have_commas()
    {
        Assert.Equal(TargetKeys.CityAndState, Guess(ImportKind.Accounts, Seen("Headquarters Location", "Saint Paul, Minnesota", "Dublin", "Austin, Texas"))[0].Target);
        Assert.Equal("billingCity", Guess(ImportKind.Accounts, Seen("Headquarters Location", "Lund", "Malmö"))[0].Target);
    }

    [Fact]
    public void Of_two_columns_that_mean_one_field_the_surer_name_wins()
    {
        var mapping = Guess(ImportKind.Accounts, Seen("Company", "x"), Seen("Account Name", "y"));

        Assert.Equal([null, TargetKeys.Name], mapping.Select(c => c.Target));
    }

    [Fact]
    public void A_full_name_beside_first_and_last_name_is_not_imported()
    {
        var mapping = Guess(ImportKind.People, Seen("Name", "Maria Anders"), Seen("First name", "Maria"), Seen("Last name", "Anders"));

        Assert.Equal([null, "firstName", "lastName"], mapping.Select(c => c.Target));
    }

    [Fact]
    public void A_custom_field_of_the_same_name_gets_the_column()
    {
        CustomField founded = new() { Id = 7, Target = CustomFieldTarget.Account, Kind = CustomFieldKind.Text, Name = "GICS Sub-Industry" };
        var mapping = MappingGuess.Of(ImportKind.Accounts, [Seen("GICS Sub-Industry", "x")], [founded], ',');

        Assert.Equal("custom:7", mapping.Columns[0].Target);
    }

    [Theory]
    [InlineData(';', true, "12,5", "8,1")]
    [InlineData(',', false, "12.5", "8.1")]
    [InlineData(',', false, "1,450", "820")]
    [InlineData(';', true, "1.234,56")]
    [InlineData(',', true, "1.234.567")]
    public void The_decimal_comma_is_told_from_the_values(char delimiter, bool comma, params string[] samples) =>
        Assert.Equal(comma, MappingGuess.FormOf(new ColumnSeen("Turnover", samples, samples.Length), new ImportTarget("annualRevenue", "Annual revenue", FieldForm.Number), delimiter).DecimalComma);

    [Theory]
    [InlineData(DateOrders.YearFirst, false, "2024-03-31")]
    [InlineData(DateOrders.DayFirst, true, "03/04/2024", "05/11/2023")]
    [InlineData(DateOrders.DayFirst, false, "03/04/2024", "25/11/2023")]
    [InlineData(DateOrders.MonthFirst, false, "03/04/2024", "11/25/2023")]
    public void The_order_of_a_date_is_told_from_the_values_or_called_ambiguous(string order, bool ambiguous, params string[] samples)
    {
        var seen = new ColumnSeen("Date of birth", samples, samples.Length);

        Assert.Equal(order, Guess(ImportKind.People, seen)[0].DateOrder);
        Assert.Equal(ambiguous, MappingGuess.IsAmbiguous(seen));
    }

    [Fact]
    public void Duplicate_and_missing_headers_become_names_of_their_own() =>
        Assert.Equal(["Phone", "Phone (2)", "Column 3", "phone (3)"], ColumnNames.Of(["Phone", "Phone ", "", "phone"], hasHeader: true));

    [Fact]
    public void A_saved_mapping_fits_a_file_with_the_same_columns_in_any_order()
    {
        var saved = new MappingChoice([new ColumnMapping("acct_id", TargetKeys.SourceKey), new ColumnMapping("Company", TargetKeys.Name)], [], EmptyCellsClear: true);
        var mapping = MappingGuess.FromSaved(saved, [Seen("Company", "x"), Seen("ACCT_ID", "1"), Seen("New column", "?")], [TargetKeys.SourceKey, TargetKeys.Name]);

        Assert.Equal([TargetKeys.Name, TargetKeys.SourceKey, null], mapping!.Columns.Select(c => c.Target));
        Assert.True(mapping.EmptyCellsClear);
        Assert.Equal(MappingGuess.Signature(["Company", "acct_id"]), MappingGuess.Signature(["ACCT_ID", "company"]));
    }

    [Fact]
    public void A_mapping_without_what_a_record_needs_is_a_named_problem()
    {
        var targets = ImportTargets.Of(ImportKind.People, []);

        Assert.Equal(
            [nameof(EmailNotMapped), nameof(AccountNotMapped)], MappingProblems.Of(ImportKind.People, MappingChoice.Empty, targets).Select(p => p.Name));
        var twice = new MappingChoice([new ColumnMapping("a", TargetKeys.FullName), new ColumnMapping("b", "lastName")], []);
        Assert.Contains(MappingProblems.Of(ImportKind.People, twice, targets), p => p is MappedTwice { Field: "Last name" });
    }

    private static ColumnSeen Seen(string name, params string[] samples) => new(name, samples, samples.Length);

    private static IReadOnlyList<ColumnMapping> Guess(ImportKind kind, params ColumnSeen[] columns) => MappingGuess.Of(kind, columns, [], ',').Columns;
}
