using System.Net;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;
using BuyingGroups.Tests.Stages;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Api;

/// <summary>A program moves a group along its stages.</summary>
public sealed class GroupCallTests
{
    [Fact]
    public async Task A_group_is_moved_by_the_name_of_a_stage_and_what_the_model_does_not_allow_is_kept_as_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var model = await portal.Database.StageModelAsync();
        await world.UseAsync(portal.Database, model);
        var group = await world.GroupAsync(await world.AccountAsync("Hexa Freight", ["Chief pilot"]));
        using var program = await ApiProgram.WithAsync(portal, Permissions.BuyingGroupsEditMembers);
        var address = $"/api/v1/buying-groups/{group.Id}/stage";

        var early = await program.PostAsync(address, """{"stage":"Won"}""");
        var entry = await program.PostAsync(address, """{"stage":"New"}""");
        var again = await program.PostAsync(address, """{"stage":"New"}""");
        var on = await program.PostAsync(address, """{"stage":" Working "}""");

        Assert.Equal((false, "StageIsNoEntry"), (early.Json.GetProperty("applied").GetBoolean(), early.Json.GetProperty("refusal").GetProperty("code").GetString()));
        Assert.True(entry.Json.GetProperty("applied").GetBoolean());
        Assert.Equal((false, System.Text.Json.JsonValueKind.Null), (again.Json.GetProperty("applied").GetBoolean(), again.Json.GetProperty("refusal").ValueKind));
        Assert.True(on.Json.GetProperty("applied").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync(address, """{"stage":"Nowhere"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync("/api/v1/buying-groups/99999/stage", """{"stage":"New"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsync(address, """{"stage":7}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsync(address, "{}")).Status);
        await using var context = portal.Open();
        Assert.Equal("Working", await context.BuyingGroups.Where(g => g.Id == group.Id).Select(g => g.Stage!.Name).SingleAsync());
        Assert.Equal([false, true, true], await context.StageChanges.OrderBy(c => c.Id).Select(c => c.Applied).ToListAsync());
    }
}
