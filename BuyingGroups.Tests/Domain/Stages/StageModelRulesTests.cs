using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Tests.Architecture;
using static BuyingGroups.Domain.Stages.StageKind;

namespace BuyingGroups.Tests.Domain.Stages;

public sealed class StageModelRulesTests
{
    private const string Good = """
        {
          "name": "Sales", // as agreed with sales
          "stages": [
            { "name": "New", "kind": "entry" }, { "name": "Working" }, { "name": "Won", "kind": "success", "description": "Signed" }, { "name": "Lost", "kind": "failure" },
          ],
          "transitions": [{ "from": "New", "to": "Working" }, { "from": "Working", "to": "won" }, { "from": "Working", "to": "Lost" }, { "from": "Lost", "to": "Working" }]
        }
        """;

    [Fact]
    public void A_good_model_has_no_problems_and_is_written_as_it_was_read()
    {
        var document = StageModelDocument.Parse(Good).Demand();

        Assert.Empty(StageModelRules.Problems(document));
        Assert.Equal([Entry, Ordinary, Success, Failure], document.Stages!.Select(stage => stage.Kind));
        Assert.Equal(document.ToString(), StageModelDocument.Parse(document.ToString()).Demand().ToString());
    }

    [Fact]
    public void The_model_of_the_documentation_can_be_published() =>
        Assert.Empty(StageModelRules.Problems(StageModelDocument.Parse(Tree.Read("docs/stage-models/sales.json")).Demand()));

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "name": "Sales", "stagse": [] }""")]
    [InlineData("""{ "name": "Sales", "stages": [{ "name": "New", "kind": "start" }] }""")]
    [InlineData("""{ "name": "Sales", "stages": [{ "name": "New", "kind": 2 }] }""")]
    public void What_is_no_stage_model_is_refused_with_the_reason(string text) => Assert.IsType<StageModelUnreadable>(StageModelDocument.Parse(text).Refusal);

    public static TheoryData<string, StageDocument[], string, Refusal> Faults { get; } = new()
    {
        { "nothing to start in", [new("Won", Success)], "", new NoEntryStage() },
        { "no success", [new("New", Entry), new("Lost", Failure)], "New>Lost", new NoSuccessStage() },
        { "two successes", [new("New", Entry), new("Won", Success), new("Gained", Success)], "New>Won", new SeveralSuccessStages("Won, Gained") },
        { "no next stage", [new("New", Entry), new("Won", Success), new("Idle")], "New>Won", new NoNextStage("Idle") },
        { "an entry without next stage", [new("New", Entry), new("Won", Success)], "", new NoNextStage("New") },
        { "a circle", [new("New", Entry), new("Won", Success), new("Here"), new("There")], "New>Won Here>There There>Here", new NoWayToDestination("There") },
        { "twice", [new("New", Entry), new("Won", Success), new(" new ", Entry)], "New>Won", new StageTwice("new") },
        { "unnamed", [new("New", Entry), new("Won", Success), new(" ")], "New>Won", new StageFault("3", "Name is empty. Nothing was changed; fill it in and save again.") },
        { "unknown", [new("New", Entry), new("Won", Success)], "New>Won New>Gone", new UnknownStage("Gone", "New", "Gone") },
        { "to itself", [new("New", Entry), new("Won", Success)], "New>Won New>New", new StageToItself("New") },
        { "beyond the end", [new("New", Entry), new("Won", Success)], "New>Won Won>New", new SuccessIsTheEnd("Won", "New") },
        { "the same transition twice", [new("New", Entry), new("Won", Success)], "New>Won new>won", new TransitionTwice("new", "won") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_wrong_is_said_with_the_stage(string what, StageDocument[] stages, string transitions, Refusal expected)
    {
        var document = new StageModelDocument("Sales", stages, [.. transitions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('>')).Select(one => new StageTransitionDocument(one[0], one[1]))]);

        Assert.True(StageModelRules.Problems(document).Contains(expected), $"{what}: {string.Join(" | ", StageModelRules.Problems(document))}");
    }

    [Fact]
    public void A_failure_stage_counts_as_a_destination() => Assert.Empty(StageModelRules.Problems(new StageModelDocument(
        "Sales", [new("New", Entry), new("Other", Entry), new("Won", Success), new("Lost", Failure)], [new("New", "Won"), new("Other", "Lost")])));

    [Fact]
    public void An_empty_document_says_everything_that_is_missing() => Assert.Equal(
        [nameof(Required), nameof(NoEntryStage), nameof(NoSuccessStage)], StageModelRules.Problems(new StageModelDocument(null, null, null)).Select(problem => problem.Name));
}
