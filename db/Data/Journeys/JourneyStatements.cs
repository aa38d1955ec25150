using System.Globalization;
using System.Text;
using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Data.Journeys;

/// <summary>
/// The SQL of the journey engine, for sets of entries at once. Names need no quotes on any provider; what differs is overridden under db/Sqlite,
/// db/PostgreSql and db/SqlServer. Arguments are numbers and enter the text; {0} is the one text or time a statement takes.
/// </summary>
public abstract partial class JourneyStatements
{
    /// <summary>Ended entries and visits at the end of the journey are due never.</summary>
    public const long Never = 253_402_300_799_999;

    /// <summary>Retried entries that had heard their event before they were parked are due before all others: the time they go at tells the path they take.</summary>
    public const long Heard = -1;

    /// <summary>Below every time an entry can be due at.</summary>
    public const long BeforeAll = Heard - 1;

    /// <summary>The entries the transaction carries: entry_id, account_id, lane.</summary>
    public virtual string Work => "journey_work";

    /// <summary>The people of these entries that are inside a split of people: person_id, entry_id, account_id, lane.</summary>
    public virtual string People => "journey_work_people";

    /// <summary>True where the work tables belong to the connection, so that they can be used without a transaction.</summary>
    public virtual bool WorkOutlivesTransaction => true;

    /// <summary>Makes both work tables, empty, for this transaction.</summary>
    public abstract IReadOnlyList<string> Prepare();

    /// <summary>Tells the planner how full the work table is; null where it need not know.</summary>
    public virtual string? Analyze() => null;

    /// <summary>The code of a letter of a text, both SQL.</summary>
    protected abstract string LetterCode(string text, string place);

    /// <summary>Milliseconds since 1970 of a column of type time.</summary>
    protected abstract string Milliseconds(string time);

    /// <summary>Put at the end of an ordered SELECT to take the first rows only.</summary>
    protected virtual string First(int rows) => FormattableString.Invariant($"LIMIT {rows}");

    /// <summary>Put at the end of a SELECT over journey_entries e, so that nobody else moves them until the commit.</summary>
    protected virtual string LockEntries => "";

    /// <summary>The table of leases as it is updated by who wants one: rows that others hold locked are passed over instead of waited for.</summary>
    protected virtual string Leases => "journey_leases";

    /// <summary>Before the first statement of a transaction that locks a lease.</summary>
    protected virtual string Begin => "";

    /// <summary>More to ask of a lease that is to be taken.</summary>
    protected virtual string UnlockedLease(int journeyId, int partition) => "";

    /// <summary>Takes the lease if it is free or the owner's already; must hit one row. One that holds longer than any can was given before the clock was set back.</summary>
    public string TakeLease(int journeyId, int partition, long now, long until) => Invariant($$"""
        {{Begin}}UPDATE {{Leases}} SET token = CASE WHEN owner = {0} AND until_at > {{now}} THEN token ELSE token + 1 END, owner = {0}, until_at = {{until}}
        WHERE journey_id = {{journeyId}} AND partition = {{partition}} AND (owner IS NULL OR owner = {0} OR until_at <= {{now}} OR until_at > {{until + until - now}})
          {{UnlockedLease(journeyId, partition)}}
        """);

    /// <summary>Gives the lease back.</summary>
    public string FreeLease(int journeyId, int partition, long token) =>
        Invariant($"{Begin}UPDATE journey_leases SET owner = NULL, until_at = 0 WHERE journey_id = {journeyId} AND partition = {partition} AND token = {token}");

    /// <summary>First in every transaction: must hit one row, else another worker has the partition or the journey moves nobody any more.</summary>
    public string Fence(int journeyId, int partition, long token, long until, string statuses) => Invariant($"""
        {Begin}UPDATE journey_leases SET until_at = {until}
        WHERE journey_id = {journeyId} AND partition = {partition} AND token = {token}
          AND EXISTS (SELECT 1 FROM journeys j WHERE j.id = {journeyId} AND j.status IN ({statuses}))
        """);

    /// <summary>Resting nodes of a journey at which somebody of the partition is due.</summary>
    public string DueNodes(int journeyId, int partition, long now) => Invariant($"""
        SELECT k.id AS "Value" FROM journey_node_keys k JOIN journey_versions v ON v.id = k.journey_version_id
        WHERE v.journey_id = {journeyId}
          AND EXISTS (SELECT 1 FROM journey_entries e WHERE e.node_key = k.id AND e.partition = {partition} AND e.due_at <= {now})
        """);

    /// <summary>Nodes of a journey at which anybody of the partition is, due or not.</summary>
    public string OccupiedNodes(int journeyId, int partition) => DueNodes(journeyId, partition, Never);

