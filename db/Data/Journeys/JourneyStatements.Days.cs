using System.Globalization;
using System.Text;
using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Data.Journeys;

/// <summary>The figures per day, and who was active while travelling.</summary>
public abstract partial class JourneyStatements
{
    /// <summary>Adds rows to the figures of days: a SELECT or VALUES of journey_id, day, partition, outcome, took, entries, milliseconds.</summary>
    protected virtual string AddDays(string rows) => $"""
        INSERT INTO journey_days (journey_id, day, partition, outcome, took, entries, milliseconds)
        {rows}
        ON CONFLICT (journey_id, day, partition, outcome, took) DO UPDATE SET entries = journey_days.entries + excluded.entries, milliseconds = journey_days.milliseconds + excluded.milliseconds
        """;

    /// <summary>Counts entries that began, or ended in the moment they entered.</summary>
    public string CountDays(int journeyId, int partition, long now, IEnumerable<(int Outcome, long Entries)> rows) => AddDays(
        "VALUES " + string.Join(", ", rows.Select(row => Invariant($"({journeyId}, {JourneyDay.DayOf(now)}, {partition}, {row.Outcome}, 0, {row.Entries}, 0)"))));

    /// <summary>Counts the entries of lanes that are about to end.</summary>
    public string CountDaysEnding(string lanes, int outcome, long now) =>
        CountDaysOf(outcome, now, $"{Work} w JOIN journey_entries e ON e.id = w.entry_id WHERE w.lane IN ({lanes}) AND e.due_at IS NOT NULL");

    /// <summary>Counts those about to be taken out of a journey, by account.</summary>
    public string CountDaysLeaving(int journeyId, string accountIds, int outcome, long now) =>
        CountDaysOf(outcome, now, Invariant($"journey_entries e WHERE e.journey_id = {journeyId} AND {Inside} AND e.account_id IN ({accountIds})"));

    /// <summary>Notes people, or their accounts, that did something while their account travelled a journey, from activities with numbers in a range. What journeys record themselves is no engagement.</summary>
    public string NoteEngaged(int journeyId, long after, long through, bool accounts)
    {
        var person = accounts ? "0" : "a.person_id";
        var time = Milliseconds("a.occurred_at");
        return Invariant($"""
            INSERT INTO journey_engagements (journey_id, person_id, account_id, at)
            SELECT {journeyId}, {person}, a.account_id, MIN(a.occurred_at)
            FROM activities a JOIN journey_entries e ON e.account_id = a.account_id AND e.journey_id = {journeyId}
            WHERE a.id > {after} AND a.id <= {through} AND a.person_id IS NOT NULL AND (a.source_key IS NULL OR a.source_key NOT LIKE 'journey:%')
              AND {time} >= e.entered_at AND (e.due_at IS NOT NULL OR e.status = {(int)EntryStatus.Parked} OR {time} <= e.arrived_at)
              AND NOT EXISTS (SELECT 1 FROM journey_engagements g WHERE g.journey_id = {journeyId} AND g.person_id = {person} AND g.account_id = a.account_id)
            GROUP BY a.account_id{(accounts ? "" : ", a.person_id")}
            """);
    }

    private string CountDaysOf(int outcome, long now, string from) => AddDays(Invariant($"""
        SELECT d.journey_id, {JourneyDay.DayOf(now)}, d.partition, {outcome}, d.took, COUNT(*), SUM(d.lasted)
        FROM (SELECT e.journey_id, e.partition, CASE WHEN e.entered_at < {now} THEN {now} - e.entered_at ELSE 0 END AS lasted, {BandOf($"({Invariant($"{now}")} - e.entered_at)")} AS took FROM {from}) AS d
        GROUP BY d.journey_id, d.partition, d.took
        """));

    /// <summary>The band of a time in milliseconds.</summary>
    private static string BandOf(string milliseconds)
    {
        var cases = new StringBuilder("CASE");
        for (var band = 0; band < JourneyDuration.Bands.Count - 1; band++)
            cases.Append(CultureInfo.InvariantCulture, $" WHEN {milliseconds} < {JourneyDuration.Bands[band]} THEN {band}");
        return cases.Append(CultureInfo.InvariantCulture, $" ELSE {JourneyDuration.Bands.Count - 1} END").ToString();
    }
}
