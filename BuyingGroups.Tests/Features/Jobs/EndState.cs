using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BuyingGroups.Domain.Events;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Jobs;

/// <summary>Everything that can be seen after a job, times and ids aside, as one text: counts in the clear, rows as their hash.</summary>
internal static class EndState
{
    public static async Task<string> OfImportAsync(TestPortal portal, int importId)
    {
        await using var context = portal.Open();
        var file = await context.ImportFiles.AsNoTracking().SingleAsync(f => f.Id == importId);
        var accounts = await context.Accounts.OrderBy(a => a.SourceKey)
            .Select(a => new { a.SourceKey, a.Name, a.NumberOfEmployees, a.Version, Parent = a.ParentAccount == null ? null : a.ParentAccount.SourceKey }).ToListAsync();
        var rejections = await context.ImportRejections.Where(r => r.ImportFileId == importId).OrderBy(r => r.Line).Select(r => new { r.Line, r.Reason }).ToListAsync();
        var history = await context.RecordChanges.CountAsync();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {file.Status} read {file.RowsRead} created {file.Created} updated {file.Updated} unchanged {file.Unchanged} rejected {file.Rejected}
            accounts {accounts.Count} {Hash(accounts)}
            rejections {rejections.Count} {Hash(rejections)}
            history {history}
            """);
    }

    public static async Task<string> OfCreationAsync(TestPortal portal, long jobId)
    {
        await using var context = portal.Open();
        var groups = await context.BuyingGroups.OrderBy(g => g.Account!.SourceKey).ThenBy(g => g.SolutionInterestId)
            .Select(g => new { g.Account!.SourceKey, g.Name, g.NormalizedName, g.Completeness, Fills = g.RoleFills.Count, Assigned = g.RoleFills.Sum(f => f.Assigned) }).ToListAsync();
        var members = await context.Members.OrderBy(m => m.Person!.SourceKey).ThenBy(m => m.BuyingGroup!.SolutionInterestId)
            .Select(m => new { m.Person!.SourceKey, Account = m.BuyingGroup!.Account!.SourceKey, m.RoleId, m.Source, m.IsActive }).ToListAsync();
        var result = await context.Jobs.Where(j => j.Id == jobId).Select(j => j.Result).SingleAsync();
        var created = await context.CreationJobs.OrderBy(j => j.Id).Select(j => j.GroupsCreated).ToListAsync();
        var history = await context.MembershipChanges.CountAsync();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {result}
            creation jobs {string.Join(' ', created)}
            groups {groups.Count} {Hash(groups)}
            members {members.Count} {Hash(members)}
            history {history}
            """);
    }

    /// <summary>What rescoring and maintenance leave: scores, days, history and events of both, members and the report.</summary>
    public static async Task<string> OfUpkeepAsync(TestPortal portal)
    {
        await using var context = portal.Open();
        var people = await context.People.OrderBy(p => p.SourceKey).Select(p => new { p.SourceKey, p.EngagementScore }).ToListAsync();
        var groups = await context.BuyingGroups.OrderBy(g => g.Account!.SourceKey)
            .Select(g => new { g.Account!.SourceKey, g.EngagementScore, g.EngagementChange, g.Completeness, Assigned = g.RoleFills.Sum(f => f.Assigned) }).ToListAsync();
        var members = await context.Members.OrderBy(m => m.Person!.SourceKey).Select(m => new { m.Person!.SourceKey, m.RoleId, m.Source, m.IsActive }).ToListAsync();
        var events = await context.ChangeEvents.Where(e => e.Kind == ChangeEventKind.Engagement).OrderBy(e => e.BuyingGroupId).ThenBy(e => e.Id).Select(e => new { e.BuyingGroupId, e.Previous, e.Current }).ToListAsync();
        var changes = await context.MembershipChanges.GroupBy(c => new { c.Kind, c.Applied }).OrderBy(same => same.Key.Kind).ThenBy(same => same.Key.Applied).Select(same => new { same.Key.Kind, same.Key.Applied, Count = same.Count() }).ToListAsync();
        var run = await context.MaintenanceRuns.Select(r => new { r.PeopleChecked, r.Groups, r.Added, r.Removed, r.Moved, r.Refused }).SingleAsync();
        var reported = await context.MaintenanceRunGroups.GroupBy(g => g.BuyingGroupId).OrderBy(g => g.Key)
            .Select(g => new { g.Key, Added = g.Sum(x => x.Added), Removed = g.Sum(x => x.Removed), Moved = g.Sum(x => x.Moved), Refused = g.Sum(x => x.Refused) }).ToListAsync();
        var (days, counted) = (await context.ActivityDays.CountAsync(), await context.ActivityDays.SumAsync(d => d.Count));
        var (personHistory, groupHistory) = (await context.PersonScores.CountAsync(), await context.GroupScores.CountAsync());
        return string.Create(CultureInfo.InvariantCulture, $"""
            {run}
            reported {reported.Count} {Hash(reported)}
            people {people.Count} {Hash(people.ConvertAll(p => $"{p.SourceKey} {p.EngagementScore:F9}"))}
            groups {groups.Count} {Hash(groups.ConvertAll(g => $"{g.SourceKey} {g.EngagementScore:F9} {g.EngagementChange:F9} {g.Completeness} {g.Assigned}"))}
            members {members.Count} {Hash(members)}
            events {events.Count} {Hash(events)}
            changes {string.Join(' ', changes)}
            days {days} {counted}
            history {personHistory} {groupHistory}
            """);
    }

    private static string Hash<T>(List<T> rows) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16];
}