    /// <summary>Claims the first entries of a node that are due after one time and until another.</summary>
    public string ClaimDue(int nodeKey, int partition, long after, long until, int lane, int limit) => Invariant($"""
        INSERT INTO {Work} (entry_id, account_id, lane)
        SELECT e.id, e.account_id, {lane} FROM journey_entries e
        WHERE e.node_key = {nodeKey} AND e.partition = {partition} AND e.due_at > {after} AND e.due_at <= {until}
        ORDER BY e.due_at, e.id {First(limit)} {LockEntries}
        """);

    /// <summary>Claims entries waiting at a listening node whose account had the event since they arrived and before they timed out, however late it is looked at.</summary>
    /// <param name="events">A query of account_id and occurred (milliseconds) of the events looked at.</param>
    /// <remarks>The + 0 keeps a planner without statistics from walking all who wait at the node instead of the few with an event.</remarks>
    public string ClaimHeard(int journeyId, int nodeKey, int partition, int lane, int limit, string events) => Invariant($"""
        INSERT INTO {Work} (entry_id, account_id, lane)
        SELECT e.id, e.account_id, {lane} FROM journey_entries e
        WHERE e.id IN (SELECT w.id FROM ({events}) AS h JOIN journey_entries w ON w.account_id = h.account_id AND w.journey_id = {journeyId}
                       WHERE w.node_key + 0 = {nodeKey} AND w.partition = {partition} AND w.due_at IS NOT NULL AND h.occurred >= w.arrived_at AND h.occurred <= w.due_at)
          AND e.due_at IS NOT NULL
        ORDER BY e.id {First(limit)} {LockEntries}
        """);

    /// <summary>Claims entries by hand or by a condition: those of a query of entry ids.</summary>
    public string ClaimActive(int journeyId, int partition, string accountIds, int limit) => Invariant($"""
        INSERT INTO {Work} (entry_id, account_id, lane)
        SELECT e.id, e.account_id, 0 FROM journey_entries e
        WHERE e.journey_id = {journeyId} AND e.partition = {partition} AND e.due_at IS NOT NULL AND e.account_id IN ({accountIds})
        ORDER BY e.id {First(limit)} {LockEntries}
        """);

    /// <summary>How many the transaction carries on each lane.</summary>
    public string CountLanes() => $"""SELECT lane AS "Lane", COUNT(*) AS "Count" FROM {Work} GROUP BY lane""";

    /// <summary>Writes the visits of a node that only passes on.</summary>
    public string VisitPassing(int nodeKey, string lanes, int path, long batch) => Invariant($"""
        INSERT INTO journey_visits (node_key, entry_id, path, batch_id, detail)
        SELECT {nodeKey}, w.entry_id, {path}, {batch}, NULL FROM {Work} w WHERE w.lane IN ({lanes}) ORDER BY w.entry_id
        """);

    /// <summary>The same with a detail: an expression over w.</summary>
    public string VisitPassing(int nodeKey, string lanes, int path, long batch, string detail) => Invariant($"""
        INSERT INTO journey_visits (node_key, entry_id, path, batch_id, detail)
        SELECT {nodeKey}, w.entry_id, {path}, {batch}, {detail} FROM {Work} w WHERE w.lane IN ({lanes})
        """);

    /// <summary>Writes the visits of a node inside a split of people: by entries that have somebody on the path.</summary>
    public string VisitInside(int nodeKey, int lane, long batch) => Invariant($"""
        INSERT INTO journey_visits (node_key, entry_id, path, batch_id, detail)
        SELECT DISTINCT {nodeKey}, p.entry_id, 1, {batch}, NULL FROM {People} p WHERE p.lane = {lane}
        """);

    /// <summary>Writes the visits of a node that routes: the path is the low part of the lane.</summary>
    public string VisitRouting(int nodeKey, int firstLane, int lastLane, long batch) => Invariant($"""
        INSERT INTO journey_visits (node_key, entry_id, path, batch_id, detail)
        SELECT {nodeKey}, w.entry_id, w.lane - {firstLane}, {batch}, NULL FROM {Work} w WHERE w.lane BETWEEN {firstLane} AND {lastLane} ORDER BY w.entry_id
        """);

    /// <summary>Counts those about to be routed by a variant split; the row is locked until the commit, so that quotas hold over all workers.</summary>
    public string ReserveVariants(int nodeKey, long count) => Invariant($"UPDATE journey_variant_counts SET routed = routed + {count} WHERE node_key = {nodeKey}");

    /// <summary>Routes by the table of a hundred slots, one letter each.</summary>
    public string RouteVariants(int nodeKey, string lanes, int firstLane, string slots, long count) =>
        RouteVariants(lanes, firstLane, slots, Invariant($"(SELECT c.routed - {count} FROM journey_variant_counts c WHERE c.node_key = {nodeKey})"));

