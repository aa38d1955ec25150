using System.Net;
using System.Text;
using BuyingGroups.Portal.Api.Bodies;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Api;

/// <summary>Whatever a program sends by mistake or malice is refused by name, and nothing is written.</summary>
public sealed class ApiBodyTests
{
    private const string Accounts = "/api/v1/accounts";

    [Theory]
    [InlineData("", 400, "MalformedJson")]
    [InlineData("{", 400, "MalformedJson")]
    [InlineData("{\"accounts\":[{\"sourceKey\":\"A\",}]}", 400, "MalformedJson")]
    [InlineData("{\"accounts\":[]} {}", 400, "MalformedJson")]
    [InlineData("{\"accounts\":[],\"accounts\":[]}", 400, "MalformedJson")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", 400, "MalformedJson")]
    [InlineData("null", 400, "WrongKind")]
    [InlineData("[]", 400, "WrongKind")]
    [InlineData("{}", 400, "MissingMember")]
    [InlineData("{\"people\":[]}", 400, "UnknownMember")]
    [InlineData("{\"accounts\":{}}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[1]}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[{\"nme\":\"x\"}]}", 400, "UnknownMember")]
    [InlineData("{\"accounts\":[{\"id\":1}]}", 400, "UnknownMember")]
    [InlineData("{\"accounts\":[{\"rolesInAccount\":[]}]}", 400, "UnknownMember")]
    [InlineData("{\"accounts\":[{\"name\":1}]}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[{\"name\":[\"x\"]}]}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[{\"annualRevenue\":\"12\"}]}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[{\"customFields\":[]}]}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[{\"customFields\":{\"Tier\":{}}}]}", 400, "WrongKind")]
    [InlineData("{\"accounts\":[{\"name\":\"\\ud800\"}]}", 400, "NotUnicode")]
    [InlineData("{\"accounts\":[{\"\\ud800\":\"x\"}]}", 400, "NotUnicode")]
    public async Task A_body_of_the_wrong_form_is_refused_as_a_whole(string body, int status, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        var answer = await program.PutAsync(Accounts, body);

        Assert.Equal((status, code, "application/problem+json"), ((int)answer.Status, answer.Code, answer.Type));
        await using var context = portal.Open();
        Assert.False(await context.Accounts.AnyAsync());
    }

    [Fact]
    public async Task The_place_of_a_mistake_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        var answer = await program.PutAsync(Accounts, """{"accounts":[{"sourceKey":"A-1","name":"Hexa"},{"sourceKey":"A-2","name":"Ostmark","numberOfEmployees":"many"}]}""");

        Assert.StartsWith("/accounts/1/numberOfEmployees should be a number or null and is text.", answer.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("urn:buyinggroups:problem:WrongKind", answer.Json.GetProperty("type").GetString());
        Assert.Equal(400, answer.Json.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_other_media_types_and_bodies_too_large_are_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        byte[] broken = [.. "{\"accounts\":[{\"name\":\""u8, 0xC3, 0x28, .. "\"}]}"u8];
        var large = Encoding.UTF8.GetBytes($"{{\"accounts\":[{{\"name\":\"{new string('x', JsonBody.LargestBytes)}\"}}]}}");

        Assert.Equal("NotUnicode", (await program.SendAsync(HttpMethod.Put, Accounts, broken)).Code);
        Assert.Equal("JsonExpected", (await program.SendAsync(HttpMethod.Put, Accounts, "a=1"u8.ToArray(), "application/x-www-form-urlencoded")).Code);
        Assert.Equal("JsonExpected", (await program.SendAsync(HttpMethod.Put, Accounts, null)).Code);
        var tooLarge = await program.SendAsync(HttpMethod.Put, Accounts, large);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge"), (tooLarge.Status, tooLarge.Code));
    }

    [Fact]
    public async Task A_thousand_rows_are_taken_and_one_more_is_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        var taken = await program.PutAsync(Accounts, Many(1_000));
        var refused = await program.PutAsync(Accounts, Many(1_001));

        Assert.Equal(1_000, taken.Json.GetProperty("created").GetInt32());
        Assert.Equal((HttpStatusCode.BadRequest, "TooManyRows"), (refused.Status, refused.Code));
        Assert.Equal(0, (await program.PutAsync(Accounts, """{"accounts":[]}""")).Json.GetProperty("created").GetInt32());

        static string Many(int rows) => $"{{\"accounts\":[{string.Join(',', Enumerable.Range(1, rows).Select(i => $"{{\"sourceKey\":\"A-{i}\",\"name\":\"Account {i}\"}}"))}]}}";
    }

    [Fact]
    public async Task An_address_or_method_that_is_not_there_and_a_parameter_nobody_knows_are_answered_as_problems()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsView, Permissions.BuyingGroupsView);

        Assert.Equal((HttpStatusCode.NotFound, "NoSuchAddress"), Of(await program.GetAsync("/api/v1/contacts")));
        Assert.Equal((HttpStatusCode.NotFound, "NoSuchAddress"), Of(await program.GetAsync("/api/v1/buying-groups/seven")));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), Of(await program.GetAsync("/api/v1/buying-groups/7")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "MethodNotAllowed"), Of(await program.SendAsync(HttpMethod.Delete, Accounts, null)));
        Assert.Equal((HttpStatusCode.BadRequest, "UnknownParameter"), Of(await program.GetAsync(Accounts + "?name=x")));
        Assert.Equal((HttpStatusCode.BadRequest, "WrongParameter"), Of(await program.GetAsync(Accounts + "?limit=201")));
        Assert.Equal((HttpStatusCode.BadRequest, "WrongParameter"), Of(await program.GetAsync(Accounts + "?after=-1")));
        Assert.Equal((HttpStatusCode.BadRequest, "WrongParameter"), Of(await program.GetAsync(Accounts + "?sourceKey=%00")));
        Assert.Equal((HttpStatusCode.BadRequest, "WrongParameter"), Of(await program.GetAsync(Accounts + "?" + string.Join('&', Enumerable.Repeat("sourceKey=a", 101)))));

        static (HttpStatusCode, string?) Of(ApiAnswer answer) => (answer.Status, answer.Code);
    }
}
