using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>Describing what is sold and who decides: role template, solution interest, audience.</summary>
internal static class DescribingSteps
{
    /// <summary>Makes a role template and publishes it.</summary>
    /// <param name="roles">In order of priority: role, and the text that the job title contains.</param>
    public static async Task MakeRoleTemplateAsync(this Visitor visitor, string name, IReadOnlyList<(string Role, string TitleContains)> roles)
    {
        await visitor.OpenAsync("/buying-groups/role-templates/new");
        await visitor.FillAsync("Name", name);
        for (var i = 0; i < roles.Count; i++)
        {
            await visitor.ClickAsync("Add role");
            var card = visitor.Page.Locator(".rolecard").Nth(i);
            await card.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = roles[i].Role });
            var automatically = card.GetByLabel("Assign automatically");
            if (!await automatically.IsCheckedAsync())
            {
                await automatically.CheckAsync();
            }

            await AddTextFilterAsync(card, "Job title", "contains", roles[i].TitleContains);
        }

        await visitor.SaveAndPublishAsync();
    }

    /// <summary>Makes an audience of accounts whose <paramref name="field"/> is filled with <paramref name="value"/>, and publishes it; no field = all accounts.</summary>
    public static async Task MakeAudienceAsync(this Visitor visitor, string name, string? field = null, string? value = null)
    {
        await visitor.OpenAsync("/audiences/new");
        await visitor.FillAsync("Name", name);
        if (field is not null)
        {
            await AddTextFilterAsync(visitor.Page.Locator("main"), field, "is", value!);
        }

        await visitor.SaveAndPublishAsync();
    }

    /// <summary>Makes a solution interest on a live role template.</summary>
    public static async Task MakeSolutionInterestAsync(this Visitor visitor, string name, string roleTemplate, string? stageModel = null)
    {
        await visitor.OpenAsync("/buying-groups/solution-interests");
        await visitor.ClickAsync("New solution interest");
        var dialog = visitor.Page.Locator("dialog[open]");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await dialog.Locator("select[name=role-template]").SelectOptionAsync(new SelectOptionValue { Label = roleTemplate });
        if (stageModel is not null)
        {
            await dialog.Locator("select[name=stage-model]").SelectOptionAsync(new SelectOptionValue { Label = stageModel });
        }

        await dialog.GetByLabel("Keep existing buying groups up to date").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create solution interest" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).WaitForAsync();
    }

    /// <summary>Makes a static account list and leaves it a draft.</summary>
    public static async Task MakeAccountListAsync(this Visitor visitor, string name)
    {
        await visitor.OpenAsync("/audiences/lists/new");
        await visitor.FillAsync("Name", name);
        var address = visitor.Page.Url;
        await visitor.ClickAsync("Save");
        await visitor.Page.WaitForURLAsync(now => now != address);
    }

    /// <summary>Adds a filter through the "+ Filter" button of a condition editor, as somebody without a drag would.</summary>
    private static async Task AddTextFilterAsync(ILocator place, string field, string comparison, string value)
    {
        await place.GetByLabel("Add a filter", new() { Exact = true }).First.ClickAsync();
        await place.Locator(".chooser").GetByTitle($"Add a filter: {field}", new() { Exact = true }).ClickAsync();
        var filter = place.Locator(".cf").Last;
        await filter.GetByLabel("Comparison").SelectOptionAsync(new SelectOptionValue { Label = comparison });
        var typed = filter.Locator("input[data-value]");
        await typed.FillAsync(value);
        await typed.BlurAsync();
    }

    private static async Task SaveAndPublishAsync(this Visitor visitor)
    {
        var address = visitor.Page.Url;
        await visitor.ClickAsync("Save");
        await visitor.Page.WaitForURLAsync(now => now != address);
        await visitor.ClickAsync("Publish");
        var confirmation = visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("publish", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)) });
        var live = visitor.Page.Locator("main .st-live");
        await confirmation.Or(live).First.WaitForAsync();
        if (await confirmation.IsVisibleAsync())
        {
            await confirmation.ClickAsync();
        }

        await live.First.WaitForAsync();
    }
}
