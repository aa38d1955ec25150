using BuyingGroups.Data.Stages;

namespace BuyingGroups.Data.SqlServer;

/// <summary>Work tables are temporary tables of the session; update locks on the groups order the writers.</summary>
public sealed class SqlServerGroupChanges : GroupChangeStatements
{
    public override string StageWork => "#stage_work";

    public override string StatusWork => "#status_work";

    // Typed, because CASE over plain numbers is an int, which does not go into a bit unasked in every place.
    protected override string True => "CAST(1 AS bit)";

    protected override string False => "CAST(0 AS bit)";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS #stage_work, #status_work;
        CREATE TABLE #stage_work (buying_group_id bigint PRIMARY KEY, to_stage_id int NOT NULL);
        CREATE TABLE #status_work (buying_group_id bigint PRIMARY KEY, status nvarchar(50) COLLATE DATABASE_DEFAULT NULL, normalized_status nvarchar(50) COLLATE DATABASE_DEFAULT NULL);
        """,
    ];

    public override string LockGroups(string work) => $"""
        DECLARE @locked int;
        SELECT @locked = COUNT(*) FROM buying_groups g WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE g.id IN (SELECT w.buying_group_id FROM {work} w);
        """;
}
