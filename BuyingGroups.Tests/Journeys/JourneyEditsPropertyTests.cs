using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Edits;
using BuyingGroups.Tests.Journeys.RandomJourneys;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneyEditsPropertyTests
{
    /// <summary>What may be wrong with a draft in between: settings that are still to be filled in. Everything else is the drawing's, and edits keep that in order.</summary>
    private static readonly string[] ToBeFilledIn =
    [
        "ConditionMissing", "ConditionCannotBeUsed", "PercentsDoNotSum", "PercentOutOfRange", "PathNeverTaken", "MergeOfOne", "TimeoutMissing", "TextMissing", "ReferenceMissing",
    ];

    [Fact]
    public void Undoing_all_gives_the_original_and_redoing_all_the_edited_and_every_step_is_in_order_and_laid_out_without_overlaps()
    {
        var applied = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var original = seed % 5 == 0 ? JourneyDocument.Empty : RandomJourney.Make(seed, 5 + seed);
            var (history, edits) = (new JourneyHistory(original), new RandomEdits(seed));
            for (var step = 0; step < JourneyLimits.HistorySteps; step++)
            {
                var edit = edits.Try(history.Current);
                if (!edit.Succeeded || edit.Value.Document.Nodes.Count > 120)
                    continue;
                applied += history.Apply(edit.Value) ? 1 : 0;
                InOrder(edit.Value, seed);
                JourneyLayoutTests.NoOverlaps(edit.Value.Document, JourneyLayout.Of(edit.Value.Document));
                if (step % 10 == 0)
                    Assert.Equal(edit.Value.Document, JourneyJson.Read(JourneyJson.Write(edit.Value.Document)).Document);
            }
            var edited = history.Current;

            var steps = 0;
            while (history.Undo() is { } undone)
            {
                Assert.Equal(undone.Before, history.Current);
                steps++;
            }
            Assert.Equal(original, history.Current);
            for (; steps > 0; steps--)
                Assert.NotNull(history.Redo());
            Assert.Equal(edited, history.Current);
            Assert.Null(history.Redo());
        }
        Assert.True(applied > 3000, $"Only {applied} edits were applied.");
    }

    private static void InOrder(JourneyEdit edit, int seed)
    {
        var wrong = JourneyValidation.Of(edit.Document, JourneyWorld.Catalog)
            .Where(problem => !ToBeFilledIn.Contains(problem.Refusal.Name, StringComparer.Ordinal) && !(edit.Document.Start is null && problem.Refusal.Name is "StartMissing"))
            .Select(problem => problem.ToString()).ToList();
        Assert.True(wrong.Count == 0, $"Seed {seed}, {edit.Description}:\n{string.Join('\n', wrong)}\nbefore: {JourneyJson.Write(edit.Before)}\nafter: {JourneyJson.Write(edit.Document)}");
        Assert.NotEmpty(edit.Description.ToString());
        if (edit.Selected is { } selected)
            Assert.Contains(selected, edit.Document.Nodes.Keys);
    }
}
