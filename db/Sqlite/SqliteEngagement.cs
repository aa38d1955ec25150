using BuyingGroups.Data.Engagement;

namespace BuyingGroups.Data.Sqlite;

/// <summary>Small ranges: a user at SQLite waits for the one writer.</summary>
public sealed class SqliteEngagement : EngagementStatements
{
    public override string Days => "temp.engagement_days";

    public override int Range => 10_000;

    /// <summary>A third of a second; with ten thousand, the pages of the index written again and again cost more than the scores.</summary>
    public override int ScoreRange => 30_000;

    public override int Fold => 20_000;

    protected override string True => "1";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        CREATE TEMP TABLE IF NOT EXISTS engagement_days (day INTEGER PRIMARY KEY, from_at TEXT NOT NULL, to_at TEXT NOT NULL);
        DELETE FROM temp.engagement_days;
        """,
    ];
}
