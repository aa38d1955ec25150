using Bunit;
using Radzen.Blazor;

namespace BuyingGroups.Tests;

public sealed class ComponentTestTests : ComponentTest
{
    [Fact]
    public async Task A_component_of_the_library_renders_and_answers_a_click()
    {
        var clicked = 0;
        var button = Render<RadzenButton>(parameters => parameters.Add(b => b.Text, "Assign").Add(b => b.Click, _ => clicked++));

        await button.Find("button").ClickAsync();

        Assert.Equal(1, clicked);
        Assert.Contains("Assign", button.Find("button").TextContent, StringComparison.Ordinal);
    }
}
