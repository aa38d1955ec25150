using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Changes an account.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">The version that was read; an older one is refused.</param>
/// <param name="Values">Texts by field key; fields not named stay as they are.</param>
/// <param name="ParentAccountId">The account above it, or none.</param>
/// <param name="OwnerId">The user who looks after it, or none.</param>
[Requires(Permissions.AccountsManage)]
public sealed record EditAccount(long Id, int Version, IReadOnlyDictionary<string, string?> Values, long? ParentAccountId, int? OwnerId) : ICommand<AccountEdited>;

/// <summary>The version now, and how many fields changed.</summary>
public sealed record AccountEdited(long Id, int Version, int ChangedFields);

public sealed class EditAccountHandler : ICommandHandler<EditAccount, AccountEdited>
{
    public async Task<Outcome<AccountEdited>> HandleAsync(EditAccount command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.Accounts.Include(a => a.FieldValues).FirstOrDefaultAsync(a => a.Id == command.Id, cancellationToken) is not { } account)
            return new NotFound("account", command.Id);
        if (account.Version != command.Version)
            return new ChangedByOthers("account");
        var customFields = await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Account).ToListAsync(cancellationToken);
        var edited = RecordEdit.Apply(account, account.FieldValues, AccountRules.Fields, customFields, command.Values);
        if (!edited.Succeeded)
            return Outcome<AccountEdited>.Refused(edited.Refusals);

        List<FieldChange> changes = [.. edited.Value];
        if (account.ParentAccountId != command.ParentAccountId)
        {
            if (await context.ParentProblemAsync(account.Id, command.ParentAccountId, cancellationToken) is { } problem)
                return problem;
            changes.Add(new FieldChange("parentAccount", await NameOfAsync(account.ParentAccountId), await NameOfAsync(command.ParentAccountId)));
            account.ParentAccountId = command.ParentAccountId;
            // What the import waited for is overruled by hand.
            account.ParentSourceKey = null;
        }
        if (account.OwnerId != command.OwnerId)
        {
            if (await context.OwnerProblemAsync(command.OwnerId, cancellationToken) is { } problem)
                return problem;
            changes.Add(await context.ChangeOwnerAsync(account, command.OwnerId, cancellationToken));
        }
        if (changes.Count == 0)
            return new AccountEdited(account.Id, account.Version, 0);

        // Custom values live in rows of their own; the account's version counts all the same.
        database.Entry(account).Property(a => a.UpdatedAt).IsModified = true;
        context.NoteChanges(RecordKind.Account, account.Id, account.Id, changes);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(RecordKind.Account), account.Id, account.Name, changes.ToDictionary(c => c.Field, c => c.Before), changes.ToDictionary(c => c.Field, c => c.After));
        return new AccountEdited(account.Id, account.Version, changes.Count);

        async Task<string?> NameOfAsync(long? id) =>
            id is null ? null : await database.Accounts.Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
    }
}
