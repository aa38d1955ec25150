using System.Globalization;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Events;

namespace BuyingGroups.Data.Memberships;

/// <summary>
/// The SQL of <see cref="MembershipWriter"/>. Names of tables and columns need no quotes on any provider; what differs is overridden under
/// db/Sqlite, db/PostgreSql and db/SqlServer. {0} is the time of the change; everything else is a number.
/// </summary>
public abstract class MembershipStatements
{
    /// <summary>What is asked in this transaction: buying_group_id, person_id, kind, role_id.</summary>
    public virtual string Work => "membership_work";

    /// <summary>The groups whose fills and completeness are to be computed again: id, is_new (1 for groups made in this transaction).</summary>
    public virtual string Touched => "membership_touched";

    protected abstract string True { get; }

    protected abstract string False { get; }

    /// <summary>Makes both work tables, empty, for this transaction.</summary>
    public abstract IReadOnlyList<string> Prepare();

    /// <summary>Tells the planner how full the work tables are; null where it need not know.</summary>
    public virtual string? Analyze(string table) => null;

    /// <summary>Holds other writers off the groups in the work table until the commit; null where there is one writer only.</summary>
    public virtual string? LockGroups() => null;

    /// <summary>
    /// What becomes of each line of the work table: 0 unchanged, 1 applied, 2 refused. The SQL twin of MembershipPrecedence.Decide, over the aliases
    /// w (what is asked) and m (what stands, if anything).
    /// </summary>
    public string Outcome(int source) => $"""
        CASE
          WHEN m.person_id IS NULL THEN CASE w.kind WHEN 1 THEN 1 WHEN 2 THEN 0 ELSE 2 END
          WHEN w.kind = 3 AND m.is_active = {False} THEN 2
          WHEN (w.kind = 2 AND m.is_active = {False}) OR (w.kind <> 2 AND m.is_active = {True} AND m.role_id = w.role_id) THEN CASE WHEN {source} > m.source THEN 1 ELSE 0 END
          WHEN m.source > {source} THEN 2
          ELSE 1
        END
        """;

    /// <summary>Adds requests, each as (group, person, kind, role).</summary>
    public string Request(IEnumerable<MembershipLine> lines) =>
        $"INSERT INTO {Work} (buying_group_id, person_id, kind, role_id) VALUES {string.Join(", ", lines.Select(Row))}";

    /// <summary>Adds the same request for every row of a query of buying_group_id and person_id.</summary>
    public string Request(string rows, MembershipChangeKind kind, int roleId) => string.Create(
        CultureInfo.InvariantCulture, $"INSERT INTO {Work} (buying_group_id, person_id, kind, role_id) SELECT r.buying_group_id, r.person_id, {(int)kind}, {roleId} FROM ({rows}) AS r");

    /// <summary>
    /// Adds what differs between the roles that people should have and the members there are: assignments, changes of role, and removals of
    /// system members who fit no role. What a higher source decided is asked for once and then, being refused, not again until somebody decides anew.
    /// </summary>
    /// <param name="query">Rows of (group, person, role), in brackets and named q.</param>
    /// <param name="group">Its column with the group.</param>
    /// <param name="person">Its column with the person.</param>
    /// <param name="role">Its column with the role, 0 for none.</param>
    public string RequestDifferences(string query, string group, string person, string role) => $"""
        INSERT INTO {Work} (buying_group_id, person_id, kind, role_id)
        SELECT {group}, {person},
               CASE WHEN {role} = 0 THEN {(int)MembershipChangeKind.Remove} WHEN m.is_active = {True} THEN {(int)MembershipChangeKind.ChangeRole} ELSE {(int)MembershipChangeKind.Assign} END, {role}
        FROM {query} LEFT JOIN members m ON m.buying_group_id = {group} AND m.person_id = {person}
        WHERE ({role} = 0 AND m.is_active = {True} AND m.source = {(int)ActorKind.System})
           OR ({role} <> 0 AND (m.person_id IS NULL OR m.is_active = {False} OR m.role_id <> {role})
               AND (m.person_id IS NULL OR m.source = {(int)ActorKind.System} OR NOT EXISTS (
                 SELECT 1 FROM membership_changes c WHERE c.person_id = m.person_id AND c.buying_group_id = m.buying_group_id
                   AND c.applied = {False} AND c.source = {(int)ActorKind.System} AND c.role_id = {role} AND c.at >= m.changed_at)))
        """;

