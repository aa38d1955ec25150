using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>The users who can look after accounts.</summary>
[Requires(Permissions.AccountsView)]
public sealed record FindOwners : IQuery<Owners>;

/// <summary>In order of name.</summary>
public sealed record Owners(IReadOnlyList<Owner> List);

/// <summary>A user by name.</summary>
public sealed record Owner(int Id, string Name);

public sealed class FindOwnersHandler : IQueryHandler<FindOwners, Owners>
{
    public async Task<Outcome<Owners>> HandleAsync(FindOwners query, QueryContext context, CancellationToken cancellationToken) =>
        new Owners(await context.Database.Users.Where(u => !u.IsDisabled).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new Owner(u.Id, u.DisplayName)).ToListAsync(cancellationToken));
}