    /// <summary>The same when it is known how many were routed before.</summary>
    public string RouteVariantsAfter(string lanes, int firstLane, string slots, long before) => RouteVariants(lanes, firstLane, slots, Invariant($"{before}"));

    /// <summary>Routes by the table of slots; <paramref name="before"/> is SQL that gives how many were routed before.</summary>
    protected virtual string RouteVariants(string lanes, int firstLane, string slots, string before) => Invariant($"""
        UPDATE {Work} SET lane = {firstLane} + r.path
        FROM (SELECT w.entry_id AS id, {SlotOf(slots, before)} AS path FROM {Work} w WHERE w.lane IN ({lanes})) AS r
        WHERE entry_id = r.id
        """);

    /// <summary>The path of an entry w by the table of slots.</summary>
    protected string SlotOf(string slots, string before) => $"{LetterCode($"'{slots}'", $"({before} + ROW_NUMBER() OVER (ORDER BY w.entry_id) - 1) % 100 + 1")} - 64";

    /// <summary>Puts the people of entries on the paths of a variant split of people: floors of the shares, the last path takes the rest, a single person the first.</summary>
    public string RoutePeopleByShare(string lanes, int firstLane, IReadOnlyList<int> percentages)
    {
        var cases = new StringBuilder("CASE WHEN q.n = 1 THEN 1");
        var floors = new List<string>();
        for (var path = 1; path < percentages.Count; path++)
        {
            floors.Add(Invariant($"(q.n * {percentages[path - 1]}) / 100"));
            cases.Append(CultureInfo.InvariantCulture, $" WHEN q.r <= {string.Join(" + ", floors)} THEN {path}");
        }
        cases.Append(CultureInfo.InvariantCulture, $" ELSE {percentages.Count} END");
        return Invariant($"""
            INSERT INTO {People} (person_id, entry_id, account_id, lane)
            SELECT q.person_id, q.entry_id, q.account_id, {firstLane} + {cases}
            FROM (SELECT p.id AS person_id, w.entry_id, w.account_id, ROW_NUMBER() OVER (PARTITION BY w.entry_id ORDER BY p.id) AS r, COUNT(*) OVER (PARTITION BY w.entry_id) AS n
                  FROM {Work} w JOIN people p ON p.account_id = w.account_id WHERE w.lane IN ({lanes})) AS q
            """);
    }

    /// <summary>Takes people off the paths of a split that has closed.</summary>
    public string ClosePeople(int firstLane, int lastLane) => Invariant($"DELETE FROM {People} WHERE lane BETWEEN {firstLane} AND {lastLane}");

    /// <summary>The people an action is for, as a query p of person_id, entry_id, account_id: all of the account, or those on a path of a split of people.</summary>
    public string PeopleOn(string lanes, int? peopleLane) => peopleLane is { } lane
        ? Invariant($"SELECT s.person_id, s.entry_id, s.account_id FROM {People} s WHERE s.lane = {lane}")
        : Invariant($"SELECT o.id AS person_id, w.entry_id, w.account_id FROM {Work} w JOIN people o ON o.account_id = w.account_id WHERE w.lane IN ({lanes})");

    /// <summary>Moves entries to where they rest, or ends them (no due time).</summary>
    public string Move(string lanes, int nodeKey, long? due, int status, long now) => Invariant($"""
        UPDATE journey_entries SET node_key = {nodeKey}, due_at = {Sql(due)}, status = {status}, arrived_at = {now}, error = NULL
        WHERE id IN (SELECT w.entry_id FROM {Work} w WHERE w.lane IN ({lanes})) AND due_at IS NOT NULL
        """);

    /// <summary>Ends entries where they are.</summary>
    public string End(string lanes, int status, long now) => Invariant($"""
        UPDATE journey_entries SET due_at = NULL, status = {status}, arrived_at = {now}
        WHERE id IN (SELECT w.entry_id FROM {Work} w WHERE w.lane IN ({lanes})) AND due_at IS NOT NULL
        """);

    /// <summary>Writes new entries at their first resting place.</summary>
    public string Enter(string lanes, int journeyId, int partition, int nodeKey, long? due, int status, long now, bool counted) => Invariant($"""
        INSERT INTO journey_entries (id, account_id, journey_id, entry_number, partition, node_key, due_at, status, entered_at, arrived_at, error)
        SELECT w.entry_id, w.account_id, {journeyId}, {(counted ? Invariant($"1 + (SELECT COUNT(*) FROM journey_entries b WHERE b.account_id = w.account_id AND b.journey_id = {journeyId})") : "1")},
               {partition}, {nodeKey}, {Sql(due)}, {status}, {now}, {now}, NULL
        FROM {Work} w WHERE w.lane IN ({lanes}) ORDER BY w.entry_id
        """);

