using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.CustomFields;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Accounts;
using BuyingGroups.Tests.Features.Lists;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using static BuyingGroups.Tests.Features.Accounts.AccountWorld;

namespace BuyingGroups.Tests.Features.People;

public sealed class PeopleHandlersTests
{
    [OnEveryDatabase]
    public async Task Every_filter_leaves_the_people_that_fit(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var north = await portal.AccountAsync("Northwind");
        var south = await portal.AccountAsync("Southwind");
        var maria = await portal.PersonAsync(north, "Maria", "Anders", with: p =>
        {
            (p.JobTitle, p.Country) = ("VP Operations", "Sweden");
            p.RolesInAccount.Add(new RoleInAccount { Name = "Owner" });
        });
        await portal.PersonAsync(south, "André", "Marin", "am@example.org", p => (p.JobTitle, p.Country, p.Unsubscribed) = ("Head of Operations", "France", true));
        await portal.PersonAsync(south, "Bo", "Zeta", "bo@example.org");
        await portal.MemberAsync(await portal.GroupAsync(north), maria);

        Assert.Equal(["Anders", "Marin", "Zeta"], await Names(new()));
        Assert.Equal(["Anders", "Marin"], await Names(new() { Search = "MAR" }));
        Assert.Equal(["Anders"], await Names(new() { Search = "anders mar" }));
        Assert.Equal(["Marin"], await Names(new() { Search = "andré" }));
        Assert.Equal(["Zeta"], await Names(new() { Search = "bo@ex" }));
        Assert.Empty(await Names(new() { Search = "ders" }));
        Assert.Equal(["Marin", "Zeta"], await Names(new() { AccountId = south.Id }));
        Assert.Equal(["Anders", "Marin"], await Names(new() { TitleContains = "operations" }));
        Assert.Equal(["Anders"], await Names(new() { TitleStartsWith = "vp" }));
        Assert.Equal(["Anders", "Marin"], await Names(new() { Countries = ["sweden", "FRANCE"] }));
        Assert.Equal(["Anders"], await Names(new() { RolesInAccount = ["owner"] }));
        Assert.Equal(["Marin"], await Names(new() { Unsubscribed = true }));
        Assert.Equal(["Anders"], await Names(new() { InBuyingGroup = true }));
        Assert.Equal(["Marin", "Zeta"], await Names(new() { InBuyingGroup = false }));

        async Task<IEnumerable<string?>> Names(PersonFilter filter) =>
            (await portal.AskAsync(new FindPeople(filter, new PageRequest()))).Demand().Rows.Select(row => row.LastName);
    }

    [OnEveryDatabase]
    public async Task Every_order_goes_both_ways_in_two_statements(DatabaseKind kind)
    {
        var counter = new StatementCounter();
        await using var portal = await TestPortal.CreateAsync(kind, counter.Listen);
        var account = await portal.AccountAsync("Northwind");
        await portal.PersonAsync(account, "Ada", "Alfa", with: p => (p.JobTitle, p.EngagementScore) = ("a", 1));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.PersonAsync(account, "Bea", "Beta", with: p => (p.JobTitle, p.EngagementScore) = ("b", 2));

        foreach (var sort in new[] { null, "lastName", "firstName", "email", "jobTitle", "engagementScore", "updatedAt", "unknown" })
        {
            counter.Reset();
            Assert.Equal(["Alfa", "Beta"], await Names(sort, descending: false));
            Assert.Equal(2, counter.Count);
            Assert.Equal(["Beta", "Alfa"], await Names(sort, descending: true));
        }

        async Task<IEnumerable<string?>> Names(string? sort, bool descending) =>
            (await portal.AskAsync(new FindPeople(new() { AccountId = account.Id }, new PageRequest(Sort: sort, Descending: descending)))).Demand().Rows.Select(row => row.LastName);
    }

