using BuyingGroups.Data.Memberships;

namespace BuyingGroups.Data.SqlServer;

/// <summary>Work tables are temporary tables of the session; update locks on the groups order the writers.</summary>
public sealed class SqlServerMemberships : MembershipStatements
{
    public override string Work => "#membership_work";

    public override string Touched => "#membership_touched";

    // Typed, because CASE over plain numbers is an int, which does not go into a bit unasked in every place.
    protected override string True => "CAST(1 AS bit)";

    protected override string False => "CAST(0 AS bit)";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS #membership_work, #membership_touched;
        CREATE TABLE #membership_work (buying_group_id bigint NOT NULL, person_id bigint NOT NULL, kind int NOT NULL, role_id int NOT NULL,
          PRIMARY KEY (buying_group_id, person_id));
        CREATE TABLE #membership_touched (id bigint PRIMARY KEY, is_new integer NOT NULL);
        """,
    ];

    public override string LockGroups() => $"""
        DECLARE @locked int;
        SELECT @locked = COUNT(*) FROM buying_groups g WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE g.id IN (SELECT w.buying_group_id FROM {Work} w);
        """;

    public override string Members(int source, int actorId) => $$"""
        MERGE INTO members WITH (HOLDLOCK) AS target
        USING ({{Applied(source, actorId)}}) AS excluded
        ON target.buying_group_id = excluded.buying_group_id AND target.person_id = excluded.person_id
        WHEN MATCHED THEN UPDATE SET role_id = excluded.role_id, source = excluded.source, is_active = excluded.is_active, changed_at = excluded.changed_at, actor_id = excluded.actor_id
        WHEN NOT MATCHED THEN INSERT (buying_group_id, person_id, role_id, source, is_active, changed_at, actor_id)
          VALUES (excluded.buying_group_id, excluded.person_id, excluded.role_id, excluded.source, excluded.is_active, excluded.changed_at, excluded.actor_id);
        """;

    public override string RoleFills() => $"""
        MERGE INTO role_fills WITH (HOLDLOCK) AS target
        USING ({Fills}) AS excluded
        ON target.buying_group_id = excluded.buying_group_id AND target.role_id = excluded.role_id
        WHEN MATCHED THEN UPDATE SET assigned = excluded.assigned
        WHEN NOT MATCHED THEN INSERT (buying_group_id, role_id, assigned) VALUES (excluded.buying_group_id, excluded.role_id, excluded.assigned);
        """;
}
