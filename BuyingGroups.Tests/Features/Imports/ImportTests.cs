using BuyingGroups.Data.Imports;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Events;
using BuyingGroups.Portal.Features.Imports;
using BuyingGroups.Portal.Features.Imports.Mapping;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Imports;

public sealed class ImportTests
{
    private const string Accounts = """
        Account Id,Account Name,Parent,Sector,Employees,Revenue,City
        A-1,Hexa Freight,,Logistics,1450,"12,500.50",Malmö
        A-2,Ostmark Mobil,A-1,Automotive,820,8.1,Berlin
        A-3,通富物流,A-9,Logistics,,,台北
        """;

    [OnEveryDatabase]
    public async Task Accounts_land_with_their_values_and_their_parent(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);

        var done = await house.ImportAsync(ImportKind.Accounts, Accounts);

        Assert.Equal((ImportStatus.Finished, 3L, 3L, 0L), (done.Status, done.RowsRead, done.Created, done.Rejected));
        var accounts = await house.AccountsAsync();
        Assert.Equal(("Hexa Freight", 1450, 12500.5m, "Malmö"), (accounts[0].Name, accounts[0].NumberOfEmployees, accounts[0].AnnualRevenue, accounts[0].BillingCity));
        Assert.Equal(accounts[0].Id, accounts[1].ParentAccountId);
        Assert.Equal((null, "A-9"), (accounts[2].ParentAccountId, accounts[2].ParentSourceKey));
        Assert.Equal("hexa freight", accounts[0].NormalizedName);
    }

    [OnEveryDatabase]
    public async Task The_same_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.ImportAsync(ImportKind.Accounts, Accounts);
        var before = await house.AccountsAsync();

        var done = await house.ImportAsync(ImportKind.Accounts, Accounts);

        Assert.Equal((0L, 0L, 3L), (done.Created, done.Updated, done.Unchanged));
        Assert.Equal(before.Select(a => (a.Id, a.Version, a.UpdatedAt)), (await house.AccountsAsync()).Select(a => (a.Id, a.Version, a.UpdatedAt)));
        await using var context = house.Portal.Open();
        Assert.Equal(0, await context.RecordChanges.CountAsync());
        Assert.Equal(0, await context.ChangeEvents.CountAsync());
    }

    [OnEveryDatabase]
    public async Task A_changed_row_updates_its_fields_with_history_and_leaves_the_rest(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.ImportAsync(ImportKind.Accounts, Accounts);

        var done = await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name,Employees,City\nA-1,Hexa Freight AB,1500,\nA-2,Ostmark Mobil,820,Berlin\n");

        Assert.Equal((1L, 1L), (done.Updated, done.Unchanged));
        var account = (await house.AccountsAsync())[0];
        Assert.Equal(("Hexa Freight AB", 1500, "Malmö", "Logistics", 2), (account.Name, account.NumberOfEmployees, account.BillingCity, account.Industry, account.Version));
        await using var context = house.Portal.Open();
        var changes = await context.RecordChanges.OrderBy(c => c.Field).ToListAsync();
        Assert.Equal(
            [("name", "Hexa Freight", "Hexa Freight AB"), ("numberOfEmployees", "1450", "1500")], changes.Select(c => (c.Field, c.Before!, c.After!)));
        Assert.All(changes, c => Assert.Equal(account.Id, c.SubjectId));
        var events = await context.ChangeEvents.OrderBy(e => e.Field).ToListAsync();
        Assert.Equal(changes.Select(c => (c.Field, c.Before, c.After, c.At, c.ActorId)), events.Select(e => (e.Field!, e.Previous, e.Current, e.At, e.ActorId)));
        Assert.All(events, e => Assert.Equal((ChangeEventKind.AccountData, account.Id, null), (e.Kind, e.AccountId, e.PersonId)));
    }

    [OnEveryDatabase]
    public async Task Empty_cells_clear_and_existing_rows_are_skipped_when_the_user_wants_so(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.ImportAsync(ImportKind.Accounts, Accounts);

        await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name,City\nA-1,Hexa Freight,\n", m => m with { EmptyCellsClear = true });
        var skipped = await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name\nA-1,Other name\nA-4,New one\n", m => m with { SkipExisting = true });

        var accounts = await house.AccountsAsync();
        Assert.Null(accounts[0].BillingCity);
        Assert.Null(accounts[0].NormalizedBillingCity);
        Assert.Equal("Hexa Freight", accounts[0].Name);
        Assert.Equal((1L, 0L, 1L), (skipped.Created, skipped.Updated, skipped.Unchanged));
    }

    [OnEveryDatabase]
    public async Task A_parent_that_arrives_later_is_found_and_a_circle_is_named(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.ImportAsync(ImportKind.Accounts, Accounts);
        await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name\nA-9,The parent\n");
        Assert.NotNull((await house.AccountsAsync())[2].ParentAccountId);

        var circle = await house.ImportAsync(ImportKind.Accounts, "Account Id,Account Name,Parent\nB-1,One,B-3\nB-2,Two,B-1\nB-3,Three,B-2\nB-4,Self,B-4\n");

        Assert.Equal([(4L, nameof(ParentCircle)), (5L, nameof(OwnParent))], await house.RejectionsAsync(circle.Id));
        var accounts = await house.AccountsAsync();
        Assert.Equal(2, accounts.Count(a => a.SourceKey.StartsWith("B-", StringComparison.Ordinal) && a.ParentAccountId is not null));
        Assert.DoesNotContain(accounts, a => a.SourceKey == "B-4");
    }

    [OnEveryDatabase]
    public async Task People_find_their_account_and_keep_roles_and_custom_values(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.Portal.Database.AddAsync(
            new CustomField { Target = CustomFieldTarget.Person, Kind = CustomFieldKind.Choice, Name = "Tier", Choices = ["Gold", "Silver"] },
            new CustomField { Target = CustomFieldTarget.Person, Kind = CustomFieldKind.Date, Name = "Member since" });
        await house.ImportAsync(ImportKind.Accounts, Accounts);
        const string people = "Contact Id,Account Id,Email,Name,Position,Role in account,Tier,Member since,Email opt out\nP-1,A-1,maria@hexa.example,Maria Anders,VP Marketing,employee; owner,gold,2024-02-29,yes\n";

        var done = await house.ImportAsync(ImportKind.People, people);
        var again = await house.ImportAsync(ImportKind.People, people);
        var changed = await house.ImportAsync(ImportKind.People, people.Replace("employee; owner", "contractor; owner", StringComparison.Ordinal).Replace("gold", "Silver", StringComparison.Ordinal).Replace("A-1,", "A-2,", StringComparison.Ordinal));

        Assert.Equal((1L, 1L, 1L), (done.Created, again.Unchanged, changed.Updated));
        var person = Assert.Single(await house.PeopleAsync());
        Assert.Equal(("Maria", "Anders", "VP Marketing", true, "Ostmark Mobil"), (person.FirstName, person.LastName, person.JobTitle, person.Unsubscribed, person.Account!.Name));
        Assert.Equal(["contractor", "owner"], person.RolesInAccount.Select(r => r.Name).Order());
        Assert.Contains(person.FieldValues, v => v.Text == "Silver");
        Assert.Contains(person.FieldValues, v => v.Date == new DateOnly(2024, 2, 29));
        await using var context = house.Portal.Open();
        Assert.Equal(3, await context.RecordChanges.CountAsync());
        Assert.Equal(
            [(ChangeEventKind.PersonData, person.AccountId, person.Id, 3)],
            (await context.ChangeEvents.ToListAsync()).GroupBy(e => (e.Kind, e.AccountId, e.PersonId)).Select(e => (e.Key.Kind, e.Key.AccountId, e.Key.PersonId!.Value, e.Count())));
    }

    [OnEveryDatabase]
    public async Task Each_reason_has_its_name_and_good_rows_land(DatabaseKind kind)
    {
        await using var house = await ImportHouse.OpenAsync(kind);
        await house.Portal.Database.AddAsync(new CustomField { Target = CustomFieldTarget.Person, Kind = CustomFieldKind.Choice, Name = "Tier", Choices = ["Gold"] });
        await house.ImportAsync(ImportKind.Accounts, Accounts);

        var done = await house.ImportAsync(ImportKind.People, $"""
            Contact Id,Account Id,Email,First name,Date of birth,Tier,Email opt out
            P-1,A-1,a@b.example,Anna,1980-01-02,Gold,no
            ,A-1,a@b.example,Anna,,,
            P-3,A-1,,Anna,,,
            P-4,A-1,nobody,Anna,,,
            P-5,,a@b.example,Anna,,,
            P-6,A-404,a@b.example,Anna,,,
            P-7,A-1,a@b.example,{new string('x', 256)},,,
            P-8,A-1,a@b.example,Anna,1980-02-31,,
            P-9,A-1,a@b.example,Anna,,Bronze,
            P-10,A-1,a@b.example,Anna,,,perhaps
            P-1,A-1,other@b.example,Anna,,,
            P-12,A-1,a@b.example
            P-13,A-1,a@b.example,Anna,,,,too many
            P-14,A-2,z@b.example,Zoë,,,,
            """);

        Assert.Equal(
            [
                (3, nameof(MissingSourceKey)), (4, nameof(MissingEmail)), (5, nameof(MalformedEmail)), (6, nameof(MissingAccount)), (7, nameof(UnknownAccount)), (8, nameof(TextTooLong)),
                (9, nameof(NotADate)), (10, nameof(NotAChoice)), (11, nameof(NotYesOrNo)), (12, nameof(DuplicateInFile)), (13, nameof(RaggedRow)), (14, nameof(RaggedRow)),
            ],
            await house.RejectionsAsync(done.Id));
        Assert.Equal((14L, 2L, 12L), (done.RowsRead, done.Created, done.Rejected));
        Assert.Equal(["P-1", "P-14"], (await house.PeopleAsync()).Select(p => p.SourceKey));
        Assert.Equal("a@b.example", (await house.PeopleAsync())[0].Email);
    }

    [Fact]
    public async Task Without_a_key_column_the_address_of_a_person_is_the_key()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(ImportKind.Accounts, Accounts);

        await house.ImportAsync(ImportKind.People, "Account Id,Email,First name\nA-1,Anna@b.example,Anna\n");
        var again = await house.ImportAsync(ImportKind.People, "Account Id,Email,First name\nA-1,Anna@b.example,Ann\n");

        Assert.Equal(1, again.Updated);
        Assert.Equal(("anna@b.example", "Ann"), ((await house.PeopleAsync())[0].SourceKey, (await house.PeopleAsync())[0].FirstName));
    }

    [Fact]
    public async Task A_fixed_value_goes_into_every_row_and_a_cell_wins_over_it()
    {
        await using var house = await ImportHouse.OpenAsync();

        await house.ImportAsync(
            ImportKind.Accounts, "Account Id,Account Name,Country\nA,One,SE\nB,Two,\n",
            m => m with { FixedValues = [new FixedValue("billingCountry", "DE"), new FixedValue("sourceType", "CRM")] });

        Assert.Equal([("SE", "CRM"), ("DE", "CRM")], (await house.AccountsAsync()).Select(a => (a.BillingCountry!, a.SourceType!)));
    }

    [Fact]
    public async Task The_preview_says_what_the_import_then_does_and_writes_nothing()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(ImportKind.Accounts, Accounts);
        var id = await house.UploadAsync(ImportKind.Accounts, "Account Id,Account Name,Employees\nA-1,Hexa Freight,9\nA-2,Ostmark Mobil,820\nA-5,New,\nA-6,,\nA-5,Twice,\n");

        var preview = (await house.Portal.AskAsync(new PreviewImport(id))).Demand();

        Assert.True(preview.WholeFile);
        Assert.Equal((5L, 1L, 1L, 1L, 2L), (preview.RowsChecked, preview.New, preview.Updated, preview.Unchanged, preview.Rejected));
        Assert.Equal(
            [PreviewResult.Updated, PreviewResult.Unchanged, PreviewResult.New, PreviewResult.Rejected, PreviewResult.Rejected], preview.FirstRows.Select(r => r.Result));
        Assert.Equal(3, (await house.AccountsAsync()).Count);

        var done = await house.RunAsync(id);
        Assert.Equal((preview.New, preview.Updated, preview.Unchanged, preview.Rejected), (done.Created, done.Updated, done.Unchanged, done.Rejected));
        Assert.Equal(preview.Reasons.OrderBy(r => r.Reason), done.Reasons.OrderBy(r => r.Reason));
    }

    [Fact]
    public async Task A_saved_mapping_is_found_by_the_columns_of_the_next_file()
    {
        await using var house = await ImportHouse.OpenAsync();
        var id = await house.UploadAsync(ImportKind.Accounts, "Nr,Wer\n1,Hexa\n");
        var mapping = new MappingChoice([new ColumnMapping("Nr", TargetKeys.SourceKey), new ColumnMapping("Wer", TargetKeys.Name)], []);
        (await house.Portal.SendAsync(new SaveMapping(ImportKind.Accounts, "Own", mapping))).Demand();

        var next = await house.ImportAsync(ImportKind.Accounts, "Wer,Nr\nOstmark,2\n");

        Assert.Equal("Own", next.Settings.MappingName);
        Assert.Equal(("2", "Ostmark"), ((await house.AccountsAsync())[0].SourceKey, (await house.AccountsAsync())[0].Name));
        var refused = await house.Portal.SendAsync(new StartImport(id));
        Assert.Equal(nameof(NameNotMapped), refused.Refusal?.Name);
    }
}
