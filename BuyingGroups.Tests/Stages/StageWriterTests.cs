using System.Globalization;
using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Stages;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Domain.Events;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Stages;

public sealed class StageWriterTests
{
    private static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>From everywhere to everywhere, with a model and without: the SQL decides what the function decides, and history, events and groups follow from it.</summary>
    [OnEveryDatabase]
    public async Task The_statements_and_the_function_agree_on_every_move(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        var (model, other) = (await database.StageModelAsync(), await database.StageModelAsync("Other"));
        List<int?> from = [null, .. model.Stages.Select(stage => (int?)stage.Id), other.Named("New").Id];
        List<int> to = [.. model.Stages.Select(stage => stage.Id), other.Named("Working").Id];
        foreach (var used in new[] { model, null })
        {
            await world.UseAsync(database, used);
            var cases = new List<(long Group, int? From, int To)>();
            foreach (var (start, target) in from.SelectMany(start => to.Select(target => (start, target))))
                cases.Add(((await world.GroupAtAsync(database, string.Create(CultureInfo.InvariantCulture, $"{used?.Name} {start} {target}"), start)).Id, start, target));

            var applied = await ApplyAsync(database, world, [.. cases.Select(one => new StageLine(one.Group, one.To))]);

            await using var context = database.Open();
            var groups = await context.BuyingGroups.ToDictionaryAsync(group => group.Id);
            var history = await context.StageChanges.ToDictionaryAsync(change => change.BuyingGroupId);
            var events = await context.ChangeEvents.ToDictionaryAsync(one => one.BuyingGroupId!.Value);
            foreach (var one in cases)
            {
                var verdict = StageMove.Decide(one.From, one.To, used);
                var (told, moved) = ($"{one} under {used?.Name}: {verdict}", verdict == StageMoveVerdict.Applied);
                Assert.True(groups[one.Group].StageId == (moved ? one.To : one.From), told);
                Assert.True(moved == events.ContainsKey(one.Group), told);
                Assert.True(verdict == StageMoveVerdict.Unchanged != history.ContainsKey(one.Group), told);
                if (history.GetValueOrDefault(one.Group) is { } change)
                {
                    Assert.Equal(
                        (one.From, one.To, moved, moved ? null : verdict.ToString(), ActorKind.Journey, At), (change.FromStageId, change.ToStageId, change.Applied, change.Reason, change.Source, change.At));
                }
                if (moved)
                {
                    Assert.Equal(At, groups[one.Group].StageSince);
                    Assert.Equal(
                        (ChangeEventKind.Stage, groups[one.Group].AccountId, one.From?.ToString(CultureInfo.InvariantCulture), one.To.ToString(CultureInfo.InvariantCulture), world.Actors[ActorKind.Journey]),
                        (events[one.Group].Kind, events[one.Group].AccountId, events[one.Group].Previous, events[one.Group].Current, events[one.Group].ActorId));
                }
            }
            Assert.Equal(cases.Count(one => StageMove.Decide(one.From, one.To, used) == StageMoveVerdict.Applied), applied);
            Assert.Equal(used is not null, applied > 0);
        }
    }

    [OnEveryDatabase]
    public async Task Many_groups_are_moved_by_one_query(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        var model = await database.StageModelAsync();
        await world.UseAsync(database, model);
        for (var i = 0; i < 3; i++)
            await world.GroupAtAsync(database, $"Account {i}", model.Named(i == 2 ? "Won" : "New").Id);
        var writer = database.Services.GetRequiredService<StageWriter>();

        var (asked, applied) = await database.Portal.WriteAsync(
            async (context, token) =>
            {
                await writer.BeginAsync(context, token);
                var requested = await writer.RequestAsync(context, context.BuyingGroups.Select(group => new TouchedRow { BuyingGroupId = group.Id }), model.Named("Working").Id, token);
                return ((requested, await writer.ApplyAsync(context, ActorKind.Journey, world.Actors[ActorKind.Journey], At, token)), true);
            },
            CancellationToken.None);

        await using var after = database.Open();
        Assert.Equal((3, 2), (asked, applied));
        Assert.Equal(2, await after.BuyingGroups.CountAsync(group => group.StageId == model.Named("Working").Id));
        Assert.Equal((3, nameof(StageMoveVerdict.NoTransition)), (await after.StageChanges.CountAsync(), (await after.StageChanges.SingleAsync(change => !change.Applied)).Reason));
    }

    [OnEveryDatabase]
    public async Task A_status_makes_an_event_only_where_it_changes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var world = await new GroupWorld(database.Open).BuildAsync();
        var (first, second) = (await world.GroupAtAsync(database, "First", null), await world.GroupAtAsync(database, "Second", null));

        Assert.Equal(1, await SetAsync(database, world, " Hot {0} ", first.Id));
        Assert.Equal(1, await SetAsync(database, world, "Hot {0}", first.Id, second.Id));
        Assert.Equal(2, await SetAsync(database, world, null, first.Id, second.Id));
        Assert.Equal(0, await SetAsync(database, world, " ", first.Id, second.Id));

        await using var after = database.Open();
        var events = await after.ChangeEvents.OrderBy(one => one.Id).ToListAsync();
        Assert.Equal(
            [(first.Id, null, "Hot {0}"), (second.Id, null, "Hot {0}"), (first.Id, "Hot {0}", null), (second.Id, "Hot {0}", null)],
            events.Select(one => (one.BuyingGroupId!.Value, one.Previous, one.Current)).OrderBy(one => one.Current is null).ThenBy(one => one.Value));
        Assert.All(events, one => Assert.Equal((ChangeEventKind.Status, At), (one.Kind, one.At)));
        Assert.Equal([null, null], await after.BuyingGroups.Select(group => group.NormalizedStatus).ToListAsync());
    }

    [Fact]
    public void Every_statement_is_T_SQL_on_SQL_Server()
    {
        var sql = TestDatabase.ProviderOf(DatabaseKind.SqlServer).GroupChanges;
        string[] statements =
        [
            .. sql.Prepare(), sql.LockGroups(sql.StageWork)!, sql.RequestStages([new StageLine(1, 2)]), sql.Verdicts(), sql.StageHistory(2, 1), sql.StageEvents(1), sql.MoveStages(),
            sql.RequestStatus(), sql.StatusEvents(1), sql.SetStatuses(),
        ];

        Assert.All(statements, statement => TransactSql.Parse(statement.Replace("{0}", "@at", StringComparison.Ordinal).Replace("{1}", "@other", StringComparison.Ordinal)));
    }

    private static Task<int> ApplyAsync(TestDatabase database, GroupWorld world, StageLine[] lines)
    {
        var writer = database.Services.GetRequiredService<StageWriter>();
        return database.Portal.WriteAsync(
            async (context, token) =>
            {
                await writer.BeginAsync(context, token);
                await writer.RequestAsync(context, lines, token);
                return (await writer.ApplyAsync(context, ActorKind.Journey, world.Actors[ActorKind.Journey], At, token), true);
            },
            CancellationToken.None);
    }

    private static Task<int> SetAsync(TestDatabase database, GroupWorld world, string? status, params long[] groups)
    {
        var writer = database.Services.GetRequiredService<StatusWriter>();
        return database.Portal.WriteAsync(
            async (context, token) =>
            {
                var touched = context.BuyingGroups.Where(group => groups.Contains(group.Id)).Select(group => new TouchedRow { BuyingGroupId = group.Id });
                return (await writer.SetAsync(context, touched, status, world.Actors[ActorKind.Manual], At, token), true);
            },
            CancellationToken.None);
    }
}
