using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>
/// Every row of every table of a database, as sorted lines by table: without times and without the numbers that rows get as they come, so that two
/// runs that did the same give the same text. Nothing is left out by forgetting it: what does not count is named here.
/// </summary>
internal static partial class EverythingTable
{
    /// <summary>Leases, marks and batches say how the work was done, not what was done.</summary>
    private static readonly HashSet<string> Workings =
        ["journey_leases", "journey_batches", "journey_listenings", "settings", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4", "__EFMigrationsHistory"];

    public static async Task<SortedDictionary<string, List<string>>> OfAsync(TestDatabase database)
    {
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var entries = (await RowsAsync(connection, "SELECT id, account_id, journey_id, entry_number FROM journey_entries")).Rows.ToDictionary(row => row[0], row => $"{row[1]}/{row[2]}/{row[3]}");
        var activities = (await RowsAsync(connection, "SELECT id, account_id, person_id, activity_type_id FROM activities")).Rows.ToDictionary(row => row[0], row => $"{row[1]}/{row[2]}/{row[3]}");
        var everything = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var tables = database.Kind == DatabaseKind.Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        foreach (var table in (await RowsAsync(connection, tables)).Rows.Select(row => row[0]).Where(name => !Workings.Contains(name)))
        {
            // Two runs may end on two sides of midnight, or of an hour: what happened counts, not when.
            var (columns, rows) = await RowsAsync(connection, table == "journey_days"
                ? "SELECT journey_id, partition, outcome, SUM(entries) AS entries FROM journey_days GROUP BY journey_id, partition, outcome"
                : $"SELECT * FROM \"{table}\"");
            var lines = new List<string>();
            foreach (var row in rows)
            {
                var line = new StringBuilder();
                for (var i = 0; i < columns.Count; i++)
                {
                    if (Told(columns[i], row[i], entries, activities) is { } told)
                        line.Append(CultureInfo.InvariantCulture, $"{columns[i]}={told} ");
                }
                lines.Add(line.ToString());
            }
            lines.Sort(StringComparer.Ordinal);
            everything[table] = lines;
        }
        return everything;
    }

    /// <summary>What two databases differ in; empty when they tell the same.</summary>
    public static string Difference(SortedDictionary<string, List<string>> wanted, SortedDictionary<string, List<string>> found)
    {
        var text = new StringBuilder();
        foreach (var table in wanted.Keys.Union(found.Keys))
        {
            var (before, after) = (wanted.GetValueOrDefault(table) ?? [], found.GetValueOrDefault(table) ?? []);
            if (before.SequenceEqual(after))
                continue;
            var missing = before.CountBy(line => line).Select(one => (one.Key, one.Value - after.Count(line => line == one.Key))).Where(one => one.Item2 != 0);
            var more = after.Except(before).Select(line => (line, -1));
            text.AppendLine(CultureInfo.InvariantCulture, $"{table}: {before.Count} rows wanted, {after.Count} found");
            foreach (var (line, count) in missing.Concat(more).Take(6))
                text.AppendLine(CultureInfo.InvariantCulture, $"  {(count > 0 ? "lost" : "too many")}: {line}");
        }
        return text.ToString();
    }

    private static string? Told(string column, string value, Dictionary<string, string> entries, Dictionary<string, string> activities) => column switch
    {
        "id" or "at" or "batch_id" or "version" or "stage_since" => null,
        "due_at" => value.Length == 0 ? "ended" : "inside",
        "entry_id" => entries.GetValueOrDefault(value, "nowhere"),
        "activity_id" => activities.GetValueOrDefault(value, "nowhere"),
        "source_key" => MomentKey().Replace(value, key => $"journey:{key.Groups["node"].Value}:{entries.GetValueOrDefault(key.Groups["entry"].Value, "nowhere")}:"),
        _ when column.EndsWith("_at", StringComparison.Ordinal) => null,
        _ => value,
    };

    private static async Task<(IReadOnlyList<string> Columns, List<string[]> Rows)> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, columns.Length).Select(i => Text(reader.GetValue(i)))]);
        return (columns, rows);
    }

    private static string Text(object value) => value is bool yes ? (yes ? "1" : "0") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"journey:(?<node>\d+):(?<entry>\d+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MomentKey();
}
