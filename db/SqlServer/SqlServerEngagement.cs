using BuyingGroups.Data.Engagement;

namespace BuyingGroups.Data.SqlServer;

/// <summary>MERGE stands for ON CONFLICT.</summary>
public sealed class SqlServerEngagement : EngagementStatements
{
    public override string Days => "#engagement_days";

    public override int Range => 50_000;

    public override int Fold => 100_000;

    protected override string True => "CAST(1 AS bit)";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS #engagement_days;
        CREATE TABLE #engagement_days (day int PRIMARY KEY, from_at datetime2 NOT NULL, to_at datetime2 NOT NULL);
        """,
    ];

    protected override string Upsert(string table, string[] key, string[] values, string select) => $"""
        MERGE INTO {table} WITH (HOLDLOCK) AS target
        USING ({select}) AS excluded
        ON {string.Join(" AND ", key.Select(column => $"target.{column} = excluded.{column}"))}
        WHEN MATCHED THEN UPDATE SET {string.Join(", ", values.Select(value => $"{value} = excluded.{value}"))}
        WHEN NOT MATCHED THEN INSERT ({string.Join(", ", [.. key, .. values])}) VALUES ({string.Join(", ", key.Concat(values).Select(column => $"excluded.{column}"))});
        """;
}
