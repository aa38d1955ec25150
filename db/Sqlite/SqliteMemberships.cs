using BuyingGroups.Data.Memberships;

namespace BuyingGroups.Data.Sqlite;

/// <summary>Work tables live in the memory of the connection; the gate in front of the writer is the lock.</summary>
public sealed class SqliteMemberships : MembershipStatements
{
    public override string Work => "temp.membership_work";

    public override string Touched => "temp.membership_touched";

    protected override string True => "1";

    protected override string False => "0";

    // Without it SQLite takes the table for a million rows and walks all groups and members to find the few that were touched.
    public override string? Analyze(string table) => table == Touched ? $"ANALYZE {table}" : null;

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        CREATE TEMP TABLE IF NOT EXISTS membership_work (buying_group_id INTEGER NOT NULL, person_id INTEGER NOT NULL, kind INTEGER NOT NULL, role_id INTEGER NOT NULL,
          PRIMARY KEY (buying_group_id, person_id)) WITHOUT ROWID;
        DELETE FROM temp.membership_work;
        CREATE TEMP TABLE IF NOT EXISTS membership_touched (id INTEGER PRIMARY KEY, is_new INTEGER NOT NULL);
        DELETE FROM temp.membership_touched;
        """,
    ];
}
