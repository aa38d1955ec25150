using BuyingGroups.Data.Engagement;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>Readers and writers do not wait for each other here, so ranges are larger.</summary>
public sealed class PostgreSqlEngagement : EngagementStatements
{
    public override int Range => 50_000;

    public override int Fold => 100_000;

    protected override string True => "true";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS pg_temp.engagement_days;
        CREATE TEMP TABLE engagement_days (day integer PRIMARY KEY, from_at timestamp with time zone NOT NULL, to_at timestamp with time zone NOT NULL) ON COMMIT DROP;
        """,
    ];

    public override string Analyze(string table) => $"ANALYZE {table}";
}
