using BuyingGroups.Data.Journeys;

namespace BuyingGroups.Data.PostgreSql;

/// <summary>Work tables are temporary and go with the transaction; claimed entries are locked, those another transaction holds are left for later.</summary>
public sealed class PostgreSqlJourneys : JourneyStatements
{
    public override bool WorkOutlivesTransaction => false;

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS pg_temp.journey_work, pg_temp.journey_work_people;
        CREATE TEMP TABLE journey_work (entry_id bigint PRIMARY KEY, account_id bigint NOT NULL, lane integer NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE journey_work_people (person_id bigint PRIMARY KEY, entry_id bigint NOT NULL, account_id bigint NOT NULL, lane integer NOT NULL) ON COMMIT DROP;
        """,
    ];

    // A worker that stands still inside a transaction must not keep its partition from the others: the server ends its session. What it moves lies
    // together and in memory: at the usual price of a page the planner would rather read a million entries than look up ten thousand.
    protected override string Begin => "SET LOCAL idle_in_transaction_session_timeout = '10s'; SET LOCAL random_page_cost = 1.1; ";

    public override string Analyze() => $"ANALYZE {Work}";

    protected override string LockEntries => "FOR UPDATE OF e SKIP LOCKED";

    protected override string UnlockedLease(int journeyId, int partition) => Invariant(
        $"AND (journey_id, partition) IN (SELECT l.journey_id, l.partition FROM journey_leases l WHERE l.journey_id = {journeyId} AND l.partition = {partition} FOR UPDATE SKIP LOCKED)");

    // Without it the count would see where they were, and the update where another transaction has just moved them to.
    public override string LockInside(int journeyId, string accountIds) => Invariant(
        $"SELECT e.id FROM journey_entries e WHERE e.journey_id = {journeyId} AND {Inside} AND e.account_id IN ({accountIds}) ORDER BY e.id FOR UPDATE OF e");

    protected override string LetterCode(string text, string place) => $"ascii(substr({text}, CAST({place} AS integer), 1))";

    protected override string Milliseconds(string time) => $"CAST(EXTRACT(EPOCH FROM {time}) * 1000 AS bigint)";
}
