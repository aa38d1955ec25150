using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    private static string Hash<T>(List<T> rows) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))[..16];
}
