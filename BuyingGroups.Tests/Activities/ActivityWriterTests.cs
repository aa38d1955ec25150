using BuyingGroups.Data.Activities;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Activities;

public sealed class ActivityWriterTests
{
    private static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [OnEveryDatabase]
    public async Task A_moment_is_recorded_for_every_account_and_every_person_of_a_query(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        await world.AccountAsync("Hexa {Freight}", ["chief", "VP"]);
        await world.AccountAsync("Nord Cargo", ["planner"]);
        await database.AddAsync(new Activity { AccountId = 1, ActivityTypeId = ActivityType.PageViews, OccurredAt = At, RecordedAt = At });
        var writer = database.Services.GetRequiredService<ActivityWriter>();
        var known = new Dictionary<string, string> { ["Description"] = " Asked for {0} o'clock ", ["keyword"] = " ", ["page"] = new string('p', 1999) + "👩" };

        var (accounts, people) = await database.Portal.WriteAsync(
            async (context, token) =>
            {
                var hexa = context.Accounts.Where(account => account.Name.StartsWith("Hexa {")).Select(account => new ActivityAccountRow { AccountId = account.Id });
                var ofAccounts = await writer.RecordAsync(context, hexa, ActivityType.InterestingMoment, known, At, token);
                var everybody = context.People.Select(person => new ActivityPersonRow { AccountId = person.AccountId, PersonId = person.Id });
                return ((ofAccounts, await writer.RecordAsync(context, everybody, ActivityType.FormFilledOut, known, At.AddHours(1), token)), true);
            },
            CancellationToken.None);

        Assert.Equal((1, 3), (accounts, people));
        await using var after = database.Open();
        var all = await after.Activities.Include(activity => activity.Attributes).OrderBy(activity => activity.Id).ToListAsync();
        Assert.Empty(all[0].Attributes);
        Assert.Equal((ActivityType.InterestingMoment, null, At, At), (all[1].ActivityTypeId, all[1].PersonId, all[1].OccurredAt, all[1].RecordedAt));
        Assert.Equal(3, all.Skip(2).Select(activity => activity.PersonId).Distinct().Count());
        Assert.All(all.Skip(1), activity => Assert.Equal(
            [("description", "Asked for {0} o'clock", "asked for {0} o'clock"), ("page", new string('p', 1999), new string('p', 1999))],
            activity.Attributes.Select(one => (one.Name, one.Value, one.NormalizedValue!)).Order()));
    }

    [Fact]
    public async Task Every_statement_is_T_SQL_on_SQL_Server()
    {
        await using var server = new SilentSqlServer();
        var writer = server.Services.GetRequiredService<ActivityWriter>();

        await server.TryAsync(context => writer.RecordAsync(
            context, context.People.Where(person => person.NormalizedJobTitle == "vp").Select(person => new ActivityPersonRow { AccountId = person.AccountId, PersonId = person.Id }),
            ActivityType.InterestingMoment, new Dictionary<string, string> { ["description"] = "x" }, At, CancellationToken.None));

        Assert.Equal(3, server.Statements.Count);
        server.EveryStatementParses();
    }
}
