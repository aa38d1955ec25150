using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Features.Journeys;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Deletes an account on which nothing hangs; its opportunities, activities and places on account lists go with it.</summary>
[Requires(Permissions.AccountsManage)]
public sealed record DeleteAccount(long Id) : ICommand<Done>;

/// <summary>Something hangs on the account.</summary>
/// <param name="Account">Its name.</param>
/// <param name="What">What hangs on it: "12 people, 1 buying group".</param>
public sealed record AccountInUse(string Account, string What)
    : Refusal("{0} cannot be deleted because it has {1}. Nothing was changed; move or delete those first.", Account, What);

public sealed class DeleteAccountHandler : ICommandHandler<DeleteAccount, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteAccount command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.Accounts.FirstOrDefaultAsync(a => a.Id == command.Id, cancellationToken) is not { } account)
            return new NotFound("account", command.Id);
        var hanging = Hanging.List(
        [
            new(await database.People.CountAsync(p => p.AccountId == account.Id, cancellationToken), "person", "people"),
            new(await database.BuyingGroups.CountAsync(g => g.AccountId == account.Id, cancellationToken), "buying group", "buying groups"),
            new(await database.Accounts.CountAsync(a => a.ParentAccountId == account.Id, cancellationToken), "account below it", "accounts below it"),
        ]);
        if (hanging.Length > 0)
            return new AccountInUse(account.Name, hanging);
        await TakenOut.OfAllAsync(database, account.Id, context.Now, cancellationToken);
        await database.Activities.Where(a => a.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await database.ChangeEvents.Where(e => e.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        database.Accounts.Remove(account);
        context.Audit(nameof(RecordKind.Account), account.Id, account.Name, before: new { account.Name, account.SourceKey });
        return Done.Instance;
    }
}
