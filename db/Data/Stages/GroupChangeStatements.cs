using System.Globalization;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Stages;

namespace BuyingGroups.Data.Stages;

/// <summary>
/// The SQL of <see cref="StageWriter"/> and <see cref="StatusWriter"/>. What differs is overridden under db/Sqlite, db/PostgreSql and
/// db/SqlServer. {0} is the time of the change; everything else is a number. The column "current" is quoted because T-SQL has a word for it.
/// </summary>
public abstract class GroupChangeStatements
{
    /// <summary>Stages asked for in this transaction: buying_group_id, to_stage_id.</summary>
    public virtual string StageWork => "stage_work";

    /// <summary>Statuses asked for: buying_group_id, status, normalized_status.</summary>
    public virtual string StatusWork => "status_work";

    protected abstract string True { get; }

    protected abstract string False { get; }

    /// <summary>Makes both work tables, empty, for this transaction.</summary>
    public abstract IReadOnlyList<string> Prepare();

    /// <summary>Tells the planner how full a work table is; null where it need not know.</summary>
    public virtual string? Analyze(string table) => null;

    /// <summary>Holds other writers off the groups in a work table until the commit; null where there is one writer only.</summary>
    public virtual string? LockGroups(string work) => null;

    /// <summary>Adds stages asked for.</summary>
    public string RequestStages(IEnumerable<StageLine> lines) =>
        $"INSERT INTO {StageWork} (buying_group_id, to_stage_id) VALUES {string.Join(", ", lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"({line.BuyingGroupId}, {line.ToStageId})")))}";

    /// <summary>Writes the status asked for, {0}, and the same normalized, {1}, to every line of the work table.</summary>
    public string RequestStatus() => $$"""UPDATE {{StatusWork}} SET status = {0}, normalized_status = {1}""";

    /// <summary>What becomes of each stage asked for: the SQL twin of <see cref="StageMove.Decide"/>.</summary>
    private static string Verdict { get; } = $"""
        CASE
          WHEN s.stage_model_id IS NULL THEN {(int)StageMoveVerdict.NoStageModel}
          WHEN target.id IS NULL THEN {(int)StageMoveVerdict.NotInModel}
          WHEN g.stage_id = w.to_stage_id THEN {(int)StageMoveVerdict.Unchanged}
          WHEN origin.id IS NULL THEN CASE WHEN target.kind = {(int)StageKind.Entry} THEN {(int)StageMoveVerdict.Applied} ELSE {(int)StageMoveVerdict.NotAnEntryStage} END
          WHEN t.to_stage_id IS NULL THEN {(int)StageMoveVerdict.NoTransition}
          ELSE {(int)StageMoveVerdict.Applied}
        END
        """;

    private string Judged => $"""
        SELECT g.id, g.account_id, g.stage_id, w.to_stage_id, {Verdict} AS verdict
        FROM {StageWork} w
        JOIN buying_groups g ON g.id = w.buying_group_id
        JOIN solution_interests s ON s.id = g.solution_interest_id
        LEFT JOIN stages target ON target.id = w.to_stage_id AND target.stage_model_id = s.stage_model_id
        LEFT JOIN stages origin ON origin.id = g.stage_id AND origin.stage_model_id = s.stage_model_id
        LEFT JOIN stage_transitions t ON t.from_stage_id = g.stage_id AND t.to_stage_id = w.to_stage_id AND t.stage_model_id = s.stage_model_id
        """;

    /// <summary>The verdict on each stage asked for, before anything is written.</summary>
    public string Verdicts() => $"""
        SELECT q.id AS "BuyingGroupId", q.stage_id AS "FromStageId", q.to_stage_id AS "ToStageId", q.verdict AS "VerdictNumber"
        FROM ({Judged}) AS q
        """;

    /// <summary>History of every move applied or refused.</summary>
    public string StageHistory(int source, int actorId)
    {
        var reasons = Enum.GetValues<StageMoveVerdict>().Where(one => one is not (StageMoveVerdict.Unchanged or StageMoveVerdict.Applied)).Select(one => $"WHEN {(int)one} THEN '{one}'");
        return $$"""
            INSERT INTO stage_changes (buying_group_id, from_stage_id, to_stage_id, applied, reason, source, actor_id, at)
            SELECT q.id, q.stage_id, q.to_stage_id, CASE WHEN q.verdict = 1 THEN {{True}} ELSE {{False}} END, CASE q.verdict {{string.Join(' ', reasons)}} END, {{source}}, {{actorId}}, {0}
            FROM ({{Judged}}) AS q
            WHERE q.verdict <> 0
            """;
    }

    /// <summary>The events of the moves applied.</summary>
    public string StageEvents(int actorId) => $$"""
        INSERT INTO change_events (kind, account_id, buying_group_id, previous, "current", actor_id, at)
        SELECT {{(int)ChangeEventKind.Stage}}, q.account_id, q.id, CAST(q.stage_id AS varchar(20)), CAST(q.to_stage_id AS varchar(20)), {{actorId}}, {0}
        FROM ({{Judged}}) AS q
        WHERE q.verdict = 1
        """;

    /// <summary>The groups after the moves applied.</summary>
    public string MoveStages() => $$"""
        UPDATE buying_groups SET stage_id = (SELECT n.to_stage_id FROM {{StageWork}} n WHERE n.buying_group_id = buying_groups.id), stage_since = {0}, updated_at = {0}
        WHERE id IN (SELECT q.id FROM ({{Judged}}) AS q WHERE q.verdict = 1)
        """;

    /// <summary>The events of the statuses that differ from what stands.</summary>
    public string StatusEvents(int actorId) => $$"""
        INSERT INTO change_events (kind, account_id, buying_group_id, previous, "current", actor_id, at)
        SELECT {{(int)ChangeEventKind.Status}}, g.account_id, g.id, g.status, w.status, {{actorId}}, {0}
        FROM {{Differing}}
        """;

    /// <summary>The groups after the statuses that differ.</summary>
    public string SetStatuses() => $$"""
        UPDATE buying_groups SET status = (SELECT n.status FROM {{StatusWork}} n WHERE n.buying_group_id = buying_groups.id),
          normalized_status = (SELECT n.normalized_status FROM {{StatusWork}} n WHERE n.buying_group_id = buying_groups.id), updated_at = {0}
        WHERE id IN (SELECT g.id FROM {{Differing}})
        """;

    private string Differing => $"{StatusWork} w JOIN buying_groups g ON g.id = w.buying_group_id WHERE COALESCE(g.status, '') <> COALESCE(w.status, '')";
}
