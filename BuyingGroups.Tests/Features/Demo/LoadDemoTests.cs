using BuyingGroups.Data.Jobs;
using BuyingGroups.Portal.Features.Demo;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BuyingGroups.Tests.Features.Demo;

public sealed class LoadDemoTests
{
    private static readonly DemoSize Small = new(80, 2_400);

    [OnEveryDatabase]
    public async Task Everything_lands_and_loading_it_again_changes_nothing(DatabaseKind kind)
    {
        await using var portal = await TestPortal.CreateAsync(kind);

        var first = await LoadAsync(portal);
        var users = await portal.Services.GetRequiredService<DemoUsers>().MakeMissingAsync(portal.Anyone, CancellationToken.None);
        var after = await PictureAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var second = await LoadAsync(portal);
        var usersAgain = await portal.Services.GetRequiredService<DemoUsers>().MakeMissingAsync(portal.Anyone, CancellationToken.None);

        Assert.Equal([80, 2_400], first.Imported.Select(file => file.Created));
        Assert.All(first.Imported, file => Assert.True(file.Rejected > 0));
        Assert.Equal(["MalformedEmail", "MissingEmail", "UnknownAccount"], first.Imported[1].Reasons.Select(reason => reason.Reason).Order(StringComparer.Ordinal));
        Assert.Equal(["Admin", "Marketer", "Sales"], users.Select(user => user.Role).Order(StringComparer.Ordinal));
        Assert.All(second.Imported, file => Assert.Equal((0, 0), (file.Created, file.Updated)));
        Assert.Empty(usersAgain);
        Assert.Equal(after, await PictureAsync(portal));
    }

    [Fact]
    public async Task Groups_are_made_for_every_solution_with_people_in_every_role()
    {
        await using var portal = await TestPortal.CreateAsync();

        await LoadAsync(portal);

        var summary = await DemoSummary.ReadAsync(portal.Database.Portal, CancellationToken.None);
        await using var context = portal.Open();
        Assert.True(summary.Groups > 80, $"{summary.Groups} groups");
        Assert.Equal(3, await context.BuyingGroups.Select(group => group.SolutionInterestId).Distinct().CountAsync());
        Assert.All(summary.Members.Where(role => role.Role != "Other"), role => Assert.True(role.Members > 0, role.Role));
        Assert.All(summary.Completeness, band => Assert.True(band.Groups > 0, band.Band));
    }

    [Fact]
    public async Task The_columns_of_the_export_find_their_fields_by_themselves()
    {
        await using var portal = await TestPortal.CreateAsync();

        await LoadAsync(portal);

        await using var context = portal.Open();
        Assert.Contains(await context.People.Select(person => person.State).Distinct().ToListAsync(), state => state is not null);
        Assert.Contains(await context.People.Select(person => person.UnsubscribedReason).Distinct().ToListAsync(), reason => reason is not null);
        Assert.Equal(3, await context.RolesInAccount.Select(role => role.Name).Distinct().CountAsync());
        Assert.True(await context.AccountFieldValues.CountAsync(value => value.Number != null) > 30);
        Assert.True(await context.AccountFieldValues.CountAsync(value => value.Text == "Gold") > 3);
        Assert.True(await context.PersonFieldValues.CountAsync(value => value.Text == "Swedish") > 50);
        Assert.True(await context.Accounts.CountAsync(account => account.ParentAccountId != null) > 10);
    }

    [Fact]
    public async Task One_click_in_Development_loads_it_as_a_job()
    {
        await using var portal = await TestPortal.CreateAsync();

        var job = await portal.SendAsync(new StartDemo());
        var again = await portal.SendAsync(new StartDemo());
        await portal.RunJobsAsync();

        Assert.Equal(job.Value, again.Value);
        await using var context = portal.Open();
        var ended = await context.Jobs.SingleAsync(j => j.Id == job.Value);
        Assert.Equal((JobStatus.Succeeded, null), (ended.Status, ended.Error));
        Assert.Equal(DemoSize.Default.Accounts, await context.Accounts.CountAsync());
        Assert.Empty(await context.Users.ToListAsync());
    }

    private static Task<DemoLoaded> LoadAsync(TestPortal portal) =>
        portal.Services.GetRequiredService<LoadDemo>().RunAsync(Small, portal.Anyone, (_, _) => Task.CompletedTask, CancellationToken.None);

    /// <summary>Everything that a second load could touch, with the version of each record.</summary>
    private static async Task<string> PictureAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        var parts = new List<string>
        {
            string.Join(',', await context.Accounts.OrderBy(a => a.Id).Select(a => $"{a.Id}:{a.Version}:{a.ParentAccountId}").ToListAsync()),
            string.Join(',', await context.People.OrderBy(p => p.Id).Select(p => $"{p.Id}:{p.Version}").ToListAsync()),
            string.Join(',', await context.BuyingGroups.OrderBy(g => g.Id).Select(g => $"{g.Id}:{g.Version}:{g.Completeness}").ToListAsync()),
            string.Join(',', await context.Members.OrderBy(m => m.BuyingGroupId).ThenBy(m => m.PersonId).Select(m => $"{m.BuyingGroupId}:{m.PersonId}:{m.RoleId}:{m.IsActive}").ToListAsync()),
            string.Join(',', await context.RoleTemplates.OrderBy(t => t.Id).Select(t => $"{t.Id}:{t.Version}").ToListAsync()),
            string.Join(',', await context.SolutionInterests.OrderBy(s => s.Id).Select(s => $"{s.Id}:{s.Version}").ToListAsync()),
            string.Join(',', await context.Audiences.OrderBy(a => a.Id).Select(a => $"{a.Id}:{a.Version}").ToListAsync()),
            string.Join(',', await context.Users.OrderBy(u => u.Id).Select(u => $"{u.Id}:{u.PasswordHash}").ToListAsync()),
            $"{await context.AccountFieldValues.CountAsync()} {await context.PersonFieldValues.CountAsync()} {await context.RolesInAccount.CountAsync()} {await context.CustomFields.CountAsync()}",
            $"{await context.Personas.CountAsync()} {await context.RecordChanges.CountAsync()} {await context.MembershipChanges.CountAsync()} {await context.CreationJobs.CountAsync()}",
            $"{await context.ImportFiles.CountAsync()} {await context.ImportRejections.CountAsync()}",
        };
        return string.Join('\n', parts);
    }
}
