using BuyingGroups.Domain;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.CommandLine;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.SolutionInterests;
using BuyingGroups.Portal.Features.Stages;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Machine;
using BuyingGroups.Tests.Portals;
using BuyingGroups.Tests.Stages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Stages;

public sealed class StageCommandTests
{
    private const string Good = """
        { "name": "Sales", "stages": [{ "name": "New", "kind": "entry" }, { "name": "Won", "kind": "success" }], "transitions": [{ "from": "New", "to": "Won" }] }
        """;

    [OnEveryDatabase]
    public async Task A_draft_is_made_published_used_and_deleted_when_nothing_needs_it(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var unfinished = new StageModelDocument("Sales", [new("New", StageKind.Entry)], []);
        var draft = (await portal.SendAsync(new CreateStageModel(unfinished, Publish: false))).Demand();
        Assert.Equal([nameof(NoSuccessStage), nameof(NoNextStage)], (await portal.SendAsync(new PublishStageModel(draft, 1))).Refusals.Select(refusal => refusal.Name));
        Assert.IsType<NotLive>((await SaveAsync(draft)).Refusal);
        (await portal.SendAsync(new DeleteStageModel(draft))).Demand();

        var id = (await portal.SendAsync(new CreateStageModel(StageModelDocument.Parse(Good).Demand(), Publish: false))).Demand();
        Assert.IsType<NameTaken>((await portal.SendAsync(new CreateStageModel(StageModelDocument.Parse(Good).Demand(), Publish: true))).Refusal);
        Assert.IsType<ChangedByOthers>((await portal.SendAsync(new PublishStageModel(id, 7))).Refusal);
        (await portal.SendAsync(new PublishStageModel(id, 1))).Demand();
        Assert.IsType<StageModelIsLive>((await portal.SendAsync(new PublishStageModel(id, 2))).Refusal);
        (await SaveAsync(id)).Demand();

        var row = Assert.Single((await portal.AskAsync(new FindStageModels(new PageRequest(), PublicationStatus.Live))).Demand().Rows);
        Assert.Equal(("New", "Won", "Fleet analytics"), (row.Stages[0].Name, row.Stages[0].Next.Single(), row.SolutionInterests.Single()));
        Assert.IsType<InUse>((await portal.SendAsync(new DeleteStageModel(id))).Refusal);
        await world.UseAsync(portal.Database, null);
        (await portal.SendAsync(new DeleteStageModel(id))).Demand();
        await using var context = portal.Open();
        Assert.Equal((0, 0), (await context.Stages.CountAsync(), await context.StageTransitions.CountAsync()));

        async Task<Outcome<int>> SaveAsync(int model)
        {
            await using var now = portal.Open();
            var solution = await now.SolutionInterests.AsNoTracking().SingleAsync();
            return await portal.SendAsync(new SaveSolutionInterest(solution.Id, solution.Name, null, solution.RoleTemplateId, model, Version: solution.Version));
        }
    }

    [OnEveryDatabase]
    public async Task A_group_is_moved_by_hand_and_a_refused_move_stands_in_the_history(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var model = await portal.Database.StageModelAsync();
        await world.UseAsync(portal.Database, model);
        var group = await world.GroupAtAsync(portal.Database, "Northwind", null);
        var sam = await portal.UserAsync("Sam Sales", "Sales");
        Task<Outcome<StageMoved>> MoveAsync(string stage) => portal.SendAsync(new MoveBuyingGroupStage(group.Id, model.Named(stage).Id), sam);

        Assert.IsType<StageIsNoEntry>((await MoveAsync("Working")).Demand().Refusal);
        Assert.True((await MoveAsync("New")).Demand().Applied);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new StageMoved(false), (await MoveAsync("New")).Demand());
        Assert.Equal(new StageMoveNotAllowed("New", "Won"), (await MoveAsync("Won")).Demand().Refusal);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        (await portal.SendAsync(new SetStatus(group.Id, " Hot "), sam)).Demand();

        var details = (await portal.AskAsync(new GetBuyingGroup(group.Id))).Demand();
        Assert.Equal((model.Named("New").Id, "Hot"), (details.StageId!.Value, details.Status));
        Assert.Equal([model.Named("Working").Id], details.NextStageIds);
        var history = (await portal.AskAsync(new FindStageHistory(group.Id, new PageRequest()))).Demand();
        Assert.Equal(
            [(false, null, "Hot", null), (true, "New", "Won", StageMoveVerdict.NoTransition), (true, null, "New", null), (true, null, "Working", StageMoveVerdict.NotAnEntryStage)],
            history.Rows.Select(row => (row.IsStage, row.From, row.To!, row.Refused)));
        Assert.Equal(4, history.Total);
        Assert.All(history.Rows, row => Assert.Equal("Sam Sales", row.By));
        Assert.IsType<NotFound>((await portal.SendAsync(new MoveBuyingGroupStage(group.Id, 99_999))).Refusal);
        Assert.IsType<NotFound>((await portal.SendAsync(new MoveBuyingGroupStage(99_999, model.Named("New").Id))).Refusal);
    }

    [Fact]
    public async Task Only_who_manages_stages_makes_models()
    {
        await using var portal = await TestPortal.CreateAsync();
        var marketer = await portal.UserAsync("Anna Berg", "Marketer");

        Assert.IsType<AccessDenied>((await portal.SendAsync(new CreateStageModel(StageModelDocument.Parse(Good).Demand(), Publish: true), marketer)).Refusal);
    }

    [Fact]
    public async Task The_command_line_publishes_a_document_or_names_every_problem()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var folder = new TemporaryFolder("stages");
        await File.WriteAllTextAsync(folder["good.json"], Good);
        await File.WriteAllTextAsync(folder["bad.json"], """{ "name": "Other", "stages": [{ "name": "New", "kind": "entry" }, { "name": "Idle" }], "transitions": [{ "from": "New", "to": "Gone" }] }""");

        var bad = await RunAsync("publish", folder["bad.json"]);
        var good = await RunAsync("publish", folder["good.json"]);

        Assert.Equal((1, 0, 1, 2), (bad.Code, good.Code, (await RunAsync("publish", folder["none.json"])).Code, (await RunAsync("list")).Code));
        Assert.All(["UnknownStage", "“Gone”", "NoSuccessStage", "NoNextStage: “Idle”", "Nothing was published."], text => Assert.Contains(text, bad.Output, StringComparison.Ordinal));
        Assert.Contains("“Sales” is live, with 2 stages", good.Output, StringComparison.Ordinal);
        await using var context = portal.Open();
        Assert.Equal(("Sales", PublicationStatus.Live), await context.StageModels.Select(model => ValueTuple.Create(model.Name, model.Status)).SingleAsync());

        async Task<(int Code, string Output)> RunAsync(params string[] arguments)
        {
            await using var output = new StringWriter();
            var verb = portal.Services.GetServices<ICommandLineVerb>().Single(one => one.Name == "stages");
            return (await verb.RunAsync(new CommandLineArguments(arguments), output, CancellationToken.None), output.ToString());
        }
    }
}
