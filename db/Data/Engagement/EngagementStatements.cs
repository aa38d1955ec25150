using System.Globalization;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Domain.Events;

namespace BuyingGroups.Data.Engagement;

/// <summary>
/// The SQL of <see cref="EngagementWriter"/>: the twin of EngagementScoring in Domain. Everything works on a range of ids, so that a
/// transaction is short. Numbers are written out; moments are parameters. What differs is overridden under db/Sqlite, db/PostgreSql and db/SqlServer.
/// </summary>
public abstract class EngagementStatements
{
    /// <summary>The days of the window with the moments between which they lie: day, from_at, to_at.</summary>
    public virtual string Days => "engagement_days";

    /// <summary>People or groups a transaction takes.</summary>
    public abstract int Range { get; }

    /// <summary>People a transaction scores. Each one touches most pages of the index on scores, however few people it takes.</summary>
    public virtual int ScoreRange => Range;

    /// <summary>Activities a transaction folds in.</summary>
    public abstract int Fold { get; }

    protected abstract string True { get; }

    /// <summary>Makes <see cref="Days"/>, empty, for this transaction.</summary>
    public abstract IReadOnlyList<string> Prepare();

    /// <summary>Tells the planner how full a table is that was just filled; null where it need not know.</summary>
    public virtual string? Analyze(string table) => null;

    /// <summary>Fills <see cref="Days"/>; parameters 2n and 2n+1 are the first moment of the day and the first one after it.</summary>
    public string FillDays(ScoreDays days) =>
        $"INSERT INTO {Days} (day, from_at, to_at) VALUES {string.Join(", ", days.Days.Select((day, index) => $"({Text(day.Number)}, {{{index * 2}}}, {{{(index * 2) + 1}}})"))}";

    /// <summary>Counts the days on which activities in a range of ids happened, from all activities of those days: doing it twice changes nothing. Parameters are the first moments of the days, and the end.</summary>
    public string FoldActivities(ScoreDays days, long after, long through) => Upsert(
        "activity_days", ["person_id", "activity_type_id", "day"], ["count"],
        $"""
        SELECT t.person_id, t.activity_type_id, t.day,
               (SELECT COUNT(*) FROM activities c WHERE c.person_id = t.person_id AND c.activity_type_id = t.activity_type_id AND c.occurred_at >= d.from_at AND c.occurred_at < d.to_at) AS count
        FROM (SELECT DISTINCT a.person_id, a.activity_type_id, {DayOf("a.occurred_at", days)} AS day
              FROM activities a WHERE a.id > {Text(after)} AND a.id <= {Text(through)} AND a.person_id IS NOT NULL AND {InWindow("a", days)}) AS t
        JOIN {Days} d ON d.day = t.day
        WHERE 1 = 1
        """);

    /// <summary>Forgets the days of a range of people.</summary>
    public string ClearDays(long after, long through) => $"DELETE FROM activity_days WHERE {Between("person_id", after, through)}";

    /// <summary>Counts the days of a range of people anew. Parameters as in <see cref="FoldActivities"/>.</summary>
    public string CountDays(ScoreDays days, long after, long through) => $"""
        INSERT INTO activity_days (person_id, activity_type_id, day, count)
        SELECT q.person_id, q.activity_type_id, q.day, COUNT(*)
        FROM (SELECT a.person_id, a.activity_type_id, {DayOf("a.occurred_at", days)} AS day
              FROM activities a WHERE {Between("a.person_id", after, through)} AND {InWindow("a", days)}) AS q
        GROUP BY q.person_id, q.activity_type_id, q.day
        """;

    /// <summary>Drops what has aged out, for a range of people.</summary>
    public string TrimDays(ScoreDays days, long after, long through) => $"DELETE FROM activity_days WHERE {Between("person_id", after, through)} AND day < {Text(days.First.DayNumber)}";

    /// <summary>Forgets the sums of a range of people.</summary>
    public string ClearSums(long after, long through) => $"DELETE FROM person_sums WHERE {Between("person_id", after, through)}";

