using BuyingGroups.Data.Memberships;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Events;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static BuyingGroups.Domain.BuyingGroups.MembershipChangeKind;

namespace BuyingGroups.Tests.Memberships;

public sealed class MembershipWriterTests
{
    private static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Every state that can stand times everything that can be asked: the SQL decides and writes exactly what the function decides.</summary>
    [OnEveryDatabase]
    public async Task The_statements_and_the_function_agree_on_every_case(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        int[] roles = [GroupWorld.DecisionMaker, GroupWorld.Influencer];
        var standings = Enum.GetValues<ActorKind>().SelectMany(source => roles.SelectMany(role => new[] { true, false }
            .Select(active => new StandingMembership(role, source, world.Actors[source], active)))).Cast<StandingMembership?>().Prepend(null).ToList();
        var cases = standings.SelectMany(standing => Enum.GetValues<MembershipChangeKind>().SelectMany(asked => roles.Select(role => (Standing: standing, Asked: asked, Role: role)))).ToList();
        foreach (var asker in Enum.GetValues<ActorKind>())
        {
            var account = await world.AccountAsync($"Account of {asker}", [.. cases.Select(_ => "cook")]);
            var group = await world.GroupAsync(account);
            var people = account.People.OrderBy(person => person.Id).ToList();
            var requests = cases.Select((one, index) => (Person: people[index], one.Standing, Request: new MembershipRequest(one.Asked, one.Role, asker, world.Actors[asker]))).ToList();
            await database.AddAsync([.. requests.Where(one => one.Standing is not null).Select(one => new Member
            {
                BuyingGroupId = group.Id, PersonId = one.Person.Id, RoleId = one.Standing!.RoleId, Source = one.Standing.Source, ActorId = one.Standing.ActorId,
                IsActive = one.Standing.IsActive, ChangedAt = At.AddDays(-1),
            })]);

            await ApplyAsync(database, world, asker, [.. requests.Select(one => new MembershipLine(group.Id, one.Person.Id, one.Request.Kind, one.Request.RoleId))]);

            await using var context = database.Open();
            var members = await context.Members.Where(member => member.BuyingGroupId == group.Id).ToDictionaryAsync(member => member.PersonId);
            var history = await context.MembershipChanges.Where(change => change.BuyingGroupId == group.Id).ToDictionaryAsync(change => change.PersonId);
            foreach (var (person, standing, request) in requests)
            {
                var decision = MembershipPrecedence.Decide(standing, request);
                var expected = decision is MembershipDecision.Applied applied ? applied.Now : standing;
                var found = members.GetValueOrDefault(person.Id);
                var told = $"{request} on {standing}";
                Assert.True(expected == (found is null ? null : new StandingMembership(found.RoleId, found.Source, found.ActorId, found.IsActive)), told);
                var change = history.GetValueOrDefault(person.Id);
                Assert.True(decision is MembershipDecision.Unchanged ? change is null : change!.Applied == decision is MembershipDecision.Applied, told);
                if (decision is MembershipDecision.Refused refused)
                {
                    Assert.Equal(
                        (refused.Standing?.Source, refused.Standing?.ActorId, refused.Standing is null ? null : (bool?)!refused.Standing.IsActive),
                        (change!.StandingSource, change.StandingActorId, change.StandingRemoved));
                }
            }
            await CompletenessIsTrueAsync(database, group.Id);
        }
    }

    [OnEveryDatabase]
    public async Task Maintenance_does_not_remove_a_member_assigned_by_hand(DatabaseKind kind) =>
        await StandsAsync(kind, ActorKind.Manual, Assign, ActorKind.System, Remove, isMember: true);

    [OnEveryDatabase]
    public async Task A_journey_does_not_remove_a_member_assigned_by_hand(DatabaseKind kind) =>
        await StandsAsync(kind, ActorKind.Manual, Assign, ActorKind.Journey, Remove, isMember: true);

    [OnEveryDatabase]
    public async Task A_job_does_not_remove_a_member_assigned_by_a_journey(DatabaseKind kind) =>
        await StandsAsync(kind, ActorKind.Journey, Assign, ActorKind.System, Remove, isMember: true);

    [OnEveryDatabase]
    public async Task A_journey_does_not_put_back_a_person_removed_by_hand(DatabaseKind kind) =>
        await StandsAsync(kind, ActorKind.Manual, Remove, ActorKind.Journey, Assign, isMember: false);

    [OnEveryDatabase]
    public async Task A_job_does_not_put_back_a_person_removed_by_hand(DatabaseKind kind) =>
        await StandsAsync(kind, ActorKind.Manual, Remove, ActorKind.System, Assign, isMember: false);