    /// <summary>Adds to the statistics: rows of (node_key, path, passed).</summary>
    public string Count(int partition, IEnumerable<(int NodeKey, int Path, long Passed)> rows) =>
        AddToStatistics($"VALUES {string.Join(", ", rows.Select(row => Invariant($"({row.NodeKey}, {partition}, {row.Path}, {row.Passed})")))}");

    /// <summary>Waits until nobody else moves those about to be taken out of a journey, by account; null where nobody else can.</summary>
    public virtual string? LockInside(int journeyId, string accountIds) => null;

    /// <summary>Counts in the statistics those about to be taken out of a journey, by account.</summary>
    public string CountLeaving(int journeyId, string accountIds) => AddToStatistics(Invariant($"""
        SELECT e.node_key, e.partition, {JourneyNodeStatistic.Stopped}, COUNT(*) FROM journey_entries e
        WHERE e.journey_id = {journeyId} AND {Inside} AND e.account_id IN ({accountIds})
        GROUP BY e.node_key, e.partition
        """));

    /// <summary>Ends the passages through a journey, by account, where they are; whoever is parked cannot be sent on any more.</summary>
    public string TakeOut(int journeyId, string accountIds, int status, long now) => Invariant($"""
        UPDATE journey_entries SET due_at = NULL, status = {status}, arrived_at = {now}, error = NULL
        WHERE id IN (SELECT e.id FROM journey_entries e WHERE e.journey_id = {journeyId} AND {Inside} AND e.account_id IN ({accountIds}))
        """);

    /// <summary>Counts in the statistics the entries of a lane that end where they are.</summary>
    public string CountEnding(string lanes) => AddToStatistics(Invariant($"""
        SELECT e.node_key, e.partition, {JourneyNodeStatistic.Stopped}, COUNT(*) FROM {Work} w JOIN journey_entries e ON e.id = w.entry_id
        WHERE w.lane IN ({lanes}) AND e.due_at IS NOT NULL
        GROUP BY e.node_key, e.partition
        """));

    /// <summary>Notes how far a listening node has looked.</summary>
    public virtual string Seen(int nodeKey, int partition, long id) => Invariant($"""
        INSERT INTO journey_listenings (node_key, partition, seen_id) VALUES ({nodeKey}, {partition}, {id})
        ON CONFLICT (node_key, partition) DO UPDATE SET seen_id = excluded.seen_id
        """);

    /// <summary>Puts messages in the outbox, one per account.</summary>
    public string Send(int nodeKey, string lanes, string kind, long now) => Invariant($"""
        INSERT INTO outbox_messages (node_key, entry_id, account_id, person_id, kind, status, attempts, next_at, created_at)
        SELECT {nodeKey}, w.entry_id, w.account_id, 0, '{kind}', 1, 0, {now}, {now} FROM {Work} w WHERE w.lane IN ({lanes})
        """);

    /// <summary>Puts messages in the outbox, one per person on the path.</summary>
    public string SendToPeople(int nodeKey, string people, string kind, long now) => Invariant($"""
        INSERT INTO outbox_messages (node_key, entry_id, account_id, person_id, kind, status, attempts, next_at, created_at)
        SELECT {nodeKey}, p.entry_id, p.account_id, p.person_id, '{kind}', 1, 0, {now}, {now} FROM ({people}) AS p
        """);

    /// <summary>Events of activities of one type, recorded after the id given: account_id and occurred.</summary>
    public string Activities(int typeId, long after, bool withPeopleOnly) => Invariant($"""
        SELECT a.account_id, {Milliseconds("a.occurred_at")} AS occurred FROM activities a
        WHERE a.id > {after} AND a.activity_type_id = {typeId}{(withPeopleOnly ? " AND a.person_id IS NOT NULL" : "")}
        """);

    /// <summary>Milliseconds of a column, for conditions of the engine.</summary>
    public string TimeOf(string column) => Milliseconds(column);

    /// <summary>Adds rows of (node_key, partition, path, passed) to what is counted already.</summary>
    protected virtual string AddToStatistics(string rows) => $"""
        INSERT INTO journey_node_statistics (node_key, partition, path, passed)
        {rows}
        ON CONFLICT (node_key, partition, path) DO UPDATE SET passed = journey_node_statistics.passed + excluded.passed
        """;

    protected static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Whether entry e is on its way or parked.</summary>
    protected static string Inside => Invariant($"(e.due_at IS NOT NULL OR e.status = {(int)EntryStatus.Parked})");

    private static string Sql(long? number) => number is { } value ? value.ToString(CultureInfo.InvariantCulture) : "NULL";
}
