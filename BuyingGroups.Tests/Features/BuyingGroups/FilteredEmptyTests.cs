using Bunit;
using BuyingGroups.Portal.Features.Groups.Browse;

namespace BuyingGroups.Tests.Features.Groups;

/// <summary>A list that its filters leave empty says which of them to drop.</summary>
public sealed class FilteredEmptyTests : PageTest
{
    [Fact]
    public async Task The_filter_whose_removal_shows_most_is_named_and_dropped_with_a_click()
    {
        var world = await new GroupWorld(Portal.Open).BuildAsync();
        foreach (var name in new[] { "Hexa Freight", "Nord Cargo" })
            await world.GroupAsync(await world.AccountAsync(name, []));

        var page = Show<BrowsePage>($"/buying-groups/browse?q=Nowhere&solution={world.Solution.Id}");
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent.Contains("Drop the search for “Nowhere”: 2 fit", StringComparison.Ordinal)));
        await page.FindAll("button").Single(button => button.TextContent.StartsWith("Drop", StringComparison.Ordinal)).ClickAsync(new());

        Assert.Equal($"/buying-groups/browse?solution={world.Solution.Id}", Address.Path);
    }

    [Fact]
    public async Task With_one_filter_there_is_only_one_thing_to_clear()
    {
        await new GroupWorld(Portal.Open).BuildAsync();

        var page = Show<BrowsePage>("/buying-groups/browse?q=Nowhere");
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent == "Clear filters"));

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.StartsWith("Drop", StringComparison.Ordinal));
    }
}
