namespace BuyingGroups.Bench;

/// <summary>Who gets which role in the measurements, and the statements somebody would write by hand for it.</summary>
internal static class GroupRules
{
    public static IReadOnlyList<(int RoleId, string[] Parts, bool Required, int Members)> Roles { get; } =
    [
        (1, ["chief", "ceo", "vorstand", "執行長"], true, 1),
        (4, ["board", "president", "styrelse"], false, 1),
        (5, ["transformation", "innovation", "project"], true, 1),
        (2, ["director", "direktör", "head of", "vp"], true, 2),
        (3, ["manager", "chef", "leiter", "specialist"], true, 3),
        (6, ["assistant"], false, 1),
    ];

    /// <summary>Groups, members, history, role fills, completeness; one after the other in one transaction.</summary>
    public static IEnumerable<string> Statements(bool isPostgreSql)
    {
        var (yes, now) = isPostgreSql ? ("TRUE", "now()") : ("1", "'2026-01-01 00:00:00'");
        var role = RoleOf(isPostgreSql);
        var (sum, whole) = Completeness();

        yield return $"INSERT INTO actors (kind, reference, name) VALUES (1, 'job:by-hand', 'By hand')";
        yield return $"""
            INSERT INTO buying_groups (account_id, solution_interest_id, name, normalized_name, completeness, engagement_score, engagement_change, created_at, updated_at, version)
            SELECT a.id, s.id, s.name || ' for ' || a.name, s.normalized_name || ' for ' || a.normalized_name, 0, 0, 0, {now}, {now}, 1 FROM accounts a, solution_interests s ORDER BY a.id
            """;
        yield return $"""
            INSERT INTO members (buying_group_id, person_id, role_id, source, is_active, changed_at, actor_id)
            SELECT buying_group_id, person_id, role_id, 1, {yes}, {now}, (SELECT MAX(id) FROM actors)
            FROM (SELECT g.id AS buying_group_id, p.id AS person_id, CASE {role} ELSE 0 END AS role_id FROM people p JOIN buying_groups g ON g.account_id = p.account_id) AS q
            WHERE role_id <> 0 ORDER BY buying_group_id, person_id
            """;
        yield return $"""
            INSERT INTO membership_changes (buying_group_id, person_id, kind, applied, role_id, source, actor_id, at)
            SELECT buying_group_id, person_id, 1, {yes}, role_id, source, actor_id, changed_at FROM members
            """;
        yield return """
            INSERT INTO role_fills (buying_group_id, role_id, assigned)
            SELECT g.id, c.role_id, COALESCE(n.assigned, 0) FROM buying_groups g CROSS JOIN role_cards c
            LEFT JOIN (SELECT buying_group_id, role_id, COUNT(*) AS assigned FROM members GROUP BY buying_group_id, role_id) n ON n.buying_group_id = g.id AND n.role_id = c.role_id
            """;
        yield return $"""
            UPDATE buying_groups SET completeness =
              (200 * (SELECT SUM(CASE f.role_id {sum} ELSE 0 END) FROM role_fills f WHERE f.buying_group_id = buying_groups.id) + {whole}) / (2 * {whole})
            """;
        yield return "ANALYZE";
    }

    /// <summary>Every hundredth person is promoted, just now.</summary>
    public static string ChangeTitles(bool isPostgreSql) => $"""
        UPDATE people SET job_title = 'Chief Executive', normalized_job_title = 'chief executive', updated_at = {(isPostgreSql ? "now()" : "strftime('%Y-%m-%d %H:%M:%f', 'now')")} WHERE id % 100 = 0
        """;

    /// <summary>What follows from that: members, history, role fills, completeness; one after the other in one transaction.</summary>
    public static IEnumerable<string> Changes(bool isPostgreSql)
    {
        var (yes, no, now) = isPostgreSql ? ("TRUE", "FALSE", "now()") : ("1", "0", "'2026-01-01 00:00:00'");
        var (sum, whole) = Completeness();
        yield return $"""
            CREATE TEMP TABLE by_hand AS
            SELECT q.buying_group_id, q.person_id, q.role_id, m.role_id AS held_role, CASE WHEN q.role_id = 0 THEN 2 WHEN m.is_active = {yes} THEN 3 ELSE 1 END AS kind
            FROM (SELECT g.id AS buying_group_id, p.id AS person_id, CASE {RoleOf(isPostgreSql)} ELSE 0 END AS role_id
                  FROM people p JOIN buying_groups g ON g.account_id = p.account_id WHERE p.id % 100 = 0) AS q
            LEFT JOIN members m ON m.buying_group_id = q.buying_group_id AND m.person_id = q.person_id
            WHERE (q.role_id = 0 AND m.is_active = {yes} AND m.source = 1) OR (q.role_id <> 0 AND (m.person_id IS NULL OR (m.source = 1 AND (m.is_active = {no} OR m.role_id <> q.role_id))))
            """;
        yield return $"""
            INSERT INTO membership_changes (buying_group_id, person_id, kind, applied, role_id, previous_role_id, source, actor_id, at)
            SELECT buying_group_id, person_id, kind, {yes}, CASE WHEN kind = 2 THEN held_role ELSE role_id END, held_role, 1, (SELECT MAX(id) FROM actors), {now} FROM by_hand
            """;
        yield return $"""
            INSERT INTO members (buying_group_id, person_id, role_id, source, is_active, changed_at, actor_id)
            SELECT buying_group_id, person_id, CASE WHEN kind = 2 THEN held_role ELSE role_id END, 1, CASE WHEN kind = 2 THEN {no} ELSE {yes} END, {now}, (SELECT MAX(id) FROM actors) FROM by_hand WHERE 1 = 1
            ON CONFLICT (buying_group_id, person_id) DO UPDATE SET role_id = excluded.role_id, is_active = excluded.is_active, changed_at = excluded.changed_at, actor_id = excluded.actor_id
            """;
        yield return "CREATE TEMP TABLE groups_by_hand AS SELECT DISTINCT buying_group_id AS id FROM by_hand";
        yield return $"""
            UPDATE role_fills SET assigned = (SELECT COUNT(*) FROM members m WHERE m.buying_group_id = role_fills.buying_group_id AND m.role_id = role_fills.role_id AND m.is_active = {yes})
            WHERE buying_group_id IN (SELECT id FROM groups_by_hand)
            """;
        yield return $"""
            UPDATE buying_groups SET completeness =
              (200 * (SELECT SUM(CASE f.role_id {sum} ELSE 0 END) FROM role_fills f WHERE f.buying_group_id = buying_groups.id) + {whole}) / (2 * {whole})
            WHERE id IN (SELECT id FROM groups_by_hand)
            """;
    }

    private static string RoleOf(bool isPostgreSql)
    {
        string Has(string part) => isPostgreSql ? $"strpos(p.normalized_job_title, '{part.Trim()}') > 0" : $"instr(p.normalized_job_title, '{part.Trim()}') > 0";
        return string.Join(' ', Roles.Select(r => $"WHEN {string.Join(" OR ", r.Parts.Select(Has))} THEN {r.RoleId}"));
    }

    private static (string Sum, int Whole) Completeness()
    {
        var required = Roles.Where(r => r.Required).ToList();
        var common = required.Aggregate(1, (product, r) => product * r.Members / Greatest(product, r.Members));
        return (string.Join(' ', required.Select(r => $"WHEN {r.RoleId} THEN (CASE WHEN f.assigned < {r.Members} THEN f.assigned ELSE {r.Members} END) * {common / r.Members}")), common * required.Count);
    }

    private static int Greatest(int one, int other) => other == 0 ? one : Greatest(other, one % other);
}
