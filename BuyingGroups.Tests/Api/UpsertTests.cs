using System.Net;
using System.Text.Json;
using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Security;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Api;

/// <summary>Accounts, people and opportunities come in by their source keys, as often as a program likes to send them.</summary>
[Trait("Category", "Database")]
public sealed class UpsertTests
{
    private const string Accounts = "/api/v1/accounts";
    private const string People = "/api/v1/people";
    private const string Opportunities = "/api/v1/opportunities";

    private const string TwoAccounts =
        """{"accounts":[{"sourceKey":"A-1","name":"Hexa Freight","industry":"Logistics","annualRevenue":1250000.5,"numberOfEmployees":1800,"billingCountry":"Sweden"},{"sourceKey":"A-2","name":"Ostmark Mobil","parentSourceKey":"A-1"}]}""";

    [OnEveryDatabase]
    public async Task The_same_call_again_changes_nothing(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        var first = await program.PutAsync(Accounts, TwoAccounts);
        var again = await program.PutAsync(Accounts, TwoAccounts);

        Assert.Equal(["created A-1", "created A-2"], first.Rows);
        Assert.Equal(["unchanged A-1", "unchanged A-2"], again.Rows);
        Assert.Equal(2, again.Json.GetProperty("unchanged").GetInt32());
        await using var context = portal.Open();
        var stored = await context.Accounts.Include(a => a.ParentAccount).OrderBy(a => a.SourceKey).ToListAsync();
        Assert.Equal(["Hexa Freight", "Ostmark Mobil"], stored.Select(a => a.Name));
        Assert.Equal((1_250_000.5m, 1800, "Sweden"), (stored[0].AnnualRevenue, stored[0].NumberOfEmployees, stored[0].BillingCountry));
        Assert.Equal("A-1", stored[1].ParentAccount!.SourceKey);
        Assert.Equal((1, portal.Clock.GetUtcNow().UtcDateTime), (stored[0].Version, stored[0].CreatedAt));
    }

    [OnEveryDatabase]
    public async Task What_is_left_out_stays_and_what_is_null_is_emptied_with_the_key_as_the_maker_of_the_change(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        await program.PutAsync(Accounts, TwoAccounts);

        var answer = await program.PutAsync(Accounts, """{"accounts":[{"sourceKey":"A-1","name":"Hexa Freight AB","industry":null,"billingCountry":"  "}]}""");

        Assert.Equal(["updated A-1"], answer.Rows);
        await using var context = portal.Open();
        var stored = await context.Accounts.SingleAsync(a => a.SourceKey == "A-1");
        Assert.Equal(("Hexa Freight AB", null, null, 1800), (stored.Name, stored.Industry, stored.BillingCountry, stored.NumberOfEmployees));
        var actor = await context.Actors.SingleAsync(a => a.Name == "CRM sync");
        Assert.StartsWith("api-key:", actor.Reference, StringComparison.Ordinal);
        var changes = await context.RecordChanges.Where(c => c.SubjectId == stored.Id).OrderBy(c => c.Field).ToListAsync();
        Assert.Equal([("billingCountry", "Sweden", null), ("industry", "Logistics", null), ("name", "Hexa Freight", "Hexa Freight AB")], changes.Select(c => (c.Field, c.Before, c.After)));
        Assert.All(changes, change => Assert.Equal(actor.Id, change.ActorId));
        var audited = await context.AuditEntries.Where(e => e.ActorId == actor.Id).OrderBy(e => e.Sequence).LastAsync();
        Assert.Equal(("UpsertAccounts", """{"created":0,"updated":1,"unchanged":0,"rejected":0}"""), (audited.Action, audited.After));
        Assert.Equal(3, await context.ChangeEvents.CountAsync(e => e.AccountId == stored.Id));
    }

    [Fact]
    public async Task Bad_rows_come_back_with_their_reason_and_good_ones_land()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        var answer = await program.PutAsync(Accounts, $$"""
            {"accounts":[
            {"sourceKey":"A-1","name":"Good"},
            {"sourceKey":"A-2"},
            {"sourceKey":"A-3","name":null},
            {"name":"No key"},
            {"sourceKey":"","name":"No key"},
            {"sourceKey":"A-1","name":"Again"},
            {"sourceKey":"A-4","name":"{{new string('x', 256)}}"},
            {"sourceKey":"{{new string('k', 256)}}","name":"x"},
            {"sourceKey":"A-5","name":"x","annualRevenue":-1},
            {"sourceKey":"A-6","name":"x","annualRevenue":1e300},
            {"sourceKey":"A-7","name":"x","numberOfEmployees":1.5},
            {"sourceKey":"A-8","name":"x","parentSourceKey":"A-8"},
            {"sourceKey":"A-9","name":"a\u0000b"},
            {"sourceKey":"A-10","name":"x","customFields":{"Tier":"Gold"} },
            {"sourceKey":"A-11","name":"=2+2","numberOfEmployees":1e3}
            ]}
            """);

