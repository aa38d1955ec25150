using System.Globalization;
using System.Text;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.AccountLists;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Tests.Features.Groups;
using BuyingGroups.Tests.Databases;
using BuyingGroups.Tests.Portals;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.Jobs;

/// <summary>Accounts and people in numbers that take a job several transactions.</summary>
internal static class ManyAccounts
{
    private static readonly DateTime Made = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Titles = ["Chief pilot", "VP sales", "Route planner", "Cook", "VP chief of staff"];

    /// <summary>A file of accounts. Some rows repeat a key, some lack their name, some hang below another account.</summary>
    public static Stream File(int rows)
    {
        var text = new StringBuilder("Account Id,Account Name,Employees,Parent\n");
        for (var i = 1; i <= rows; i++)
        {
            var key = i % 4999 == 0 ? 7 : i;
            text.Append(CultureInfo.InvariantCulture, $"A-{key:0000000},{(i % 1501 == 0 ? "" : $"Company {i}")},{i % 700},{(i % 10 == 3 && i + 2000 <= rows ? $"A-{i + 2000:0000000}" : "")}\n");
        }
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Puts accounts of the audience into the database, two people each.</summary>
    public static async Task FillAsync(TestDatabase database, int accounts)
    {
        var bulk = database.Portal.Provider.BulkInsert;
        await database.Portal.WriteAsync(
            (context, token) => bulk.InsertAsync(context, Enumerable.Range(1, accounts).Select(i => new Account
            {
                SourceKey = $"A-{i:0000000}",
                Name = $"Company {i}",
                Industry = i % 50 == 0 ? "Food" : "Logistics",
                CreatedAt = Made,
                UpdatedAt = Made,
            }), token),
            CancellationToken.None);
        await using var read = database.Portal.OpenRead();
        var ids = await read.Accounts.Select(a => new { a.Id, a.SourceKey }).OrderBy(a => a.SourceKey).ToListAsync();
        await database.Portal.WriteAsync(
            (context, token) => bulk.InsertAsync(context, ids.SelectMany((account, index) => Enumerable.Range(0, 2).Select(one => new Person
            {
                SourceKey = $"P-{index:0000000}-{one}",
                Email = $"p{index}.{one}@portal.example",
                AccountId = account.Id,
                JobTitle = Titles[(index + (one * 3)) % Titles.Length],
                CreatedAt = Made,
                UpdatedAt = Made,
            })), token),
            CancellationToken.None);
    }

    /// <summary>The world of groups with so many accounts, and a creation job queued.</summary>
    public static async Task<CreationStarted> QueueCreationAsync(TestPortal portal, int accounts)
    {
        var world = await new GroupWorld(portal.Open).BuildAsync();
        await FillAsync(portal.Database, accounts);
        return (await portal.SendAsync(new CreateBuyingGroups(world.Solution.Id, new AccountSource(world.Audience.Id)))).Demand();
    }
}