    [OnEveryDatabase]
    public async Task A_person_is_made_changed_and_remembers_each_change(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var since = (await portal.SendAsync(new DeclareCustomField(CustomFieldTarget.Person, CustomFieldKind.Date, "Customer since", []))).Demand().Id;
        var account = await portal.AccountAsync("Northwind");

        var made = (await portal.SendAsync(
            new CreatePerson(account.Id, Values(("email", "maria@example.com"), ("firstName", "Maria"), ("lastName", "Anders"), ($"custom:{since}", "2020-02-29")), ["Employee"]), anna)).Demand();
        Assert.Equal("Maria Anders", made.Name);
        var edited = (await portal.SendAsync(new EditPerson(made.Id, 1, Values(("jobTitle", "VP"), ("unsubscribed", "true")), ["Owner", "employee"]), anna)).Demand();

        Assert.Equal((2, 3), (edited.Version, edited.ChangedFields));
        var details = (await portal.AskAsync(new GetPerson(made.Id))).Demand();
        Assert.Equal(("VP", true, "Northwind"), (details.Person.JobTitle, details.Person.Unsubscribed, details.AccountName));
        Assert.Equal(new DateOnly(2020, 2, 29), Assert.Single(details.Person.FieldValues).Date);
        Assert.Equal(["Employee", "Owner"], details.Person.RolesInAccount.Select(r => r.Name).Order(StringComparer.Ordinal));
        var history = (await portal.AskAsync(new FindTimeline(RecordKind.Person, made.Id, new PageRequest()))).Demand();
        Assert.Contains(history.Rows, row => row is { Field: "roleInAccount", Before: "Employee", After: "Employee, Owner", Who: "Anna Berg" });
        Assert.Equal(4, history.Total);
        Assert.Equal(new ChangedByOthers("person"), (await portal.SendAsync(new EditPerson(made.Id, 1, Values(("jobTitle", "CEO"))))).Refusal);
    }

    [OnEveryDatabase]
    public async Task What_does_not_fit_is_refused(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var person = await portal.PersonAsync(account, "Maria", "Anders");

        Assert.Equal(new Required("Account"), (await portal.SendAsync(new CreatePerson(0, Values(("email", "a@example.com")), []))).Refusal);
        Assert.IsType<NotFound>((await portal.SendAsync(new CreatePerson(999, Values(("email", "a@example.com")), []))).Refusal);
        Assert.Equal(new Required("Email"), (await portal.SendAsync(new CreatePerson(account.Id, Values(("firstName", "A")), []))).Refusal);
        Assert.IsType<MalformedEmail>((await portal.SendAsync(new EditPerson(person.Id, 1, Values(("email", "nobody"))))).Refusal);
        Assert.Equal(new SourceKeyTaken(person.SourceKey, "Maria Anders"), (await portal.SendAsync(new CreatePerson(account.Id, Values(("email", "a@example.com")), [], person.SourceKey))).Refusal);
        await using var context = portal.Open();
        Assert.Equal(1, await context.People.CountAsync());
    }

    [OnEveryDatabase]
    public async Task A_member_stays_until_removed_and_then_goes_with_every_trace(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var account = await portal.AccountAsync("Northwind");
        var group = await portal.GroupAsync(account);
        var member = await portal.PersonAsync(account, "Maria", "Anders");
        await portal.MemberAsync(group, member);
        var former = await portal.PersonAsync(account, "Bo", "Zeta");
        await portal.MemberAsync(group, former, active: false);
        await portal.SendAsync(new EditPerson(former.Id, 1, Values(("jobTitle", "VP"))));

        Assert.Equal(new PersonIsMember("Maria Anders", "Fleet analytics for Northwind"), (await portal.SendAsync(new DeletePerson(member.Id))).Refusal);
        Assert.True((await portal.SendAsync(new DeletePerson(former.Id))).Succeeded);

        await using var context = portal.Open();
        Assert.Equal((1, 1, 0), (await context.People.CountAsync(), await context.Members.CountAsync(), await context.RecordChanges.CountAsync()));
        Assert.Empty(await context.AuditEntries.Where(e => e.Action == nameof(DeletePerson) && (e.SubjectName != null || e.Before != null)).ToListAsync());
    }
}
