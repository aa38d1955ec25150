using BuyingGroups.Data.Journeys;

namespace BuyingGroups.Data.SqlServer;

/// <summary>Work tables are temporary tables of the session; claimed entries are locked by hints.</summary>
public sealed class SqlServerJourneys : JourneyStatements
{
    public override string Work => "#journey_work";

    public override string People => "#journey_work_people";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS #journey_work;
        DROP TABLE IF EXISTS #journey_work_people;
        CREATE TABLE #journey_work (entry_id bigint PRIMARY KEY, account_id bigint NOT NULL, lane int NOT NULL);
        CREATE TABLE #journey_work_people (person_id bigint PRIMARY KEY, entry_id bigint NOT NULL, account_id bigint NOT NULL, lane int NOT NULL);
        """,
    ];

    protected override string Leases => "journey_leases WITH (READPAST, ROWLOCK)";

    protected override string First(int rows) => FormattableString.Invariant($"OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY");

    protected override string LetterCode(string text, string place) => $"ASCII(SUBSTRING({text}, CAST({place} AS int), 1))";

    protected override string Milliseconds(string time) => $"DATEDIFF_BIG(millisecond, '1970-01-01', {time})";

    public override string Seen(int nodeKey, int partition, long id) => Invariant($"""
        MERGE journey_listenings WITH (HOLDLOCK) AS s
        USING (VALUES ({nodeKey}, {partition}, {id})) AS n (node_key, partition, seen_id) ON s.node_key = n.node_key AND s.partition = n.partition
        WHEN MATCHED THEN UPDATE SET seen_id = n.seen_id
        WHEN NOT MATCHED THEN INSERT (node_key, partition, seen_id) VALUES (n.node_key, n.partition, n.seen_id);
        """);

    protected override string AddDays(string rows) => $"""
        MERGE journey_days WITH (HOLDLOCK) AS s
        USING ({rows}) AS n (journey_id, day, partition, outcome, took, entries, milliseconds)
        ON s.journey_id = n.journey_id AND s.day = n.day AND s.partition = n.partition AND s.outcome = n.outcome AND s.took = n.took
        WHEN MATCHED THEN UPDATE SET entries = s.entries + n.entries, milliseconds = s.milliseconds + n.milliseconds
        WHEN NOT MATCHED THEN INSERT (journey_id, day, partition, outcome, took, entries, milliseconds) VALUES (n.journey_id, n.day, n.partition, n.outcome, n.took, n.entries, n.milliseconds);
        """;

    protected override string RouteVariants(string lanes, int firstLane, string slots, string before) => Invariant($"""
        WITH r AS (SELECT w.entry_id, w.lane, {SlotOf(slots, before)} AS path FROM {Work} w WHERE w.lane IN ({lanes}))
        UPDATE r SET lane = {firstLane} + path
        """);

    protected override string AddToStatistics(string rows) => $"""
        MERGE journey_node_statistics WITH (HOLDLOCK) AS s
        USING ({rows}) AS n (node_key, partition, path, passed) ON s.node_key = n.node_key AND s.partition = n.partition AND s.path = n.path
        WHEN MATCHED THEN UPDATE SET passed = s.passed + n.passed
        WHEN NOT MATCHED THEN INSERT (node_key, partition, path, passed) VALUES (n.node_key, n.partition, n.path, n.passed);
        """;
}
