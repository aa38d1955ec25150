using System.Globalization;
using BuyingGroups.Domain.Engagement;

namespace BuyingGroups.Bench;

/// <summary>What people did in the measurements, and the statements somebody would write by hand to score it.</summary>
internal static class EngagementRules
{
    private static string Weights => string.Join(' ', WeightingModelRules.DefaultWeights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"WHEN {weight.Key} THEN {weight.Value}")));

    /// <summary>So many activities for each person, spread over the window by a fixed rule. The index by account is left out: nothing here reads it, and building it takes as long as all the rest.</summary>
    public static IEnumerable<string> Fill(bool isPostgreSql, int each)
    {
        yield return "DROP INDEX ix_activities_account_id_id";
        yield return isPostgreSql
            ? $"""
              INSERT INTO activities (account_id, person_id, activity_type_id, occurred_at, recorded_at)
              SELECT p.account_id, p.id, 1 + (p.id * 7 + n.k * n.k) % 8, now() - interval '1 day' - make_interval(secs => ((p.id % 97) + 1) * ((n.k * 977) % 24000)), now() - interval '1 hour'
              FROM people p CROSS JOIN generate_series(1, {each}) AS n(k)
              """
            : $"""
              WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {each})
              INSERT INTO activities (account_id, person_id, activity_type_id, occurred_at, recorded_at)
              SELECT p.account_id, p.id, 1 + (p.id * 7 + n.k * n.k) % 8, datetime('now', '-1 day', '-' || (((p.id % 97) + 1) * ((n.k * 977) % 24000)) || ' seconds'), datetime('now', '-1 hour')
              FROM people p CROSS JOIN n ORDER BY p.id
              """;
        yield return "ANALYZE";
    }

    /// <summary>What a day adds.</summary>
    public static string OneMoreEach(bool isPostgreSql) => $"""
        INSERT INTO activities (account_id, person_id, activity_type_id, occurred_at, recorded_at)
        SELECT account_id, id, 1 + id % 8, {Now(isPostgreSql)}, {Now(isPostgreSql)} FROM people ORDER BY id
        """;

    /// <summary>Takes back what a rescoring wrote, but not the days it counted.</summary>
    public static IReadOnlyList<string> Forget { get; } =
    [
        "UPDATE people SET engagement_score = 0", "UPDATE buying_groups SET engagement_score = 0", "DELETE FROM person_scores", "DELETE FROM group_scores", "DELETE FROM change_events WHERE kind = 6",
    ];

    /// <summary>People, their history, groups, theirs and their events; one after the other in one transaction, straight from the activities.</summary>
    public static IEnumerable<string> ByHand(bool isPostgreSql)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var (day, from, least, yes) = isPostgreSql
            ? ("date_trunc('day', occurred_at)", $"date_trunc('day', now()) - interval '{EngagementScoring.WindowDays - 1} days'", "LEAST(COUNT(*), 20)", "TRUE")
            : ("substr(occurred_at, 1, 10)", $"datetime('now', 'start of day', '-{EngagementScoring.WindowDays - 1} days')", "MIN(COUNT(*), 20)", "1");
        yield return $"""
            CREATE TEMP TABLE by_hand AS
            SELECT person_id AS id, SUM(weighted) AS weighted FROM (
              SELECT person_id, (CASE activity_type_id {Weights} END) * {least} AS weighted FROM activities
              WHERE person_id IS NOT NULL AND occurred_at >= {from} GROUP BY person_id, activity_type_id, {day}) AS q
            GROUP BY person_id
            """;
        yield return "UPDATE people SET engagement_score = 100 * sqrt(h.weighted * 1.0 / (SELECT MAX(weighted) FROM by_hand)) FROM by_hand h WHERE h.id = people.id";
        yield return $"INSERT INTO person_scores (person_id, day, score) SELECT id, {today.DayNumber}, engagement_score FROM people WHERE floor(engagement_score + 0.5) > 0";
        yield return $"""
            CREATE TEMP TABLE groups_by_hand AS
            SELECT q.id, SUM(q.total * q.weighting) / SUM(q.weighting) AS weighted FROM (
              SELECT g.id, c.role_id, c.weighting, SUM(p.engagement_score) AS total
              FROM buying_groups g JOIN solution_interests s ON s.id = g.solution_interest_id JOIN role_cards c ON c.role_template_id = s.role_template_id
              JOIN members m ON m.buying_group_id = g.id AND m.role_id = c.role_id AND m.is_active = {yes} JOIN people p ON p.id = m.person_id
              GROUP BY g.id, c.role_id, c.weighting) AS q
            GROUP BY q.id
            """;
        yield return "UPDATE buying_groups SET engagement_score = 100 * sqrt(h.weighted / (SELECT MAX(weighted) FROM groups_by_hand)) FROM groups_by_hand h WHERE h.id = buying_groups.id";
        yield return $"INSERT INTO group_scores (buying_group_id, day, score) SELECT id, {today.DayNumber}, engagement_score FROM buying_groups";
        yield return $"""
            INSERT INTO change_events (kind, account_id, buying_group_id, previous, "current", actor_id, at)
            SELECT 6, account_id, id, '0', CAST(floor(engagement_score + 0.5) AS varchar(20)), (SELECT MAX(id) FROM actors), {Now(isPostgreSql)} FROM buying_groups WHERE floor(engagement_score + 0.5) > 0
            """;
    }

    private static string Now(bool isPostgreSql) => isPostgreSql ? "now()" : "datetime('now')";
}
