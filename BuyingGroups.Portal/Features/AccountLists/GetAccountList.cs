using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>One account list; its accounts come in pages through <see cref="FindListedAccounts"/>.</summary>
/// <param name="Id">The list.</param>
[Requires(Permissions.AccountsView)]
public sealed record GetAccountList(int Id) : IQuery<AccountList>;

/// <summary>Reads it.</summary>
public sealed class GetAccountListHandler : IQueryHandler<GetAccountList, AccountList>
{
    public async Task<Outcome<AccountList>> HandleAsync(GetAccountList query, QueryContext context, CancellationToken cancellationToken) =>
        await context.Database.AccountLists.FirstOrDefaultAsync(l => l.Id == query.Id, cancellationToken) is { } list
            ? list
            : new NotFound("account list", query.Id);
}
