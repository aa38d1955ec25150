using BuyingGroups.Data.Stages;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>Work tables are temporary and go with the transaction; the rows of the groups are the lock.</summary>
public sealed class PostgreSqlGroupChanges : GroupChangeStatements
{
    protected override string True => "true";

    protected override string False => "false";

    public override string Analyze(string table) => $"ANALYZE {table}";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS pg_temp.stage_work, pg_temp.status_work;
        CREATE TEMP TABLE stage_work (buying_group_id bigint PRIMARY KEY, to_stage_id integer NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE status_work (buying_group_id bigint PRIMARY KEY, status varchar(50) NULL, normalized_status varchar(50) NULL) ON COMMIT DROP;
        """,
    ];

    // In the order of ids, so that two writers cannot wait for each other.
    public override string LockGroups(string work) => $"""
        SELECT COUNT(*) FROM (SELECT g.id FROM buying_groups g WHERE g.id IN (SELECT w.buying_group_id FROM {work} w) ORDER BY g.id FOR NO KEY UPDATE) AS locked
        """;
}