    /// <summary>Sums of a range of people: capped counts times weights, whole numbers.</summary>
    public string SumPeople(ScoreDays days, IReadOnlyDictionary<int, int> weights, long after, long through)
    {
        // One comparison a type, the plain ones of a simple CASE: a list in IN costs more than all the rest of the statement.
        var counts = string.Join(' ', weights.Where(weight => weight.Value > 0).OrderBy(weight => weight.Key).Select(weight => $"WHEN {Text(weight.Key)} THEN {Text(weight.Value)}"));
        return $"""
            INSERT INTO person_sums (person_id, weighted)
            SELECT d.person_id, SUM((CASE WHEN d.count > {Text(EngagementScoring.DailyCap)} THEN {Text(EngagementScoring.DailyCap)} ELSE d.count END) * (CASE d.activity_type_id {counts} ELSE 0 END)) AS weighted
            FROM activity_days d
            WHERE {Between("d.person_id", after, through)} AND d.day >= {Text(days.First.DayNumber)} AND d.day <= {Text(days.Today.DayNumber)}
            GROUP BY d.person_id
            """;
    }

    /// <summary>The largest sum of a person.</summary>
    public string GreatestPerson() => "SELECT MAX(weighted) AS \"Value\" FROM person_sums";

    /// <summary>The largest sum of a group.</summary>
    public string GreatestGroup() => "SELECT MAX(weighted) AS \"Value\" FROM group_sums";

    /// <summary>History of those in a range of people whose score as shown changes.</summary>
    public string NotePeople(long greatest, int day, long after, long through) => Upsert(
        "person_scores", ["person_id", "day"], ["score"],
        $"SELECT q.id AS person_id, {Text(day)} AS day, q.score FROM ({PeopleScores(greatest, after, through)}) AS q WHERE {Shown("q.score")} <> {Shown("q.held")}");

    /// <summary>Scores of those in a range of people who did something, where they differ.</summary>
    public string ScorePeople(long greatest, long after, long through) => $"""
        UPDATE people SET engagement_score = {Score("s.weighted", Text(greatest), greatest > 0)}
        FROM person_sums s
        WHERE s.person_id = people.id AND {Between("s.person_id", after, through)} AND {Between("people.id", after, through)}
          AND people.engagement_score <> {Score("s.weighted", Text(greatest), greatest > 0)}
        """;

    /// <summary>Takes the score from those in a range of people who did nothing any more.</summary>
    public string ForgetPeople(long after, long through) => $"""
        UPDATE people SET engagement_score = 0
        WHERE {Between("people.id", after, through)} AND people.engagement_score > 0 AND NOT EXISTS (SELECT 1 FROM person_sums s WHERE s.person_id = people.id)
        """;

    /// <summary>Drops old history of a range of people.</summary>
    public string TrimPeople(int before, long after, long through) => $"DELETE FROM person_scores WHERE {Between("person_id", after, through)} AND day < {Text(before)}";

    /// <summary>Forgets the sums of some groups.</summary>
    /// <param name="scope">A predicate over {0}, the column with the group's id; see <see cref="Within"/> and <see cref="ChangedBy"/>.</param>
    public string ClearGroupSums(Func<string, string> scope) => $"DELETE FROM group_sums WHERE {scope("buying_group_id")}";

    /// <summary>Sums of some groups from the scores of their members.</summary>
    public string SumGroups(Func<string, string> scope) => $"""
        INSERT INTO group_sums (buying_group_id, weighted)
        SELECT q.id, SUM(q.total * q.weighting) / SUM(q.weighting) AS weighted
        FROM (SELECT g.id, m.role_id, MIN(c.weighting) AS weighting, SUM(p.engagement_score) AS total
              FROM buying_groups g JOIN solution_interests s ON s.id = g.solution_interest_id
              JOIN members m ON m.buying_group_id = g.id AND m.is_active = {True}
              JOIN role_cards c ON c.role_template_id = s.role_template_id AND c.role_id = m.role_id
              JOIN people p ON p.id = m.person_id
              WHERE {scope("g.id")}
              GROUP BY g.id, m.role_id) AS q
        GROUP BY q.id
        """;

    /// <summary>An event for each of some groups whose score as shown changes; {0} is the time.</summary>
    public string GroupEvents(double greatest, int actorId, Func<string, string> scope) => $$"""
        INSERT INTO change_events (kind, account_id, buying_group_id, previous, "current", actor_id, at)
        SELECT {{(int)ChangeEventKind.Engagement}}, q.account_id, q.id, {{AsText(Shown("q.held"))}}, {{AsText(Shown("q.score"))}}, {{Text(actorId)}}, {0}
        FROM ({{GroupScores(greatest, scope)}}) AS q WHERE {{Shown("q.score")}} <> {{Shown("q.held")}}
        """;

