using System.Globalization;
using System.Net;
using System.Text.Json;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Api;

/// <summary>What programs read: portion by portion, and as they may send it back.</summary>
[Trait("Category", "Database")]
public sealed class ReadingTests
{
    [OnEveryDatabase]
    public async Task Accounts_come_in_portions_each_once(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage, Permissions.AccountsView);
        await program.PutAsync("/api/v1/accounts", JsonSerializer.Serialize(new { accounts = Enumerable.Range(1, 7).Select(i => new { sourceKey = $"A-{i}", name = $"Account {i}" }) }));

        List<string> seen = [];
        var portions = 0;
        for (long? next = 0; next is { } after; portions++)
        {
            var answer = await program.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/accounts?limit=3&after={after}"));
            seen.AddRange(answer.Json.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("sourceKey").GetString()!));
            next = answer.Json.GetProperty("next") is { ValueKind: JsonValueKind.Number } more ? more.GetInt64() : null;
        }

        Assert.Equal(3, portions);
        Assert.Equal(["A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7"], seen);
        var chosen = await program.GetAsync("/api/v1/accounts?sourceKey=A-2&sourceKey=A-6&sourceKey=gone");
        Assert.Equal(["A-2", "A-6"], chosen.Json.GetProperty("accounts").EnumerateArray().Select(a => a.GetProperty("sourceKey").GetString()));
        Assert.Equal(0, (await program.GetAsync("/api/v1/accounts?after=99999999")).Json.GetProperty("accounts").GetArrayLength());
    }

    [OnEveryDatabase]
    public async Task A_record_that_is_read_and_sent_back_is_unchanged(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Account, CustomFieldKind.Number, "Score", []));
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage, Permissions.AccountsView);
        await program.PutAsync(
            "/api/v1/accounts",
            """{"accounts":[{"sourceKey":"A-1","name":"Hexa \"<script>\" 物流","annualRevenue":0.0001,"parentSourceKey":"A-0","customFields":{"Score":-7.25}}]}""");
        await program.PutAsync(
            "/api/v1/people",
            """{"people":[{"sourceKey":"P-1","accountSourceKey":"A-1","email":"mira@hexa.example","dateOfBirth":"1980-02-29","unsubscribed":true,"rolesInAccount":["employee"]}]}""");

        foreach (var list in new[] { "accounts", "people" })
        {
            var read = (await program.GetAsync("/api/v1/" + list)).Json.GetProperty(list)[0];
            var sent = read.EnumerateObject().Where(member => member.Name != "id").ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
            var answer = await program.PutAsync("/api/v1/" + list, JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { [list] = new[] { sent } }));
            Assert.StartsWith("unchanged", Assert.Single(answer.Rows), StringComparison.Ordinal);
        }

        var account = (await program.GetAsync("/api/v1/accounts")).Json.GetProperty("accounts")[0];
        Assert.Equal((0.0001m, -7.25m, "A-0"), (account.GetProperty("annualRevenue").GetDecimal(), account.GetProperty("customFields").GetProperty("Score").GetDecimal(), account.GetProperty("parentSourceKey").GetString()));
        var person = (await program.GetAsync("/api/v1/people?sourceKey=P-1")).Json.GetProperty("people")[0];
        Assert.Equal(("A-1", true, "1980-02-29", "employee"), (person.GetProperty("accountSourceKey").GetString(), person.GetProperty("unsubscribed").GetBoolean(), person.GetProperty("dateOfBirth").GetString(), person.GetProperty("rolesInAccount")[0].GetString()));
    }

    [OnEveryDatabase]
    public async Task Groups_come_with_their_roles_and_members(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var hexa = await world.AccountAsync("Hexa Freight", ["Chief of staff", "VP sales"]);
        var nord = await world.AccountAsync("Nord Cargo", []);
        var group = await world.GroupAsync(hexa);
        await world.GroupAsync(nord);
        var chief = hexa.People.Single(p => p.JobTitle == "Chief of staff");
        (await portal.SendAsync(new AssignMembers(group.Id, [new(chief.Id, GroupWorld.DecisionMaker)]))).Demand();
        using var program = await ApiProgram.WithAsync(portal, Permissions.BuyingGroupsView);

        var all = await program.GetAsync("/api/v1/buying-groups");
        var ofHexa = await program.GetAsync("/api/v1/buying-groups?accountSourceKey=" + Uri.EscapeDataString(hexa.SourceKey));
        var one = await program.GetAsync($"/api/v1/buying-groups/{group.Id}");

        Assert.Equal(["Fleet analytics for Hexa Freight", "Fleet analytics for Nord Cargo"], all.Json.GetProperty("buyingGroups").EnumerateArray().Select(g => g.GetProperty("name").GetString()));
        var row = Assert.Single(ofHexa.Json.GetProperty("buyingGroups").EnumerateArray());
        Assert.Equal((group.Id, hexa.SourceKey, "Fleet analytics", 1), (row.GetProperty("id").GetInt64(), row.GetProperty("accountSourceKey").GetString(), row.GetProperty("solutionInterest").GetString(), row.GetProperty("members").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Equal(
            ["Decision Maker 1/1", "Influencer 0/2", "Practitioner 0/3", "Champion 0/1"],
            one.Json.GetProperty("roles").EnumerateArray().Select(r => $"{r.GetProperty("role")} {r.GetProperty("membersAssigned")}/{r.GetProperty("membersRequired")}"));
        var member = Assert.Single(one.Json.GetProperty("members").EnumerateArray());
        Assert.Equal((chief.SourceKey, "Decision Maker", "Manual"), (member.GetProperty("personSourceKey").GetString(), member.GetProperty("role").GetString(), member.GetProperty("source").GetString()));
    }
}
