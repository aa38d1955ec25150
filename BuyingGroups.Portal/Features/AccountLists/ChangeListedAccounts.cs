using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>Puts accounts on a static list by hand, or takes them off.</summary>
/// <param name="Id">The list.</param>
/// <param name="Add">Accounts to put on it; those on it already stay.</param>
/// <param name="Remove">Accounts to take off it.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record ChangeListedAccounts(int Id, IReadOnlyList<long> Add, IReadOnlyList<long> Remove) : ICommand<ListedAccountsChanged>;

/// <summary>What became of it.</summary>
/// <param name="Added">Accounts that were not on the list before.</param>
/// <param name="Removed">Accounts that were on it.</param>
public sealed record ListedAccountsChanged(int Added, int Removed);

/// <summary>More accounts at once than one command takes.</summary>
/// <param name="Most">How many are allowed.</param>
public sealed record TooManyAccountsAtOnce(int Most)
    : Refusal("More than {0} accounts were chosen at once. Nothing was changed; choose fewer, or fill the list by a filter.", Most);

/// <summary>Changes them.</summary>
public sealed class ChangeListedAccountsHandler : ICommandHandler<ChangeListedAccounts, ListedAccountsChanged>
{
    private const int MostAtOnce = 1000;

    public async Task<Outcome<ListedAccountsChanged>> HandleAsync(ChangeListedAccounts command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.Add.Count + command.Remove.Count > MostAtOnce)
            return new TooManyAccountsAtOnce(MostAtOnce);
        var database = context.Database;
        var list = await database.AccountLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == command.Id, cancellationToken);
        if (list is null)
            return new NotFound("account list", command.Id);
        if (AudienceRules.ToChangeMembers(list) is { } refused)
            return refused;
        var missing = await database.Accounts
            .Where(a => command.Add.Contains(a.Id) && !database.AccountListMembers.Any(m => m.AccountListId == list.Id && m.AccountId == a.Id))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        database.AccountListMembers.AddRange(missing.Select(id => new AccountListMember { AccountListId = list.Id, AccountId = id, AddedAt = context.Now, ActorId = context.ActorId }));
        await database.SaveChangesAsync(cancellationToken);
        var removed = await database.AccountListMembers.Where(m => m.AccountListId == list.Id && command.Remove.Contains(m.AccountId)).ExecuteDeleteAsync(cancellationToken);
        context.Audit("AccountList", list.Id, list.Name, new { command.Remove }, new { Add = missing });
        return new ListedAccountsChanged(missing.Count, removed);
    }
}
