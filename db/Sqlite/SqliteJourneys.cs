using BuyingGroups.Data.Journeys;

namespace BuyingGroups.Data.Sqlite;

/// <summary>Work tables live in the memory of the connection; the gate in front of the writer is the lock.</summary>
public sealed class SqliteJourneys : JourneyStatements
{
    public override IReadOnlyList<string> Prepare() =>
    [
        """
        CREATE TEMP TABLE IF NOT EXISTS journey_work (entry_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, lane INTEGER NOT NULL);
        DELETE FROM temp.journey_work;
        CREATE TEMP TABLE IF NOT EXISTS journey_work_people (person_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL, account_id INTEGER NOT NULL, lane INTEGER NOT NULL);
        DELETE FROM temp.journey_work_people;
        """,
    ];

    protected override string LetterCode(string text, string place) => $"unicode(substr({text}, {place}, 1))";

    protected override string Milliseconds(string time) => $"CAST(ROUND(unixepoch({time}, 'subsec') * 1000) AS INTEGER)";
}
