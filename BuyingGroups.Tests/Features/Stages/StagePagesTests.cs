using Bunit;
using BuyingGroups.Portal.Features.Activities;
using BuyingGroups.Portal.Features.Groups.Details;
using BuyingGroups.Portal.Features.Stages;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Stages;

namespace BuyingGroups.Tests.Features.Stages;

public sealed class StagePagesTests : PageTest
{
    [Fact]
    public async Task Stage_models_stand_in_a_list_and_a_bad_document_is_refused_with_the_stage()
    {
        await Portal.Database.StageModelAsync();
        var page = Show<StageModelsPage>("/configuration/stage-models");

        page.WaitForAssertion(() => Assert.Contains("then Lost, Won", page.Markup, StringComparison.Ordinal));
        await page.Find("textarea[name=document]").ChangeAsync("""{ "name": "Other", "stages": [{ "name": "New" }, { "name": "new" }] }""");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("two stages named “new”", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        await page.Find("textarea[name=document]").ChangeAsync("""{ "name": "Other", "stages": [{ "name": "Start", "kind": "entry" }] }""");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Start", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_is_moved_from_its_page()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        var model = await Portal.Database.StageModelAsync();
        await world.UseAsync(Portal.Database, model);
        var group = await world.GroupAtAsync(Portal.Database, "Northwind", model.Named("New").Id);
        var page = Show<GroupPage>($"/buying-groups/{group.Id}/stages", with => with.Add(p => p.Id, group.Id).Add(p => p.Tab, "stages"));

        await page.WaitForElement("button[aria-label='Stage: New. Move it']").ClickAsync();
        await page.WaitForElement("select[name=stage]").ChangeAsync($"{model.Named("Working").Id}");
        await page.Find("form.statusform").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("moved the group from New to Working", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("button[aria-label='Stage: Working. Move it']"));
    }

    [Fact]
    public async Task An_activity_type_is_added_and_retired()
    {
        var page = Show<ActivityTypesPage>("/configuration/activity-types");
        await page.WaitForElement("input[name=name]").ChangeAsync("Chatted");
        await page.Find("form").SubmitAsync();
        await page.WaitForElement("button[aria-label='Retire Chatted']").ClickAsync();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("button[aria-label='Bring Chatted back']")));
    }
}
