using System.Text.RegularExpressions;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.EndToEnd;
using BuyingGroups.Tests.Machine;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.CommandLine;

/// <summary><c>demo --exit</c> as a process, on an empty database of each kind: what the issue promises a stranger, in full size.</summary>
public sealed partial class DemoTests
{
    [OnEveryDatabase]
    public async Task The_demo_loads_in_full_and_a_second_time_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        using var folder = new TemporaryFolder("demo");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Database__Provider"] = kind.ToString(), ["Database__ConnectionString"] = database.ConnectionString };
        var migrated = await RunningPortal.RunCommandAsync(folder, settings, "migrate");
        Assert.True(migrated.ExitCode == 0, migrated.Output);

        var first = await RunningPortal.RunCommandAsync(folder, settings, "demo", "--exit");
        Assert.True(first.ExitCode == 0, first.Output);
        var before = await PictureAsync(database);
        var second = await RunningPortal.RunCommandAsync(folder, settings, "demo", "--exit");
        Assert.True(second.ExitCode == 0, second.Output);

        Assert.True(before.Accounts >= 500 && before.People >= 25_000 && before.Groups > 500 && before.Members > 5_000, before.ToString());
        Assert.Equal(before, await PictureAsync(database));
        Assert.Equal(Table(first.Output), Table(second.Output));
        Assert.Contains("Completeness", Table(first.Output), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Picture> PictureAsync(TestDatabase database)
    {
        await using var context = database.Open();
        return new Picture(
            await context.Accounts.CountAsync(), await context.People.CountAsync(), await context.BuyingGroups.CountAsync(), await context.Members.CountAsync(),
            await context.RecordChanges.CountAsync(), await context.MembershipChanges.CountAsync(), await context.Users.CountAsync(),
            await context.Accounts.MaxAsync(a => a.UpdatedAt), await context.People.MaxAsync(p => p.UpdatedAt), await context.BuyingGroups.MaxAsync(g => g.UpdatedAt));
    }

    /// <summary>The summary, from its first figure on; what stands before tells of passwords and progress.</summary>
    private static string Table(string output) => Summary().Match(output).Value;

    [GeneratedRegex(@"^Accounts\s.*", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Summary();

    private sealed record Picture(int Accounts, int People, int Groups, int Members, int FieldChanges, int MembershipChanges, int Users, DateTime Account, DateTime Person, DateTime Group);
}
