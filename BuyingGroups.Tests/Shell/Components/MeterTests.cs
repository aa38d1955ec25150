using Bunit;
using BuyingGroups.Portal.Shell.Components;

namespace BuyingGroups.Tests.Shell.Components;

public sealed class MeterTests : ComponentTest
{
    [Fact]
    public void Completeness_is_a_block_for_every_required_role()
    {
        var meter = Render<CompletenessMeter>(p => p.Add(m => m.Percent, 42).Add(m => m.Parts, [0, 1, 2 / 3.0, 0]));

        Assert.Equal(["height:0%", "height:100%", "height:66.7%", "height:0%"], meter.FindAll(".blk b").Select(block => block.GetAttribute("style")));
        Assert.Equal("42", meter.Find("[role=meter]").GetAttribute("aria-valuenow"));
        Assert.Equal("42 %", meter.Find(".v").TextContent);
    }

    [Fact]
    public void Completeness_without_roles_fills_four_blocks()
    {
        var meter = Render<CompletenessMeter>(p => p.Add(m => m.Percent, 60));

        Assert.Equal(["height:100%", "height:100%", "height:40%", "height:0%"], meter.FindAll(".blk b").Select(block => block.GetAttribute("style")));
    }

    [Theory]
    [InlineData(62, 22, "62 of 100, up 22", "ok")]
    [InlineData(33, -6, "33 of 100, down 6", "bad")]
    [InlineData(18, 0, "18 of 100", "t3")]
    public void Engagement_says_its_change_in_words(int score, int change, string spoken, string look)
    {
        var meter = Render<EngagementMeter>(p => p.Add(m => m.Score, score).Add(m => m.Change, change));

        Assert.Equal(spoken, meter.Find("[role=meter]").GetAttribute("aria-valuetext"));
        Assert.Contains(look, meter.Find(".dl").ClassList);
    }

    [Theory]
    [InlineData(0, 1, true, "miss", "DM")]
    [InlineData(1, 3, true, "part", "DM 1/3")]
    [InlineData(1, 1, true, "", "DM")]
    [InlineData(4, 3, true, "", "DM")]
    [InlineData(0, 1, false, "opt", "DM")]
    [InlineData(1, 2, false, "", "DM")]
    public void A_role_looks_as_it_is_filled(int assigned, int needed, bool required, string look, string label)
    {
        var role = new RoleFill("DM", "Decision Maker", assigned, needed, required);

        Assert.Equal((look, label), (role.Look, role.Label));
    }

    [Fact]
    public void A_role_strip_speaks_names_and_folds_what_comes_after_six()
    {
        var roles = Enumerable.Range(1, 8).Select(n => new RoleFill($"R{n}", $"Role {n}", 0, 1, true)).ToList();

        var strip = Render<RoleStrip>(p => p.Add(s => s.Roles, roles));

        var items = strip.FindAll("[role=listitem]");
        Assert.Equal(7, items.Count);
        Assert.Equal("Role 1: missing", items[0].GetAttribute("title"));
        Assert.StartsWith("+2", items[6].TextContent, StringComparison.Ordinal);
        Assert.Equal("Role 7: missing, Role 8: missing", items[6].GetAttribute("title"));
    }

    [Theory]
    [InlineData("Anna Berg", "AB")]
    [InlineData("Skog & Kraft", "SK")]
    [InlineData("nordmaskin", "N")]
    [InlineData("通富物流", "通")]
    [InlineData("Ann-Marie de la Cruz", "AD")]
    [InlineData("  ", "?")]
    [InlineData(null, "?")]
    [InlineData("& –", "?")]
    public void Initials_stand_for_a_name(string? name, string expected) => Assert.Equal(expected, Initials.Of(name));

    [Fact]
    public void A_stage_is_marked_by_more_than_colour()
    {
        var stepper = Render<StageStepper>(p => p.Add(s => s.Stages, ["Aware", "Engaged", "Won"]).Add(s => s.Current, "Engaged"));

        Assert.Equal("Engaged", stepper.Find("[aria-current=step]").TextContent);
        Assert.Single(stepper.FindAll("li.done i"));
    }
}
