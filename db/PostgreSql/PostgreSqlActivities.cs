using BuyingGroups.Data.Activities;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>The ids come back from the insert itself: other transactions take numbers of the same sequence meanwhile.</summary>
public sealed class PostgreSqlActivities : ActivityStatements
{
    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS pg_temp.activity_new;
        CREATE TEMP TABLE activity_new (id bigint PRIMARY KEY) ON COMMIT DROP;
        """,
    ];

    public override string Insert(string columns, string select) => $"""
        WITH made AS (INSERT INTO activities ({columns}) {select} RETURNING id)
        INSERT INTO activity_new (id) SELECT id FROM made
        """;
}