    /// <summary>Adds removals of members.</summary>
    /// <param name="query">Rows of (group, person), in brackets and named q.</param>
    /// <param name="group">Its column with the group.</param>
    /// <param name="person">Its column with the person.</param>
    public string RequestRemovals(string query, string group, string person) =>
        $"INSERT INTO {Work} (buying_group_id, person_id, kind, role_id) SELECT {group}, {person}, {(int)MembershipChangeKind.Remove}, 0 FROM {query}";

    /// <summary>The solution interests of the touched groups, with their templates.</summary>
    public string TouchedSolutionInterests() => $"""
        SELECT DISTINCT s.id AS "Id", s.role_template_id AS "RoleTemplateId"
        FROM {Touched} t JOIN buying_groups g ON g.id = t.id JOIN solution_interests s ON s.id = g.solution_interest_id
        """;

    /// <summary>The touched groups.</summary>
    public string TouchedGroups() => $"SELECT id AS \"Value\" FROM {Touched}";

    /// <summary>The verdict on each line with what stands, before anything is written.</summary>
    public string Verdicts(int source) => $"""
        SELECT w.buying_group_id AS "BuyingGroupId", w.person_id AS "PersonId", {Outcome(source)} AS "Outcome",
               m.role_id AS "StandingRoleId", m.source AS "StandingSource", m.actor_id AS "StandingActorId", m.is_active AS "StandingIsActive"
        FROM {Joined}
        """;

    /// <summary>History of everything applied or refused.</summary>
    public string History(int source, int actorId) => $$"""
        INSERT INTO membership_changes (buying_group_id, person_id, kind, applied, role_id, previous_role_id, source, actor_id, at, standing_source, standing_actor_id, standing_removed)
        SELECT q.buying_group_id, q.person_id, q.kind, CASE WHEN q.outcome = 1 THEN {{True}} ELSE {{False}} END,
               CASE WHEN q.kind = 2 THEN q.held_role ELSE q.role_id END,
               CASE WHEN q.kind <> 2 AND q.is_active = {{True}} AND q.held_role <> q.role_id THEN q.held_role END,
               {{source}}, {{actorId}}, {0},
               CASE WHEN q.outcome = 2 THEN q.standing_source END,
               CASE WHEN q.outcome = 2 THEN q.standing_actor END,
               CASE WHEN q.outcome = 2 THEN CASE WHEN q.is_active = {{True}} THEN {{False}} WHEN q.is_active = {{False}} THEN {{True}} END END
        FROM (SELECT w.buying_group_id, w.person_id, w.kind, w.role_id, m.role_id AS held_role, m.is_active, m.source AS standing_source, m.actor_id AS standing_actor,
                     {{Outcome(source)}} AS outcome
              FROM {{Joined}}) AS q
        WHERE q.outcome <> 0
        """;

    /// <summary>The groups in which something is applied.</summary>
    public string Touch(int source) => $"""
        INSERT INTO {Touched} (id, is_new)
        SELECT DISTINCT w.buying_group_id, 0 FROM {Joined}
        WHERE {Outcome(source)} = 1 AND NOT EXISTS (SELECT 1 FROM {Touched} t WHERE t.id = w.buying_group_id)
        """;

    /// <summary>Members after what is applied.</summary>
    public virtual string Members(int source, int actorId) => $$"""
        INSERT INTO members (buying_group_id, person_id, role_id, source, is_active, changed_at, actor_id)
        {{Applied(source, actorId)}}
        ON CONFLICT (buying_group_id, person_id) DO UPDATE
        SET role_id = excluded.role_id, source = excluded.source, is_active = excluded.is_active, changed_at = excluded.changed_at, actor_id = excluded.actor_id
        """;

    /// <summary>How many active members each role has, for the touched groups: a row for each role of the template, and for each other role somebody ever had.</summary>
    public virtual string RoleFills() => $"""
        INSERT INTO role_fills (buying_group_id, role_id, assigned)
        {Fills}
        ON CONFLICT (buying_group_id, role_id) DO UPDATE SET assigned = excluded.assigned
        """;

