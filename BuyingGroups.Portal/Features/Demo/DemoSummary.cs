using BuyingGroups.Data;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Demo;

/// <summary>What a portal holds, in a few figures.</summary>
public sealed record DemoSummary(
    int Accounts, int People, int Groups, IReadOnlyList<(string Role, int Members)> Members, IReadOnlyList<(string Band, int Groups)> Completeness)
{
    private static readonly (int From, int Through)[] Bands = [(0, 24), (25, 49), (50, 74), (75, 100)];

    public static async Task<DemoSummary> ReadAsync(PortalDatabase database, CancellationToken cancellationToken)
    {
        await using var read = database.OpenRead();
        var members = await read.RoleFills.GroupBy(f => f.RoleId).Select(g => new { RoleId = g.Key, Members = g.Sum(f => f.Assigned) }).ToDictionaryAsync(g => g.RoleId, g => g.Members, cancellationToken);
        var roles = await read.BuyingGroupRoles.OrderBy(r => r.Id).Select(r => new { r.Id, r.Name }).ToListAsync(cancellationToken);
        var completeness = await read.BuyingGroups.GroupBy(g => g.Completeness).Select(g => new { Completeness = g.Key, Groups = g.Count() }).ToListAsync(cancellationToken);
        return new DemoSummary(
            await read.Accounts.CountAsync(cancellationToken),
            await read.People.CountAsync(cancellationToken),
            completeness.Sum(c => c.Groups),
            [.. roles.Select(role => (role.Name, members.GetValueOrDefault(role.Id)))],
            [.. Bands.Select(band => ($"{band.From}–{band.Through} %", completeness.Where(c => c.Completeness >= band.From && c.Completeness <= band.Through).Sum(c => c.Groups)))]);
    }

    /// <summary>As a table for the command line.</summary>
    public async Task WriteAsync(TextWriter output, IReadOnlyList<DemoImported> imported)
    {
        await LineAsync(output, "Accounts", Accounts);
        await LineAsync(output, "People", People);
        await LineAsync(output, "Buying groups", Groups);
        await output.WriteLineAsync("Members");
        foreach (var (role, members) in Members)
            await LineAsync(output, "  " + role, members);
        await output.WriteLineAsync("Completeness");
        foreach (var (band, groups) in Completeness)
            await LineAsync(output, "  " + band, groups);
        await output.WriteLineAsync("Rejected rows");
        foreach (var (reason, count) in imported.SelectMany(file => file.Reasons))
            await LineAsync(output, "  " + reason, count);
    }

    private static Task LineAsync(TextWriter output, string label, long value) => output.WriteLineAsync($"{label,-34}{value,10:N0}");
}
