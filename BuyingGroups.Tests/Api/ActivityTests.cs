using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Api;

/// <summary>Activities come in by the API, as often as a program likes to send them.</summary>
[Trait("Category", "Database")]
public sealed class ActivityTests
{
    private const string Activities = "/api/v1/activities";

    [OnEveryDatabase]
    public async Task An_activity_sent_again_is_known_and_a_bad_one_comes_back_with_its_reason(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        await program.PutAsync("/api/v1/accounts", """{"accounts":[{"sourceKey":"A-1","name":"Hexa Freight"}]}""");
        await program.PutAsync("/api/v1/people", """{"people":[{"sourceKey":"P-1","accountSourceKey":"A-1","email":"mira@hexa.example"}]}""");
        const string Sent = """
            {"activities":[
            {"type":"page views","sourceKey":"w-1","personSourceKey":"P-1","occurredAt":"2026-03-01T10:15:00+02:00","attributes":{"page":"/pricing","seconds":42,"returning":true,"keyword":null}},
            {"type":"Form Filled Out","sourceKey":"w-2","email":"MIRA@hexa.example"},
            {"type":"Interesting Moment","accountSourceKey":"A-1"},
            {"type":"Skydiving","sourceKey":"w-3","personSourceKey":"P-1"},
            {"sourceKey":"w-4","personSourceKey":"P-1"},
            {"type":"Page Views","sourceKey":"w-5","personSourceKey":"a\u0000b"},
            {"type":"Page Views","sourceKey":"w\u00006","personSourceKey":"P-1"},
            {"type":"Page Views","email":"\u0000"}
            ]}
            """;

        var first = await program.PostAsync(Activities, Sent);
        var again = await program.PostAsync(Activities, Sent);

        string[] rejected = ["rejected w-3 UnknownActivityType", "rejected w-4 UnknownActivityType", "rejected w-5 UnknownPersonKey", "rejected w\u00006 UnreadableCharacter", "rejected  UnknownEmail"];
        Assert.Equal(["recorded w-1", "recorded w-2", "recorded", .. rejected], first.Rows);
        Assert.Equal(["known w-1", "known w-2", "recorded", .. rejected], again.Rows);
        Assert.Equal((3, 0, 5), (first.Json.GetProperty("recorded").GetInt32(), first.Json.GetProperty("known").GetInt32(), first.Json.GetProperty("rejected").GetInt32()));
        await using var context = portal.Open();
        var view = await context.Activities.Include(a => a.Attributes).SingleAsync(a => a.SourceKey == "w-1");
        Assert.Equal(new DateTime(2026, 3, 1, 8, 15, 0, DateTimeKind.Utc), view.OccurredAt);
        Assert.Equal(["page=/pricing", "returning=true", "seconds=42"], view.Attributes.Select(a => $"{a.Name}={a.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"activities":[{"kind":"x"}]}""", "UnknownMember")]
    [InlineData("""{"activities":[{"type":7}]}""", "WrongKind")]
    [InlineData("""{"activities":[{"type":"Page Views","occurredAt":"2026-03-01T10:15:00"}]}""", "WrongKind")]
    [InlineData("""{"activities":[{"type":"Page Views","occurredAt":"yesterday"}]}""", "WrongKind")]
    [InlineData("""{"activities":[{"type":"Page Views","occurredAt":1772355600}]}""", "WrongKind")]
    [InlineData("""{"activities":[{"type":"Page Views","attributes":["page"]}]}""", "WrongKind")]
    [InlineData("""{"activities":[{"type":"Page Views","attributes":{"page":["/a"]}}]}""", "WrongKind")]
    [InlineData("""{"activities":["Page Views"]}""", "WrongKind")]
    [InlineData("""{"activities":[],"source":"web"}""", "UnknownMember")]
    public async Task A_body_of_the_wrong_form_is_refused_as_a_whole(string body, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        var answer = await program.PostAsync(Activities, body);

        Assert.Equal((400, code), ((int)answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_thousand_are_taken_and_one_more_is_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        await program.PutAsync("/api/v1/accounts", """{"accounts":[{"sourceKey":"A-1","name":"Hexa Freight"}]}""");

        var taken = await program.PostAsync(Activities, Many(1_000));
        var refused = await program.PostAsync(Activities, Many(1_001));

        Assert.Equal(1_000, taken.Json.GetProperty("recorded").GetInt32());
        Assert.Equal((400, "TooManyActivities"), ((int)refused.Status, refused.Code));

        static string Many(int count) => $"{{\"activities\":[{string.Join(',', Enumerable.Range(1, count).Select(i => $"{{\"type\":\"Page Views\",\"sourceKey\":\"w-{i}\",\"accountSourceKey\":\"A-1\"}}"))}]}}";
    }
}
