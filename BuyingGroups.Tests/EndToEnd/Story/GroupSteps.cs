using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>Creating buying groups and finding the ones that need somebody.</summary>
internal static class GroupSteps
{
    /// <summary>Walks the create wizard and waits for the job's end.</summary>
    /// <returns>How many groups and members the summary promised.</returns>
    public static async Task<(string Groups, string Members)> CreateGroupsAsync(this Visitor visitor, string solution, string audience, string? picture = null)
    {
        await visitor.OpenAsync("/buying-groups/new");
        await visitor.ClickAsync("Start");
        await visitor.Page.Locator("[data-choice=solution]").GetByLabel(solution).First.CheckAsync();
        await visitor.Page.Locator("[data-choice=audience]").GetByLabel(audience).First.CheckAsync();
        await visitor.ClickAsync("Summary");
        var groups = await visitor.Page.Locator("[data-groups]").InnerTextAsync();
        var members = await visitor.Page.Locator("[data-members]").InnerTextAsync();
        if (picture is not null)
        {
            await Picture.TakeAsync(visitor.Page, picture);
        }

        await visitor.Page.Locator("main .btn.p").Last.ClickAsync();
        await visitor.Page.Locator("[data-creation-run=Succeeded]").WaitForAsync(new() { Timeout = 60_000 });
        return (groups, members);
    }

    /// <summary>Adds a filter to a list whose values are ticked.</summary>
    public static async Task FilterByAsync(this Visitor visitor, string filter, string value)
    {
        await visitor.OpenFilterAsync(filter);
        await visitor.Page.Locator(".pop .options").GetByLabel(value, new() { Exact = true }).CheckAsync();
        await visitor.ApplyAsync();
    }

    /// <summary>Adds a filter to a list that goes up to a number, that number included.</summary>
    public static async Task FilterUpToAsync(this Visitor visitor, string filter, string number)
    {
        await visitor.OpenFilterAsync(filter);
        var to = visitor.Page.Locator(".pop").GetByLabel("To", new() { Exact = true });
        await to.FillAsync(number);
        await to.BlurAsync();
        await visitor.ApplyAsync();
    }

    /// <summary>The names in the rows of the list.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(this Visitor visitor) => await visitor.Page.Locator(".pgrid tbody a.m").AllInnerTextsAsync();

    /// <summary>What the list says about how many rows there are: "1–50 of 59".</summary>
    public static Task<string> RangeAsync(this Visitor visitor) => visitor.Page.Locator(".pgrid .pager .num").InnerTextAsync();

    /// <summary>Assigns the first person offered to a role that nobody fills.</summary>
    /// <returns>The person's name.</returns>
    public static async Task<string> AssignFirstAsync(this Visitor visitor, string role, string? picture = null)
    {
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = $"Assign {role}", Exact = true }).First.ClickAsync();
        var row = visitor.Page.Locator("dialog[open] tbody tr").First;
        var name = await row.Locator(".m").First.InnerTextAsync();
        await row.GetByLabel($"Select {name}", new() { Exact = true }).PickAsync();
        await row.GetByLabel($"Role of {name}", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = role });
        await visitor.Page.Locator("dialog[open]").GetByText("Added by hand").WaitForAsync();
        if (picture is not null)
        {
            await Picture.TakeAsync(visitor.Page, picture);
        }

        await visitor.ClickAsync("Assign one member");
        await visitor.Lane(role).GetByText(name, new() { Exact = true }).WaitForAsync();
        return name;
    }

    /// <summary>Removes the first member of a role.</summary>
    /// <returns>The person's name.</returns>
    public static async Task<string> RemoveFirstAsync(this Visitor visitor, string role)
    {
        var card = visitor.Lane(role).Locator(".mem:not(.sug):not(.more)").First;
        var name = await card.Locator(".m").First.InnerTextAsync();
        await card.GetByLabel($"Actions for {name}", new() { Exact = true }).First.ClickAsync();
        await visitor.ClickAsync("Remove from the group");
        // Removing always asks. The results of what was done before may still stand, so they tell nothing: the card must go.
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove" }).First.ClickAsync();
        await Assertions.Expect(visitor.Lane(role).Locator(".mem:not(.sug)").GetByText(name, new() { Exact = true })).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        return name;
    }

    /// <summary>The lane of a role on the board of a group.</summary>
    public static ILocator Lane(this Visitor visitor, string role) => visitor.Page.Locator($".rlane[aria-label='{role}']");

    private static async Task OpenFilterAsync(this Visitor visitor, string filter)
    {
        await visitor.Page.Locator(".filters .fchip.add").ClickAsync();
        await visitor.Page.Locator(".filters .pop").GetByRole(AriaRole.Button, new() { Name = filter }).First.ClickAsync();
    }

    /// <summary>Applies a filter that leaves fewer rows, and waits until the list says so: until then it shows the old rows, dimmed.</summary>
    private static async Task ApplyAsync(this Visitor visitor)
    {
        var before = await visitor.Page.Locator(".filters > .end").InnerTextAsync();
        await visitor.ClickAsync("Apply filter");
        await visitor.Page.WaitForFunctionAsync("before => document.querySelector('.filters > .end')?.innerText !== before", before);
        await visitor.ReadyAsync();
    }
}
