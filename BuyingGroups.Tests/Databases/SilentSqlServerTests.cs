using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Databases;

public sealed class SilentSqlServerTests
{
    [Fact]
    public async Task What_would_be_sent_to_SQL_Server_is_kept_and_read_by_its_parser()
    {
        await using var server = new SilentSqlServer();

        await server.TryAsync(context => context.Accounts.Where(account => account.Name.StartsWith("A")).OrderBy(account => account.Id).Skip(50).Take(50).ToListAsync());
        await server.TryAsync(context => context.People.CountAsync(person => person.Account!.Name == "Contoso"));
        await server.TryAsync(context => context.Members.Where(member => member.PersonId == 1).ExecuteDeleteAsync());
        await server.Portal.WriteAsync((context, token) => context.Accounts.Where(account => account.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(account => account.Name, "Fabrikam"), token), CancellationToken.None);

        Assert.Equal(4, server.Statements.Count);
        server.EveryStatementParses();
    }
}
