using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>An account's name, for a filter or a form that knows its number.</summary>
[Requires(Permissions.AccountsView)]
public sealed record GetAccountName(long Id) : IQuery<AccountName>;

/// <summary>The name.</summary>
public sealed record AccountName(long Id, string Name);

public sealed class GetAccountNameHandler : IQueryHandler<GetAccountName, AccountName>
{
    public async Task<Outcome<AccountName>> HandleAsync(GetAccountName query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.Accounts.Where(a => a.Id == query.Id).Select(a => new AccountName(a.Id, a.Name)).FirstOrDefaultAsync(cancellationToken) is { } found
            ? found
            : new NotFound("account", query.Id);
}
