using Bunit;
using BuyingGroups.Portal.Shell.Components;

namespace BuyingGroups.Tests.Shell.Components;

public sealed class FilterBarTests : ComponentTest
{
    [Fact]
    public async Task A_filter_can_be_taken_off_by_its_spoken_name()
    {
        string? removed = null;
        var bar = Render<FilterBar>(p => p.Add(b => b.Chips, [new("stage", "Stage is Aware"), new("q", "Completeness < 50 %")]).Add(b => b.OnRemove, key => removed = key));

        await bar.Find("[aria-label='Remove filter: Stage is Aware']").ClickAsync();

        Assert.Equal("stage", removed);
    }

    [Fact]
    public async Task Adding_a_filter_shows_what_there_is_then_its_editor_then_closes()
    {
        FilterOffer[] offers = [new("stage", "Stage", "flag", builder => builder.AddMarkupContent(0, "<input id='stage-editor'>"))];
        var bar = Render<FilterBar>(p => p.Add(b => b.Offers, offers));

        await bar.Find(".fchip.add").ClickAsync();
        await bar.Find(".pop .mi").ClickAsync();
        Assert.NotNull(bar.Find("#stage-editor"));

        bar.Render(p => p.Add(b => b.Chips, [new("stage", "Stage is Aware")]));
        Assert.Empty(bar.FindAll(".pop"));
    }

    [Fact]
    public async Task Escape_closes_a_panel()
    {
        var popover = Render<Popover>(p => p.Add(o => o.Button, "Columns").Add(o => o.Panel, "Panel"));

        await popover.Find("button").ClickAsync();
        Assert.Equal("true", popover.Find("button").GetAttribute("aria-expanded"));
        await popover.Find(".popbox").KeyDownAsync("Escape");

        Assert.Empty(popover.FindAll(".pop"));
        Assert.Equal("false", popover.Find("button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task Columns_are_chosen_and_moved()
    {
        IReadOnlyList<string>? chosen = [];
        var picker = Render<ColumnPicker>(p => p
            .Add(c => c.Columns, [new("stage", "Stage"), new("roles", "Roles"), new("status", "Status", false)])
            .Add(c => c.Shown, ["stage", "roles"]).Add(c => c.OnChange, keys => chosen = keys));
        await picker.Find("button").ClickAsync();

        await picker.Find("[aria-label='Move Roles left']").ClickAsync();
        Assert.Equal(["roles", "stage"], chosen);

        await picker.FindAll("input[type=checkbox]")[2].ChangeAsync(true);
        Assert.Equal(["stage", "roles", "status"], chosen);

        await picker.Find(".btn.link").ClickAsync();
        Assert.Null(chosen);
    }

    [Fact]
    public async Task A_view_that_was_changed_says_so_and_can_be_saved_anew()
    {
        SavedView? saved = null;
        var views = Render<SavedViews>(p => p
            .Add(v => v.Views, [new(3, "Decision Maker missing", "missing=1")]).Add(v => v.CurrentId, 3).Add(v => v.Query, "missing=1&stage=2").Add(v => v.OnSave, view => saved = view));

        Assert.Contains("Edited", views.Find("button").TextContent, StringComparison.Ordinal);
        await views.Find("button").ClickAsync();
        await views.FindAll(".mi").First(item => item.TextContent.Contains("Save as new view", StringComparison.Ordinal)).ClickAsync();
        await views.Find("input").ChangeAsync("  Mine  ");
        await views.Find("form").SubmitAsync();

        Assert.Equal(new SavedView(0, "Mine", "missing=1&stage=2"), saved);
    }
}