    [OnEveryDatabase]
    public async Task A_job_does_not_put_back_a_person_removed_by_a_journey(DatabaseKind kind) =>
        await StandsAsync(kind, ActorKind.Journey, Remove, ActorKind.System, Assign, isMember: false);

    [OnEveryDatabase]
    public async Task Only_groups_in_which_something_took_effect_are_counted_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        var (first, second) = (await world.AccountAsync("Hexa Freight", ["chief"]), await world.AccountAsync("Nord Cargo", ["chief"]));
        var (changed, untouched) = (await world.GroupAsync(first), await world.GroupAsync(second));
        await ApplyAsync(database, world, ActorKind.Manual, new MembershipLine(untouched.Id, second.People.Single().Id, Assign, GroupWorld.Champion));
        await using (var context = database.Open())
            await context.BuyingGroups.Where(group => group.Id == untouched.Id).ExecuteUpdateAsync(set => set.SetProperty(group => group.Completeness, 99));

        await ApplyAsync(
            database, world, ActorKind.System,
            new MembershipLine(changed.Id, first.People.Single().Id, Assign, GroupWorld.DecisionMaker), new MembershipLine(untouched.Id, second.People.Single().Id, Remove, 0));

        await using var after = database.Open();
        Assert.Equal(25, (await after.BuyingGroups.SingleAsync(group => group.Id == changed.Id)).Completeness);
        Assert.Equal(99, (await after.BuyingGroups.SingleAsync(group => group.Id == untouched.Id)).Completeness);
    }

    [OnEveryDatabase]
    public async Task A_change_of_completeness_is_an_event_but_not_that_of_a_new_group(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["chief", "chief"]);
        var group = await world.GroupAsync(account);
        var (first, second) = (account.People.First().Id, account.People.Last().Id);
        var writer = database.Services.GetRequiredService<MembershipWriter>();
        await database.Portal.WriteAsync(
            async (context, token) =>
            {
                await writer.BeginAsync(context, token);
                await writer.TouchAsync(context, context.BuyingGroups.Select(one => new TouchedRow { BuyingGroupId = one.Id }), token);
                await writer.RequestAsync(context, [new MembershipLine(group.Id, first, Assign, GroupWorld.DecisionMaker)], token);
                await writer.ApplyAsync(context, ActorKind.System, world.Actors[ActorKind.System], At, token);
            },
            CancellationToken.None);
        await using (var context = database.Open())
            Assert.Equal((25, 0), ((await context.BuyingGroups.SingleAsync()).Completeness, await context.ChangeEvents.CountAsync()));

        await ApplyAsync(database, world, ActorKind.Journey, new MembershipLine(group.Id, second, Assign, GroupWorld.DecisionMaker));
        await ApplyAsync(database, world, ActorKind.Journey, new MembershipLine(group.Id, second, ChangeRole, GroupWorld.Champion));

        await using var after = database.Open();
        var told = await after.ChangeEvents.SingleAsync();
        Assert.Equal(
            (ChangeEventKind.Completeness, account.Id, group.Id, "25", "50", world.Actors[ActorKind.Journey], At),
            (told.Kind, told.AccountId, told.BuyingGroupId!.Value, told.Previous, told.Current, told.ActorId, told.At));
    }

    [OnEveryDatabase]
    public async Task A_template_with_numbers_too_large_for_one_sum_is_counted_group_by_group(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        await using (var context = database.Open())
        {
            int[] primes = [9973, 9967, 9949, 9941];
            foreach (var (card, index) in (await context.RoleCards.OrderBy(card => card.Id).ToListAsync()).Select((card, index) => (card, index)))
                card.MembersRequired = primes[index];
            await context.SaveChangesAsync();
        }
        var account = await world.AccountAsync("Hexa Freight", [.. Enumerable.Repeat("planner", 600)]);
        var group = await world.GroupAsync(account);

        await ApplyAsync(database, world, ActorKind.System, [.. account.People.Select(person => new MembershipLine(group.Id, person.Id, Assign, GroupWorld.Practitioner))]);

        await CompletenessIsTrueAsync(database, group.Id);
        await using var after = database.Open();
        Assert.Equal(ChangeEventKind.Completeness, (await after.ChangeEvents.SingleAsync()).Kind);
    }

    [Fact]
    public async Task Every_statement_is_T_SQL_on_SQL_Server()
    {
        await using var server = new SilentSqlServer();
        var writer = server.Services.GetRequiredService<MembershipWriter>();

        await server.TryAsync(async context =>
        {
            await writer.BeginAsync(context, CancellationToken.None);
            await writer.RequestAsync(context, [new MembershipLine(1, 2, Assign, 3)], CancellationToken.None);
            var groups = context.BuyingGroups.Where(group => group.SolutionInterestId == 7);
            await writer.TouchAsync(context, groups.Select(group => new TouchedRow { BuyingGroupId = group.Id }), CancellationToken.None);
            await writer.RequestAssignmentsAsync(
                context,
                context.People.Join(groups, person => person.AccountId, group => group.AccountId, (person, group) => new AssignmentRow
                {
                    BuyingGroupId = group.Id,
                    PersonId = person.Id,
                    RoleId = person.NormalizedJobTitle!.Contains("{vp}") ? 2 : RoleAssignment.NoRole,
                }),
                CancellationToken.None);
        });
        var sql = TestDatabase.ProviderOf(DatabaseKind.SqlServer).Memberships;
        string[] rest =
        [
            sql.LockGroups()!, sql.Verdicts(3), sql.History(3, 1), sql.Touch(3), sql.Members(3, 1), sql.RoleFills(), sql.TouchedSolutionInterests(), sql.TouchedGroups(), sql.TouchedStandingGroups(),
            sql.CompletenessEvents([1, 2], "1 + 2", 1), sql.Completeness([1, 2], "1 + 2"),
        ];

        Assert.Equal(4, server.Statements.Count);
        server.EveryStatementParses();
        Assert.All(rest, statement => TransactSql.Parse(statement.Replace("{0}", "@at", StringComparison.Ordinal)));
    }

    private static async Task StandsAsync(DatabaseKind kind, ActorKind first, MembershipChangeKind does, ActorKind second, MembershipChangeKind tries, bool isMember)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["chief pilot"]);
        var group = await world.GroupAsync(account);
        var person = account.People.Single();
        if (does == Remove)
            await ApplyAsync(database, world, ActorKind.System, new MembershipLine(group.Id, person.Id, Assign, GroupWorld.DecisionMaker));
        await ApplyAsync(database, world, first, new MembershipLine(group.Id, person.Id, does, GroupWorld.DecisionMaker));

        await ApplyAsync(database, world, second, new MembershipLine(group.Id, person.Id, tries, GroupWorld.DecisionMaker));

        await using var context = database.Open();
        var member = await context.Members.SingleAsync();
        Assert.Equal((isMember, first), (member.IsActive, member.Source));
        var refused = await context.MembershipChanges.SingleAsync(change => !change.Applied);
        Assert.Equal((tries, second, first, world.Actors[first], !isMember), (refused.Kind, refused.Source, refused.StandingSource!.Value, refused.StandingActorId!.Value, refused.StandingRemoved!.Value));
        Assert.Equal(isMember ? 25 : 0, (await context.BuyingGroups.SingleAsync()).Completeness);
        await CompletenessIsTrueAsync(database, group.Id);
    }

    private static async Task ApplyAsync(TestDatabase database, GroupWorld world, ActorKind source, params MembershipLine[] lines)
    {
        var writer = database.Services.GetRequiredService<MembershipWriter>();
        await database.Portal.WriteAsync(
            async (context, token) =>
            {
                await writer.BeginAsync(context, token);
                await writer.RequestAsync(context, lines, token);
                await writer.ApplyAsync(context, source, world.Actors[source], At, token);
            },
            CancellationToken.None);
    }

    /// <summary>Fills and percentage equal what the members and the template say.</summary>
    internal static async Task CompletenessIsTrueAsync(TestDatabase database, long groupId)
    {
        await using var context = database.Open();
        var group = await context.BuyingGroups.Include(g => g.RoleFills).Include(g => g.SolutionInterest).SingleAsync(g => g.Id == groupId);
        var cards = await context.RoleCards.Where(card => card.RoleTemplateId == group.SolutionInterest!.RoleTemplateId).ToListAsync();
        var members = await context.Members.Where(member => member.BuyingGroupId == groupId && member.IsActive)
            .GroupBy(member => member.RoleId).Select(role => new { role.Key, Count = role.Count() }).ToDictionaryAsync(role => role.Key, role => role.Count);
        Assert.Equal(members, group.RoleFills.Where(fill => fill.Assigned > 0).ToDictionary(fill => fill.RoleId, fill => fill.Assigned));
        Assert.All(cards, card => Assert.Contains(group.RoleFills, fill => fill.RoleId == card.RoleId));
        Assert.Equal(Completeness.Of(cards, members), group.Completeness);
    }
}
