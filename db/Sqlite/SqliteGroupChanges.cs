using BuyingGroups.Data.Stages;

namespace BuyingGroups.Data.Sqlite;

/// <summary>Work tables live in the memory of the connection; the gate in front of the writer is the lock.</summary>
public sealed class SqliteGroupChanges : GroupChangeStatements
{
    public override string StageWork => "temp.stage_work";

    public override string StatusWork => "temp.status_work";

    protected override string True => "1";

    protected override string False => "0";

    public override string Analyze(string table) => $"ANALYZE {table}";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        CREATE TEMP TABLE IF NOT EXISTS stage_work (buying_group_id INTEGER PRIMARY KEY, to_stage_id INTEGER NOT NULL);
        DELETE FROM temp.stage_work;
        CREATE TEMP TABLE IF NOT EXISTS status_work (buying_group_id INTEGER PRIMARY KEY, status TEXT NULL, normalized_status TEXT NULL);
        DELETE FROM temp.status_work;
        """,
    ];
}
