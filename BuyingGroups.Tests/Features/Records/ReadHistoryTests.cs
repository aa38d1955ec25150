using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Accounts;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Audit;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Records;

public sealed class ReadHistoryTests
{
    [OnEveryDatabase]
    public async Task Fields_groups_and_the_audit_log_are_merged_by_time_and_paged(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var account = await world.AccountAsync("Hexa Freight", ["cook", "cook"]);
        var group = await world.GroupAsync(account);
        var person = account.People.First().Id;
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new AssignMembers(group.Id, [new MemberAssignment(person, GroupWorld.Influencer)]), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new EditPerson(person, 1, new Dictionary<string, string?>(StringComparer.Ordinal) { ["jobTitle"] = "Chef", ["phone"] = "1" }, []), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await NoteAsync(portal, "ErasePerson", "Person", person);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new RemoveMembers(group.Id, [person]), anna)).Demand();
        // Somebody else's.
        (await portal.SendAsync(new AssignMembers(group.Id, [new MemberAssignment(account.People.Last().Id, GroupWorld.Influencer)]), anna)).Demand();

        var whole = await HistoryAsync(portal, anna, person, new PageRequest());
        List<HistoryRow> paged = [];
        for (var page = 1; page <= 4; page++)
            paged.AddRange((await HistoryAsync(portal, anna, person, new PageRequest(page, 2))).Rows);

        Assert.Equal(
            ["buyingGroup Influencer→", "ErasePerson →", "phone →1", "jobTitle cook→Chef", "buyingGroup →Influencer", " →"],
            whole.Rows.Select(row => $"{row.Field ?? row.Action} {row.Before}→{row.After}"));
        Assert.Equal(new HistoryGroup(group.Id, group.Name), whole.Rows[0].BuyingGroup);
        Assert.All(whole.Rows.SkipLast(1), row => Assert.NotNull(row.Who));
        Assert.Equal(6, whole.Total);
        Assert.Equal(whole.Rows, paged);

        var stranger = anna with { Permissions = new HashSet<string>([Permissions.AccountsView], StringComparer.Ordinal) };
        Assert.DoesNotContain((await HistoryAsync(portal, stranger, person, new PageRequest())).Rows, row => row.BuyingGroup is not null);
    }

    [OnEveryDatabase]
    public async Task What_a_field_change_tells_already_is_not_told_twice(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var anna = await portal.UserAsync("Anna Berg", "Marketer");
        var made = (await portal.SendAsync(new CreateAccount(new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = "Northwind" }), anna)).Demand();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await portal.SendAsync(new AssignOwner([made.Id], anna.UserId), anna)).Demand();

        var history = (await portal.AskAsync(new FindAccountHistory(made.Id, new PageRequest()))).Demand();

        Assert.Equal(["owner", "CreateAccount"], history.Rows.Select(row => row.Field ?? row.Action));
    }

    private static async Task<PageOf<HistoryRow>> HistoryAsync(TestPortal portal, Caller caller, long person, PageRequest page) =>
        (await portal.AskAsync(new FindPersonHistory(person, page), caller)).Demand();

    private static Task NoteAsync(TestPortal portal, string action, string subject, long id) => portal.Database.Portal.WriteAsync(
        (context, token) => AuditTrail.AppendAsync(
            context, context.Set<ActorRecord>().First().Id, "test", action, portal.Clock.GetUtcNow().UtcDateTime, [(subject, id.ToString(System.Globalization.CultureInfo.InvariantCulture), null, null, null)], token),
        CancellationToken.None);
}
