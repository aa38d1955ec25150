using BuyingGroups.Data.Activities;

namespace BuyingGroups.Data.Sqlite;

/// <summary>One writer: what lies above the highest id before was made just now.</summary>
public sealed class SqliteActivities : ActivityStatements
{
    public override string New => "(SELECT a.id FROM activities a WHERE a.id > (SELECT b.id FROM temp.activity_before b))";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        CREATE TEMP TABLE IF NOT EXISTS activity_before (id INTEGER PRIMARY KEY);
        DELETE FROM temp.activity_before;
        INSERT INTO temp.activity_before SELECT COALESCE(MAX(id), 0) FROM activities;
        """,
    ];

    public override string Insert(string columns, string select) => $"INSERT INTO activities ({columns}) {select}";
}
