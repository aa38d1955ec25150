using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Portals;

public sealed class TestPortalTests
{
    [OnEveryDatabase]
    public async Task The_portal_starts_as_its_program_composes_it(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);

        await portal.RunJobsAsync();
        await using var context = portal.Open();

        Assert.Same(portal.Clock, portal.Services.GetRequiredService<TimeProvider>());
        Assert.NotNull(portal.Services.GetRequiredService<PortalGateway>());
        Assert.Equal(0, await context.Jobs.CountAsync());
    }

    [Fact]
    public async Task A_user_holds_the_permissions_of_the_role()
    {
        await using var portal = await TestPortal.CreateAsync();

        var sales = await portal.UserAsync("Sam Sales", "Sales");

        Assert.True(sales.May(BuyingGroups.Portal.Security.Permissions.BuyingGroupsEditMembers));
        Assert.False(sales.May(BuyingGroups.Portal.Security.Permissions.RoleTemplatesManage));
    }
}
