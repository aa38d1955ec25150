using Bunit;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;
using BuyingGroups.Portal.Features.Stages;
using BuyingGroups.Tests.Stages;

namespace BuyingGroups.Tests.Features.Stages;

public sealed class StageModelPageTests : PageTest
{
    [Fact]
    public async Task A_draft_says_what_is_wrong_as_it_is_edited_and_is_saved_when_it_is_right_again()
    {
        var id = await DraftAsync();
        var page = Show<StageModelPage>($"/buying-groups/stages/{id}", with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("Ready to publish", page.Markup, StringComparison.Ordinal));

        page.Find("input[aria-label='From Start to Won']").Change(false);
        page.WaitForAssertion(() => Assert.Contains("“Start” has no next stage", page.Markup, StringComparison.Ordinal));
        Assert.True(Button(page, "Publish stage model").HasAttribute("disabled"));
        Button(page, "Add stage").Click();
        page.WaitForElement("input[aria-label='Name of stage 3']").Change("Working");
        page.WaitForElement("input[aria-label='From Start to Working']").Change(true);
        page.WaitForElement("input[aria-label='From Working to Won']").Change(true);
        page.WaitForAssertion(() => Assert.Contains("Ready to publish", page.Markup, StringComparison.Ordinal));
        Button(page, "Save draft").Click();

        page.WaitForAssertion(() => Assert.Contains("The draft is saved.", page.Markup, StringComparison.Ordinal));
        var saved = (await Portal.AskAsync(new GetStageModel(id))).Value!;
        Assert.Equal(["Start", "Won", "Working"], saved.Stages.Select(stage => stage.Name));
        Assert.Equal([new TransitionDraft(0, 2), new TransitionDraft(2, 1)], saved.Transitions);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("button[aria-label='Remove Working']")));
    }

    [Fact]
    public async Task A_saved_stage_stays_and_a_live_model_is_only_duplicated()
    {
        var id = await DraftAsync();
        var draft = (await Portal.AskAsync(new GetStageModel(id))).Value!;

        Assert.IsType<StageStays>((await Portal.SendAsync(new EditStageModel(id, draft.Version, "Short", [draft.Stages[0]], []))).Refusal);
        var swapped = await Portal.SendAsync(new EditStageModel(id, draft.Version, "Short", [draft.Stages[1], draft.Stages[0] with { Name = "Begin" }], [new TransitionDraft(1, 0)]));
        Assert.True((await Portal.SendAsync(new PublishStageModel(id, swapped.Value))).Succeeded);
        Assert.IsType<StageModelIsLive>((await Portal.SendAsync(new EditStageModel(id, swapped.Value + 1, "Short", draft.Stages, []))).Refusal);
        var copy = (await Portal.AskAsync(new GetStageModel((await Portal.SendAsync(new DuplicateStageModel(id))).Value))).Value!;

        Assert.Equal((PublicationStatus.Draft, "Copy of Short"), (copy.Status, copy.Name));
        Assert.Equal(["Won", "Begin"], copy.Stages.Select(stage => stage.Name));
        Assert.Equal([new TransitionDraft(1, 0)], copy.Transitions);
    }

    [Fact]
    public async Task A_live_model_shows_its_moves_without_anything_to_change()
    {
        var model = await Portal.Database.StageModelAsync();
        var page = Show<StageModelPage>($"/buying-groups/stages/{model.Id}", with => with.Add(p => p.Id, model.Id));

        page.WaitForAssertion(() => Assert.Contains("A live model does not change", page.Markup, StringComparison.Ordinal));
        Assert.Equal(5, page.FindAll(".drawing rect").Count);
        Assert.Equal(5, page.FindAll(".drawing path.way").Count);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
    }

    private async Task<int> DraftAsync() => (await Portal.SendAsync(new CreateStageModel(
        new StageModelDocument("Short", [new StageDocument("Start", StageKind.Entry), new StageDocument("Won", StageKind.Success)], [new StageTransitionDocument("Start", "Won")]), Publish: false))).Value;

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<StageModelPage> page, string text) => page.FindAll("button").Single(button => button.TextContent.Contains(text, StringComparison.Ordinal));
}
