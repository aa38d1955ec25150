using BuyingGroups.Data.Activities;

namespace BuyingGroups.Data.SqlServer;

/// <summary>The ids come back from the insert itself: other transactions take numbers of the same identity meanwhile.</summary>
public sealed class SqlServerActivities : ActivityStatements
{
    public override string New => "#activity_new";

    public override IReadOnlyList<string> Prepare() =>
    [
        """
        DROP TABLE IF EXISTS #activity_new;
        CREATE TABLE #activity_new (id bigint PRIMARY KEY);
        """,
    ];

    public override string Insert(string columns, string select) => $"INSERT INTO activities ({columns}) OUTPUT inserted.id INTO #activity_new (id) {select}";
}