    /// <summary>History of some groups: the first score, and each that is shown differently.</summary>
    public string NoteGroups(double greatest, int day, Func<string, string> scope) => Upsert(
        "group_scores", ["buying_group_id", "day"], ["score"],
        $"""
        SELECT q.id AS buying_group_id, {Text(day)} AS day, q.score FROM ({GroupScores(greatest, scope)}) AS q
        WHERE {Shown("q.score")} <> {Shown("q.held")} OR NOT EXISTS (SELECT 1 FROM group_scores h WHERE h.buying_group_id = q.id)
        """);

    /// <summary>Scores of some groups and their change since a day, where they differ.</summary>
    public string ScoreGroups(double greatest, int since, Func<string, string> scope) => $"""
        UPDATE buying_groups SET engagement_score = q.score, engagement_change = q.score - q.base
        FROM (SELECT r.id, r.score, COALESCE((SELECT h.score FROM group_scores h WHERE h.buying_group_id = r.id
                AND h.day = (SELECT MAX(i.day) FROM group_scores i WHERE i.buying_group_id = r.id AND i.day <= {Text(since)})), r.score) AS base
              FROM ({GroupScores(greatest, scope)}) AS r) AS q
        WHERE buying_groups.id = q.id AND (buying_groups.engagement_score <> q.score OR buying_groups.engagement_change <> q.score - q.base)
        """;

    /// <summary>Drops old history of a range of groups, but never the row that still tells the score of the first day kept.</summary>
    public string TrimGroups(int before, long after, long through) => $"""
        DELETE FROM group_scores WHERE {Between("buying_group_id", after, through)} AND day < {Text(before)}
          AND EXISTS (SELECT 1 FROM group_scores n WHERE n.buying_group_id = group_scores.buying_group_id AND n.day > group_scores.day AND n.day <= {Text(before)})
        """;

    /// <summary>The groups in a range of ids.</summary>
    public static Func<string, string> Within(long after, long through) => column => Between(column, after, through);

    /// <summary>The groups in which a run of maintenance changed something.</summary>
    public static Func<string, string> ChangedBy(long maintenanceRunId) => column =>
        $"{column} IN (SELECT r.buying_group_id FROM maintenance_run_groups r WHERE r.maintenance_run_id = {Text(maintenanceRunId)} AND r.added + r.removed + r.moved > 0)";

    /// <summary>Inserts rows, or updates those with the same key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">Its key.</param>
    /// <param name="values">The other columns.</param>
    /// <param name="select">Gives all of them, in this order, with these names.</param>
    protected virtual string Upsert(string table, string[] key, string[] values, string select) => $"""
        INSERT INTO {table} ({string.Join(", ", [.. key, .. values])})
        {select}
        ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", values.Select(value => $"{value} = excluded.{value}"))}
        """;

    private static string PeopleScores(long greatest, long after, long through) => $"""
        SELECT p.id, p.engagement_score AS held, COALESCE({Score("s.weighted", Text(greatest), greatest > 0)}, 0) AS score
        FROM people p LEFT JOIN person_sums s ON s.person_id = p.id WHERE {Between("p.id", after, through)}
        """;

    private static string GroupScores(double greatest, Func<string, string> scope) => $"""
        SELECT g.id, g.account_id, g.engagement_score AS held, COALESCE({Score("s.weighted", greatest.ToString("R", CultureInfo.InvariantCulture), greatest > 0)}, 0) AS score
        FROM buying_groups g LEFT JOIN group_sums s ON s.buying_group_id = g.id WHERE {scope("g.id")}
        """;

    private static string Score(string sum, string greatest, bool any) => any ? $"{Text((int)EngagementScoring.Highest)} * SQRT(CAST({sum} AS float) / CAST({greatest} AS float))" : "CAST(0 AS float)";

    private static string Shown(string score) => $"FLOOR({score} + 0.5)";

    private static string AsText(string number) => $"CAST(CAST({number} AS int) AS varchar(20))";

    private static string Between(string column, long after, long through) => $"{column} > {Text(after)} AND {column} <= {Text(through)}";

    private static string InWindow(string alias, ScoreDays days) => $"{alias}.occurred_at >= {{0}} AND {alias}.occurred_at < {{{days.Days.Count}}}";

    /// <summary>The day of a moment: halving the window takes five comparisons instead of thirty.</summary>
    private static string DayOf(string moment, ScoreDays days)
    {
        return Halved(0, days.Days.Count);

        string Halved(int from, int to)
        {
            if (to - from == 1)
                return Text(days.Days[from].Number);
            var middle = (from + to) / 2;
            return $"CASE WHEN {moment} < {{{middle}}} THEN {Halved(from, middle)} ELSE {Halved(middle, to)} END";
        }
    }

    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
