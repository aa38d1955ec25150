using System.Text.RegularExpressions;
using BuyingGroups.Data.Engagement;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Engagement;
using BuyingGroups.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Engagement;

public sealed partial class EngagementStatementTests
{
    [Fact]
    public async Task Every_statement_is_T_SQL_on_SQL_Server()
    {
        await using var server = new SilentSqlServer();
        var memberships = server.Services.GetRequiredService<MembershipWriter>();
        await server.TryAsync(async context =>
        {
            await memberships.RequestDifferencesAsync(
                context, context.People.Select(p => new AssignmentRow { BuyingGroupId = p.AccountId + 0, PersonId = p.Id, RoleId = p.Unsubscribed ? RoleAssignment.NoRole : 1 }), CancellationToken.None);
            await memberships.RequestRemovalsAsync(context, context.Members.Select(m => new MemberKeyRow { BuyingGroupId = m.BuyingGroupId, PersonId = m.PersonId }), CancellationToken.None);
        });
        var sql = TestDatabase.ProviderOf(DatabaseKind.SqlServer).Engagement;
        var days = ScoreDays.Of(new DateTime(2026, 3, 29, 9, 0, 0, DateTimeKind.Utc), "Europe/Stockholm");
        var scope = EngagementStatements.Within(0, 10);
        string[] rest =
        [
            .. sql.Prepare(), sql.FillDays(days), sql.FoldActivities(days, 0, 10), sql.ClearDays(0, 10), sql.CountDays(days, 0, 10), sql.TrimDays(days, 0, 10), sql.ClearSums(0, 10),
            sql.SumPeople(days, WeightingModelRules.DefaultWeights, 0, 10), sql.GreatestPerson(), sql.GreatestGroup(), sql.NotePeople(7, 1, 0, 10), sql.NotePeople(0, 1, 0, 10),
            sql.ScorePeople(7, 0, 10), sql.ForgetPeople(0, 10), sql.TrimPeople(1, 0, 10), sql.ClearGroupSums(scope), sql.SumGroups(scope), sql.GroupEvents(3.5, 1, scope), sql.NoteGroups(3.5, 1, scope),
            sql.ScoreGroups(3.5, 1, EngagementStatements.ChangedBy(4)), sql.TrimGroups(1, 0, 10),
        ];

        Assert.Equal(2, server.Statements.Count);
        server.EveryStatementParses();
        Assert.All(rest, statement => TransactSql.Parse(Place().Replace(statement, "@p${number}")));
    }

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
