using System.Net;
using System.Text;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Features.Journeys;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Api;

/// <summary>A program drafts, publishes, counts and stops a journey.</summary>
public sealed class JourneyCallTests
{
    [Fact]
    public async Task A_journey_is_made_corrected_published_counted_and_stopped_by_a_program()
    {
        await using var portal = await TestPortal.CreateAsync();
        await new JourneyWorld(portal).Groups.BuildAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.JourneysView, Permissions.JourneysManage, Permissions.JourneysPublish);

        var made = await PostAsync(program, "/api/v1/journeys", $$"""{"name":"Nurture","document":{{JourneyWorld.Document.Replace("Influencer", "Wizard", StringComparison.Ordinal)}}}""");
        var id = made.Json.GetProperty("id").GetInt32();
        var refused = await PostAsync(program, $"/api/v1/journeys/{id}/publish", "{}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("“assign”", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);

        var draft = (await program.GetAsync($"/api/v1/journeys/{id}/draft")).Json;
        var version = draft.GetProperty("version").GetInt32();
        var corrected = $$"""{"version":{{version}},"document":{{draft.GetProperty("document").GetRawText().Replace("Wizard", "Influencer", StringComparison.Ordinal)}}}""";
        Assert.Equal(version + 1, (await program.PutAsync($"/api/v1/journeys/{id}/draft", corrected)).Json.GetProperty("version").GetInt32());
        Assert.Equal((HttpStatusCode.Conflict, "JourneyChangedBy"), Said(await program.PutAsync($"/api/v1/journeys/{id}/draft", corrected)));

        Assert.Equal(1, (await PostAsync(program, $"/api/v1/journeys/{id}/publish", $$"""{"version":{{version + 1}}}""")).Json.GetProperty("number").GetInt32());
        var counts = (await program.GetAsync($"/api/v1/journeys/{id}/counts")).Json;
        Assert.Equal(("live", 7), (counts.GetProperty("status").GetString(), counts.GetProperty("nodes").GetArrayLength()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(program, $"/api/v1/journeys/{id}/close", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(program, $"/api/v1/journeys/{id}/abort", "{}")).Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "JourneyIsOver"), Said(await PostAsync(program, $"/api/v1/journeys/{id}/abort", "{}")));
        var listed = (await program.GetAsync("/api/v1/journeys?name=nurture")).Json.GetProperty("journeys");
        Assert.Equal("aborted", Assert.Single(listed.EnumerateArray()).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("[]", "WrongKind")]
    [InlineData("{}", "MissingMember")]
    [InlineData("{\"name\":1}", "WrongKind")]
    [InlineData("{\"name\":\"x\",\"colour\":\"red\"}", "UnknownMember")]
    [InlineData("{\"name\":\"x\",\"document\":[]}", "WrongKind")]
    [InlineData("{\"name\":\"x\",\"description\":7}", "WrongKind")]
    public async Task A_body_of_another_form_is_refused_by_name(string body, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.JourneysManage);
        Assert.Equal((HttpStatusCode.BadRequest, code), Said(await PostAsync(program, "/api/v1/journeys", body)));
    }

    [Fact]
    public async Task A_document_that_is_none_is_refused_with_what_is_wrong_and_nothing_is_made()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.JourneysManage, Permissions.JourneysView);
        var refused = await PostAsync(program, "/api/v1/journeys", """{"name":"x","document":{"schema":1,"nodes":[{"id":"a","kind":"teleport"}]}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("teleport", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await program.GetAsync("/api/v1/journeys")).Json.GetProperty("journeys").GetArrayLength());
    }

    private static (HttpStatusCode, string?) Said(ApiAnswer answer) => (answer.Status, answer.Code);

    private static Task<ApiAnswer> PostAsync(ApiProgram program, string path, string body) => program.SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body));
}
