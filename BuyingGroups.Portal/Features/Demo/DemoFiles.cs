using System.Globalization;
using System.Text;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>Writes the demo as the two files that a CRM would export. The headers are a CRM's, not the portal's: the import has to map them.</summary>
public static class DemoFiles
{
    public const string AccountsFile = "accounts.csv";
    public const string PeopleFile = "people.csv";

    static readonly string[] AccountHeaders =
    [
        "Account ID", "Account Name", "Parent Account ID", "Industry", "SIC Code", "Annual Revenue", "Employees", "Website", "Phone", "Billing Street", "Billing City",
        "Billing State/Province", "Billing Region", "Billing Zip/Postal Code", "Billing Country", "Account Source", "Fleet size", "Customer tier",
    ];

    static readonly string[] PersonHeaders =
    [
        "Contact ID", "Account ID", "Salutation", "First Name", "Middle Name", "Last Name", "Title", "Email", "Phone", "Mobile", "Mailing City", "Mailing State/Province",
        "Mailing Zip/Postal Code", "Mailing Country", "Birthdate", "Lead Status", "Email Opt Out", "Opt Out Reason", "Role at Account", "Preferred language",
    ];

    /// <summary>How many rows of the accounts file an import must reject when the size asks for faults.</summary>
    public const int FaultyAccounts = 3;

    /// <summary>Writes both files into <paramref name="directory"/>, replacing those that are there.</summary>
    public static void Write(DemoSize size, string directory)
    {
        using (var accounts = Open(Path.Combine(directory, AccountsFile)))
            WriteAccounts(accounts, DemoAccounts.Generate(size), size.Faults);
        using var people = Open(Path.Combine(directory, PeopleFile));
        WritePeople(people, DemoPeople.Generate(size));
    }

    static StreamWriter Open(string path) => new(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\r\n" };

    public static void WriteAccounts(TextWriter writer, IEnumerable<DemoAccount> accounts, bool faults = false)
    {
        var line = new CsvLine(writer);
        line.Write(AccountHeaders);
        var number = 0;
        foreach (var account in accounts)
        {
            Write(line, account);
            number++;
            // The unnamed rows stand among the good ones, under keys of their own.
            if (faults && number % 150 == 7 && number < 150 * FaultyAccounts)
                Write(line, account with { SourceKey = $"X-{number}", ParentSourceKey = null, Name = "" });
        }
    }

    static void Write(CsvLine line, DemoAccount account) => line.Write(
        account.SourceKey, account.Name, account.ParentSourceKey, account.Industry, account.SicCode, Text(account.AnnualRevenue), Text(account.NumberOfEmployees), account.Website,
        account.Phone, account.Street, account.City, account.State, account.Region, account.PostalCode, account.Country, account.SourceType, Text(account.FleetSize), account.CustomerTier);

    public static void WritePeople(TextWriter writer, IEnumerable<DemoPerson> people)
    {
        var line = new CsvLine(writer);
        line.Write(PersonHeaders);
        foreach (var person in people)
        {
            line.Write(
                person.SourceKey, person.AccountSourceKey, person.Salutation, person.FirstName, person.MiddleName, person.LastName, person.JobTitle, person.Email, person.Phone,
                person.MobilePhone, person.City, person.State, person.PostalCode, person.Country, person.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                person.LeadStatus, person.Unsubscribed ? "true" : "false", person.UnsubscribedReason, person.RoleInAccount, person.PreferredLanguage);
        }
    }

    static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
