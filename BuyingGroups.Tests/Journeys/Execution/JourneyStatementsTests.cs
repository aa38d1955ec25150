using BuyingGroups.Data.SqlServer;
using BuyingGroups.Tests.Databases;

namespace BuyingGroups.Tests.Journeys.Execution;

/// <summary>SQL Server cannot run here: what the engine would send it is at least read by its own parser.</summary>
public sealed class JourneyStatementsTests
{
    public static TheoryData<string, string> Statements
    {
        get
        {
            var sql = new SqlServerJourneys();
            var all = new TheoryData<string, string>();
            void Add(string name, string statement) => all.Add(name, statement.Replace("{0}", "@p0", StringComparison.Ordinal));
            foreach (var statement in sql.Prepare())
                Add("prepare", statement);
            Add("take lease", sql.TakeLease(1, 2, 3, 4));
            Add("free lease", sql.FreeLease(1, 2, 3));
            Add("fence", sql.Fence(1, 2, 3, 4, "2,3"));
            Add("due nodes", sql.DueNodes(1, 2, 3));
            Add("occupied nodes", sql.OccupiedNodes(1, 2));
            Add("claim due", sql.ClaimDue(1, 2, 3, 4, 33, 2000));
            Add("claim heard", sql.ClaimHeard(1, 2, 3, 33, 2000, $"SELECT a.account_id, {sql.TimeOf("a.occurred_at")} AS occurred FROM activities a WHERE a.id > 7"));
            Add("claim active", sql.ClaimActive(1, 2, "1, 2", 2000));
            Add("count lanes", sql.CountLanes());
            Add("visit passing", sql.VisitPassing(1, "33,34", 1, 5));
            Add("visit with detail", sql.VisitPassing(1, "33", 1, 5, "CASE WHEN w.account_id > 3 THEN NULL ELSE 'No buying group' END"));
            Add("visit inside", sql.VisitInside(1, 33, 5));
            Add("visit routing", sql.VisitRouting(1, 32, 63, 5));
            Add("reserve variants", sql.ReserveVariants(1, 10));
            Add("route variants", sql.RouteVariants(1, "33", 64, "ABAB", 10));
            Add("route people", sql.RoutePeopleByShare("33", 64, [30, 30, 40]));
            Add("close people", sql.ClosePeople(64, 95));
            Add("people of accounts", sql.PeopleOn("33", null));
            Add("people on a path", sql.PeopleOn("33", 65));
            Add("move", sql.Move("33", 1, 99, 1, 5));
            Add("move to the end", sql.Move("33", 1, null, 2, 5));
            Add("end", sql.End("1", 3, 5));
            Add("enter", sql.Enter("33", 1, 2, 3, 99, 1, 5, counted: true));
            Add("count", sql.Count(2, [(1, 1, 10), (2, 0, 3)]));
            Add("take out", sql.TakeOut(1, "SELECT w.account_id FROM #journey_work w", 7, 1_800_000_000_000));
            Add("count leaving", sql.CountLeaving(1, "SELECT w.account_id FROM #journey_work w"));
            Add("count ending", sql.CountEnding("1,2"));
            Add("count days", sql.CountDays(1, 2, 1_800_000_000_000, [(0, 10), (2, 3)]));
            Add("count days ending", sql.CountDaysEnding("1,2", 3, 1_800_000_000_000));
            Add("count days leaving", sql.CountDaysLeaving(1, "SELECT w.account_id FROM #journey_work w", 7, 1_800_000_000_000));
            Add("note engaged people", sql.NoteEngaged(1, 10, 20, accounts: false));
            Add("note engaged accounts", sql.NoteEngaged(1, 10, 20, accounts: true));
            Add("seen", sql.Seen(1, 2, 3));
            Add("send", sql.Send(1, "33", "webhook", 5));
            Add("send to people", sql.SendToPeople(1, sql.PeopleOn("33", null), "sendEmail", 5));
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void The_parser_of_SQL_Server_reads_it(string name, string statement) => Assert.True(TransactSql.Parse(statement) is not null, name);
}
