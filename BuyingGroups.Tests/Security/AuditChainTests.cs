using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Features.Audit;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Security;

public sealed class AuditChainTests
{
    [OnEveryDatabase]
    public async Task A_log_that_nobody_touched_is_whole(DatabaseKind kind)
    {
        await using var portal = await FilledAsync(kind);

        var report = (await portal.AskAsync(new VerifyAuditChain())).Demand();

        Assert.Equal(new AuditChainReport(5, null, null), report);
    }

    [OnEveryDatabase]
    public async Task A_changed_line_is_found(DatabaseKind kind)
    {
        await using var portal = await FilledAsync(kind);
        await using var context = portal.Open();
        await context.AuditEntries.Where(e => e.Sequence == 3).ExecuteUpdateAsync(set => set.SetProperty(e => e.SubjectName, "Somebody else"));

        Assert.Equal(new AuditChainReport(2, 3, AuditFault.Changed), (await portal.AskAsync(new VerifyAuditChain())).Demand());
    }

    [OnEveryDatabase]
    public async Task A_changed_detail_is_found_and_an_erased_one_is_not_a_fault(DatabaseKind kind)
    {
        await using var portal = await FilledAsync(kind);
        await using var context = portal.Open();

        await context.AuditEntries.Where(e => e.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Before, (string?)null).SetProperty(e => e.After, (string?)null));
        Assert.Null((await portal.AskAsync(new VerifyAuditChain())).Demand().BrokenAt);

        await context.AuditEntries.Where(e => e.Sequence == 4).ExecuteUpdateAsync(set => set.SetProperty(e => e.After, "{}"));
        Assert.Equal(new AuditChainReport(3, 4, AuditFault.DetailChanged), (await portal.AskAsync(new VerifyAuditChain())).Demand());
    }

    [OnEveryDatabase]
    public async Task A_removed_line_is_found_in_the_middle_and_at_the_end(DatabaseKind kind)
    {
        await using var portal = await FilledAsync(kind);
        await using var context = portal.Open();

        await context.AuditEntries.Where(e => e.Sequence == 5).ExecuteDeleteAsync();
        Assert.Equal(new AuditChainReport(4, 5, AuditFault.CutOff), (await portal.AskAsync(new VerifyAuditChain())).Demand());

        await context.AuditEntries.Where(e => e.Sequence == 2).ExecuteDeleteAsync();
        Assert.Equal(new AuditChainReport(1, 2, AuditFault.Missing), (await portal.AskAsync(new VerifyAuditChain())).Demand());
    }

    [OnEveryDatabase]
    public async Task The_log_is_filtered_by_action_subject_and_day(DatabaseKind kind)
    {
        await using var portal = await FilledAsync(kind);
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal(5, await CountAsync(new AuditFilter(Action: "CreateUser", From: today, To: today)));
        Assert.Equal(0, await CountAsync(new AuditFilter(From: today.AddDays(1))));
        Assert.Equal(1, await CountAsync(new AuditFilter(SubjectKind: "User", SubjectId: "3")));
        Assert.Equal([5L, 4, 3, 2, 1], (await portal.AskAsync(new FindAuditEntries(new AuditFilter(), new PageRequest()))).Demand().Rows.Select(r => r.Sequence));

        async Task<int> CountAsync(AuditFilter filter) => (await portal.AskAsync(new FindAuditEntries(filter, new PageRequest()))).Demand().Total;
    }

    private static async Task<TestPortal> FilledAsync(DatabaseKind kind)
    {
        var portal = await TestPortal.CreateAsync(kind);
        for (var i = 1; i <= 5; i++)
            await portal.JoinAsync($"User {i}", "Sales");
        return portal;
    }
}
