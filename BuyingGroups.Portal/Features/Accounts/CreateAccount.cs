using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Adds an account by hand.</summary>
/// <param name="Values">Texts by field key, as <see cref="FieldText"/> reads them; custom fields as "custom:7".</param>
/// <param name="SourceKey">Its key in the source system, so that a later import finds it; null when there is none.</param>
/// <param name="ParentAccountId">The account above it.</param>
/// <param name="OwnerId">The user who looks after it.</param>
[Requires(Permissions.AccountsManage)]
public sealed record CreateAccount(IReadOnlyDictionary<string, string?> Values, string? SourceKey = null, long? ParentAccountId = null, int? OwnerId = null) : ICommand<AccountCreated>;

/// <summary>The new account.</summary>
public sealed record AccountCreated(long Id, string Name);

/// <summary>The source key belongs to somebody else.</summary>
/// <param name="SourceKey">The key.</param>
/// <param name="Holder">Who has it.</param>
public sealed record SourceKeyTaken(string SourceKey, string Holder)
    : Refusal("The source key “{0}” belongs to {1} already. Nothing was changed; open that record instead, or use another key.", SourceKey, Holder);

/// <summary>The user chosen as owner is gone or disabled.</summary>
public sealed record OwnerGone() : Refusal("The chosen owner is not a user of the portal any more. Nothing was changed; choose somebody else.");

public sealed class CreateAccountHandler : ICommandHandler<CreateAccount, AccountCreated>
{
    public async Task<Outcome<AccountCreated>> HandleAsync(CreateAccount command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (FieldText.Read("Source key", command.SourceKey, Account.TextMaxLength, out var sourceKey) is { } keyProblem)
            return keyProblem;
        // A key of our own where the source has none; an import cannot meet it by chance.
        sourceKey ??= $"portal:{Guid.CreateVersion7(new DateTimeOffset(context.Now, TimeSpan.Zero)):N}";
        if (await database.Accounts.Where(a => a.SourceKey == sourceKey).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken) is { } holder)
            return new SourceKeyTaken(sourceKey, holder);
        if (await context.ParentProblemAsync(0, command.ParentAccountId, cancellationToken) is { } parentProblem)
            return parentProblem;
        if (await context.OwnerProblemAsync(command.OwnerId, cancellationToken) is { } ownerProblem)
            return ownerProblem;

        var account = new Account { SourceKey = sourceKey, Name = "", ParentAccountId = command.ParentAccountId, OwnerId = command.OwnerId, CreatedAt = context.Now };
        var customFields = await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Account).ToListAsync(cancellationToken);
        var changes = RecordEdit.Apply(account, account.FieldValues, AccountRules.Fields, customFields, command.Values);
        if (!changes.Succeeded)
            return Outcome<AccountCreated>.Refused(changes.Refusals);
        if (AccountRules.MissingOf(account) is { } missing)
            return missing;
        database.Accounts.Add(account);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(RecordKind.Account), account.Id, account.Name, after: command);
        return new AccountCreated(account.Id, account.Name);
    }
}
