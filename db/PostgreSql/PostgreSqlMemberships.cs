using BuyingGroups.Data.Memberships;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>Work tables are temporary and go with the transaction; the rows of the groups are the lock.</summary>
public sealed class PostgreSqlMemberships : MembershipStatements
{
    protected override string True => "true";

    protected override string False => "false";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS pg_temp.membership_work, pg_temp.membership_touched;
        CREATE TEMP TABLE membership_work (buying_group_id bigint NOT NULL, person_id bigint NOT NULL, kind integer NOT NULL, role_id integer NOT NULL,
          PRIMARY KEY (buying_group_id, person_id)) ON COMMIT DROP;
        CREATE TEMP TABLE membership_touched (id bigint PRIMARY KEY, is_new integer NOT NULL) ON COMMIT DROP;
        """,
    ];

    public override string Analyze(string table) => $"ANALYZE {table}";

    // In the order of ids, so that two writers cannot wait for each other.
    public override string LockGroups() => $"""
        SELECT COUNT(*) FROM (SELECT g.id FROM buying_groups g WHERE g.id IN (SELECT w.buying_group_id FROM {Work} w) ORDER BY g.id FOR NO KEY UPDATE) AS locked
        """;
}