    /// <summary>Completeness of the touched groups of some solution interests, from their fills. The + keeps SQLite from walking all groups of the solution interest.</summary>
    /// <param name="solutionInterests">Ids, those of one template.</param>
    /// <param name="percent">An expression over the alias g's fills; see <see cref="MembershipWriter"/>.</param>
    public string Completeness(IEnumerable<int> solutionInterests, string percent) => $$"""
        UPDATE buying_groups SET completeness = {{percent}}, updated_at = {0}
        WHERE id IN (SELECT id FROM {{Touched}}) AND +solution_interest_id IN ({{string.Join(", ", solutionInterests)}})
        """;

    /// <summary>
    /// An event for each touched group whose completeness is about to change; none for groups made just now, of which nobody knows another.
    /// To be run between the fills and <see cref="Completeness"/>.
    /// </summary>
    /// <param name="solutionInterests">Ids, those of one template.</param>
    /// <param name="percent">An expression over the alias g's fills; see <see cref="MembershipWriter"/>.</param>
    /// <param name="actorId">Who changes it.</param>
    public string CompletenessEvents(IEnumerable<int> solutionInterests, string percent, int actorId) => $$"""
        INSERT INTO change_events (kind, account_id, buying_group_id, previous, "current", actor_id, at)
        SELECT {{(int)ChangeEventKind.Completeness}}, q.account_id, q.id, CAST(q.completeness AS varchar(20)), CAST(q.counted AS varchar(20)), {{actorId}}, {0}
        FROM (SELECT buying_groups.id, buying_groups.account_id, buying_groups.completeness, {{percent}} AS counted
              FROM {{Touched}} t JOIN buying_groups ON buying_groups.id = t.id
              WHERE t.is_new = 0 AND +buying_groups.solution_interest_id IN ({{string.Join(", ", solutionInterests)}})) AS q
        WHERE q.counted <> q.completeness
        """;

    /// <summary>The touched groups that were there before this transaction.</summary>
    public string TouchedStandingGroups() => $"SELECT id AS \"Value\" FROM {Touched} WHERE is_new = 0";

    private static string Row(MembershipLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"({line.BuyingGroupId}, {line.PersonId}, {(int)line.Kind}, {line.RoleId})");

    protected string Joined => $"{Work} w LEFT JOIN members m ON m.buying_group_id = w.buying_group_id AND m.person_id = w.person_id";

    /// <summary>The rows that members get.</summary>
    protected string Applied(int source, int actorId) => $$"""
        SELECT w.buying_group_id, w.person_id, CASE WHEN w.kind = 2 THEN m.role_id ELSE w.role_id END AS role_id, {{source}} AS source,
               CASE WHEN w.kind = 2 THEN {{False}} ELSE {{True}} END AS is_active, {0} AS changed_at, {{actorId}} AS actor_id
        FROM {{Joined}}
        WHERE {{Outcome(source)}} = 1
        """;

    /// <summary>
    /// The rows that role fills get: one pass over the members of the touched groups. The bounds tell a planner without statistics of the
    /// new rows that it needs a range only; counting each role by a subquery of its own took minutes there.
    /// </summary>
    protected string Fills => $"""
        SELECT r.buying_group_id, r.role_id, SUM(r.assigned) AS assigned
        FROM (SELECT t.id AS buying_group_id, c.role_id, 0 AS assigned
              FROM {Touched} t JOIN buying_groups g ON g.id = t.id JOIN solution_interests s ON s.id = g.solution_interest_id JOIN role_cards c ON c.role_template_id = s.role_template_id
              UNION ALL
              SELECT m.buying_group_id, m.role_id, CASE WHEN m.is_active = {True} THEN 1 ELSE 0 END AS assigned
              FROM {Touched} t JOIN members m ON m.buying_group_id = t.id
              WHERE m.buying_group_id BETWEEN (SELECT MIN(b.id) FROM {Touched} b) AND (SELECT MAX(b.id) FROM {Touched} b)) AS r
        WHERE 1 = 1
        GROUP BY r.buying_group_id, r.role_id
        """;
}