        Assert.Equal(
            [
                "created A-1", "rejected A-2 MissingName", "rejected A-3 MissingName", "rejected  MissingSourceKey", "rejected  MissingSourceKey", "rejected A-1 DuplicateInCall",
                "rejected A-4 TextTooLong", $"rejected {new string('k', 256)} TextTooLong", "rejected A-5 NumberOutOfRange", "rejected A-6 NotANumber", "rejected A-7 NotANumber", "rejected A-8 OwnParent",
                "rejected A-9 UnreadableCharacter", "rejected A-10 UnknownCustomField", "created A-11",
            ],
            answer.Rows);
        Assert.Equal((HttpStatusCode.OK, 2, 13), (answer.Status, answer.Json.GetProperty("created").GetInt32(), answer.Json.GetProperty("rejected").GetInt32()));
        await using var context = portal.Open();
        Assert.Equal(["=2+2", "Good"], await context.Accounts.OrderBy(a => a.Name).Select(a => a.Name).ToListAsync());
        Assert.Equal(1_000, await context.Accounts.Where(a => a.SourceKey == "A-11").Select(a => a.NumberOfEmployees).SingleAsync());
    }

    [OnEveryDatabase]
    public async Task People_find_their_account_and_keep_roles_and_custom_fields(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Person, CustomFieldKind.Choice, "Tier", ["Gold", "Silver"]));
        await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Person, CustomFieldKind.Number, "Score", []));
        await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Person, CustomFieldKind.Date, "Met", []));
        await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Person, CustomFieldKind.Boolean, "Speaks at events", []));
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        await program.PutAsync(Accounts, TwoAccounts);

        var answer = await program.PutAsync(People, """
            {"people":[
            {"sourceKey":"P-1","accountSourceKey":"A-1","email":"mira@hexa.example","dateOfBirth":"1980-02-29","unsubscribed":true,"rolesInAccount":["Owner; founder","employee","Employee "],
             "customFields":{"tier":"gold","Score":12.5,"Met":"2026-01-31","Speaks at events":true}},
            {"sourceKey":"P-2","accountSourceKey":"A-9","email":"a@b.example"},
            {"sourceKey":"P-3","accountSourceKey":"A-1","email":"nobody"},
            {"sourceKey":"P-4","accountSourceKey":"A-1","email":"c@d.example","dateOfBirth":"31/01/1980"},
            {"sourceKey":"P-5","accountSourceKey":"A-1","email":"c@d.example","customFields":{"Score":"1,250"}},
            {"sourceKey":"P-6","accountSourceKey":"A-1","email":"c@d.example","customFields":{"Tier":"Bronze"}},
            {"sourceKey":"P-7","email":"c@d.example"}
            ]}
            """);
        Assert.Equal(
            ["created P-1", "rejected P-2 UnknownAccount", "rejected P-3 MalformedEmail", "rejected P-4 NotADate", "rejected P-5 NotANumber", "rejected P-6 NotAChoice", "rejected P-7 MissingAccount"], answer.Rows);
        Assert.Equal("Gold|12.5|2026-01-31|True|employee,Owner; founder|A-1", await StoredAsync(portal));

        var changed = await program.PutAsync(People, """{"people":[{"sourceKey":"P-1","accountSourceKey":"A-2","email":"mira@hexa.example","rolesInAccount":[],"customFields":{"Tier":null,"Score":7}}]}""");
        Assert.Equal(["updated P-1"], changed.Rows);
        Assert.Equal("|7|2026-01-31|True||A-2", await StoredAsync(portal));
        Assert.Equal(["unchanged P-1"], (await program.PutAsync(People, """{"people":[{"sourceKey":"P-1","accountSourceKey":"A-2","email":"mira@hexa.example","customFields":{"Tier":null}}]}""")).Rows);
    }

    [OnEveryDatabase]
    public async Task Opportunities_open_close_and_are_won(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        await program.PutAsync(Accounts, TwoAccounts);

        var first = await program.PutAsync(Opportunities, """
            {"opportunities":[
            {"sourceKey":"O-1","accountSourceKey":"A-1","name":"Fleet","stage":"Negotiation","amount":240000.5,"expectedClose":"2026-11-30"},
            {"sourceKey":"O-2","accountSourceKey":"A-1","name":"Depot","isWon":true},
            {"sourceKey":"O-3","accountSourceKey":"A-1","name":"Both","isWon":true,"isClosed":false},
            {"sourceKey":"O-4","accountSourceKey":"A-7","name":"Nowhere"},
            {"sourceKey":"O-5","accountSourceKey":"A-1"}
            ]}
            """);
        Assert.Equal(["created O-1", "created O-2", "rejected O-3 WonButOpen", "rejected O-4 UnknownAccount", "rejected O-5 MissingOpportunityName"], first.Rows);
        Assert.Equal("O-1 Negotiation 240000.5 2026-11-30 False False;O-2    True True", await OpportunitiesAsync(portal));

        var second = await program.PutAsync(Opportunities, """
            {"opportunities":[
            {"sourceKey":"O-1","accountSourceKey":"A-1","name":"Fleet","isWon":true},
            {"sourceKey":"O-2","accountSourceKey":"A-1","name":"Depot","isClosed":false}
            ]}
            """);
        Assert.Equal(["updated O-1", "updated O-2"], second.Rows);
        Assert.Equal("O-1 Negotiation 240000.5 2026-11-30 True True;O-2    False False", await OpportunitiesAsync(portal));
        await using var context = portal.Open();
        Assert.Equal(4, await context.RecordChanges.CountAsync(c => c.SubjectKind == RecordKind.Opportunity));
        Assert.Equal(0, await context.ChangeEvents.CountAsync());
    }

    [OnEveryDatabase]
    public async Task A_parent_that_comes_later_finds_its_children_and_a_circle_is_told(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var program = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);

        Assert.Equal(["created A-3"], (await program.PutAsync(Accounts, """{"accounts":[{"sourceKey":"A-3","name":"Child","parentSourceKey":"A-4"}]}""")).Rows);
        Assert.Equal(["created A-4"], (await program.PutAsync(Accounts, """{"accounts":[{"sourceKey":"A-4","name":"Parent"}]}""")).Rows);
        Assert.Equal("A-4", await ParentOfAsync(portal, "A-3"));

        Assert.Equal(["updated A-4 ParentCircle"], (await program.PutAsync(Accounts, """{"accounts":[{"sourceKey":"A-4","name":"Parent","parentSourceKey":"A-3"}]}""")).Rows);
        Assert.Null(await ParentOfAsync(portal, "A-4"));

        Assert.Equal(["updated A-3"], (await program.PutAsync(Accounts, """{"accounts":[{"sourceKey":"A-3","name":"Child","parentSourceKey":null}]}""")).Rows);
        Assert.Null(await ParentOfAsync(portal, "A-3"));
    }

    [OnEveryDatabase]
    public async Task Two_programs_that_send_the_same_rows_at_once_make_one_of_each(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        using var one = await ApiProgram.WithAsync(portal, Permissions.AccountsManage);
        using var two = new ApiProgram(portal, await ApiProgram.KeyAsync(portal, "Other", Permissions.AccountsManage));
        var body = JsonSerializer.Serialize(new { accounts = Enumerable.Range(1, 300).Select(i => new { sourceKey = $"A-{i}", name = $"Account {i}" }) });

        var answers = await Task.WhenAll(one.PutAsync(Accounts, body), two.PutAsync(Accounts, body));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(300, answers.Sum(a => a.Json.GetProperty("created").GetInt32()));
        await using var context = portal.Open();
        Assert.Equal(300, await context.Accounts.CountAsync());
    }

    private static async Task<string?> ParentOfAsync(TestPortal portal, string key)
    {
        await using var context = portal.Open();
        return await context.Accounts.Where(a => a.SourceKey == key).Select(a => a.ParentAccount!.SourceKey).SingleAsync();
    }

    private static async Task<string> StoredAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        var person = await context.People.Include(p => p.FieldValues).Include(p => p.RolesInAccount).Include(p => p.Account).SingleAsync(p => p.SourceKey == "P-1");
        var fields = await context.CustomFields.OrderBy(f => f.Id).ToListAsync();
        var values = fields.Select(f => person.FieldValues.FirstOrDefault(v => v.FieldId == f.Id)).ToList();
        return FormattableString.Invariant(
            $"{values[0]?.Text}|{values[1]?.Number:0.##}|{values[2]?.Date:yyyy-MM-dd}|{values[3]?.Boolean}|{string.Join(',', person.RolesInAccount.Select(r => r.Name).Order(StringComparer.OrdinalIgnoreCase))}|{person.Account!.SourceKey}");
    }

    private static async Task<string> OpportunitiesAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        var stored = await context.Opportunities.OrderBy(o => o.SourceKey).ToListAsync();
        return string.Join(';', stored.Select(o => FormattableString.Invariant($"{o.SourceKey} {o.Stage} {o.Amount:0.##} {o.ExpectedClose:yyyy-MM-dd} {o.IsClosed} {o.IsWon}")));
    }
}
