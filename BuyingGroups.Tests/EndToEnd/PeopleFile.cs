using System.Globalization;
using System.Text;

namespace BuyingGroups.Tests.EndToEnd;

/// <summary>
/// Writes a CSV of people for the companies of a file of accounts, as another system would export it: one name column, its own column names.
/// The same companies always get the same people. Every fourth company has nobody who decides, and every eighth no vice president either, so that something is missing.
/// </summary>
public static class PeopleFile
{
    /// <summary>One row per person: title, and how many companies there are to one that lacks it (0 = none does).</summary>
    private static readonly (string Title, int LackedByOneIn)[] Titles =
    [
        ("Chief Information Officer", 4),
        ("VP Operations", 8),
        ("Director of Engineering", 0),
        ("Senior Analyst", 0),
        ("Software Developer", 0),
        ("Purchasing Manager", 0),
    ];

    private static readonly string[] FirstNames = ["Maria", "José", "Åsa", "Chloé", "Wei", "Amara", "Jürgen", "Fatima", "Liam", "Nadia", "Søren", "Priya"];
    private static readonly string[] LastNames = ["Anders", "García", "Öberg", "Lefèvre", "Chen", "Okafor", "Müller", "Haddad", "O’Brien", "Petrova", "Sørensen", "Iyer", "Novák"];

    /// <summary>Writes <paramref name="path"/> for the accounts with <paramref name="sourceKeys"/>.</summary>
    /// <returns>How many people it holds.</returns>
    public static int Write(string path, IReadOnlyList<string> sourceKeys)
    {
        var text = new StringBuilder("Contact Id,Email Address,Contact Name,Position,Company Ticker\n");
        var number = 0;
        for (var company = 0; company < sourceKeys.Count; company++)
        {
            foreach (var (title, lackedByOneIn) in Titles)
            {
                if (lackedByOneIn > 0 && company % lackedByOneIn == lackedByOneIn - 1)
                {
                    continue;
                }

                number++;
                var first = FirstNames[number % FirstNames.Length];
                var last = LastNames[number % LastNames.Length];
                text.Append(CultureInfo.InvariantCulture, $"C-{number:00000},person{number:00000}@{Host(sourceKeys[company])}.example,{first} {last},{title},{sourceKeys[company]}\n");
            }
        }

        File.WriteAllText(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return number;
    }

    /// <summary>The values of the first column of a CSV file, whose fields there hold no commas.</summary>
    public static IReadOnlyList<string> FirstColumn(string csv) => [.. File.ReadLines(csv).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0])];

    private static string Host(string sourceKey) => new([.. sourceKey.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
