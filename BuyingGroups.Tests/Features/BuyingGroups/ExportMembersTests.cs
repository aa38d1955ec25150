using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Features.Groups.Details;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Lists;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;

namespace BuyingGroups.Tests.Features.Groups;

public sealed class ExportMembersTests
{
    [OnEveryDatabase]
    public async Task The_members_of_one_group_are_written_and_nobody_else(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);
        var world = await new GroupWorld(portal.Open).BuildAsync();
        var here = await world.AccountAsync("Hexa Freight", ["chief", "cook", "pilot"]);
        var there = await world.AccountAsync("Nord Cargo", ["chief"]);
        var group = await world.GroupAsync(here);
        var other = await world.GroupAsync(there);
        var people = here.People.OrderBy(p => p.Id).ToList();
        (await portal.SendAsync(new AssignMembers(group.Id, [new(people[0].Id, GroupWorld.DecisionMaker), new(people[1].Id, GroupWorld.Champion)]))).Demand();
        (await portal.SendAsync(new RemoveMembers(group.Id, [people[1].Id]))).Demand();
        (await portal.SendAsync(new AssignMembers(other.Id, [new(there.People.Single().Id, GroupWorld.DecisionMaker)]))).Demand();
        var export = new MemberExport().Portion(ListState.Parse(MemberExport.Address(group.Id)), 0);

        var portion = (await portal.AskAsync(export)).Demand();

        var row = Assert.Single(portion.Rows);
        Assert.Equal(["Fleet analytics for Hexa Freight", "Hexa Freight", "person:1", "Person", "00001", "Decision Maker", "chief"], row.Take(7).Select(cell => cell.Value));
        Assert.Null(portion.LastId);
        Assert.Equal(portion.Header.Count, row.Count);
        var blind = portal.Anyone with { Permissions = new HashSet<string>([Permissions.DataExport], StringComparer.Ordinal) };
        Assert.IsType<AccessDenied>((await portal.AskAsync(export, blind)).Refusal);
    }
}
