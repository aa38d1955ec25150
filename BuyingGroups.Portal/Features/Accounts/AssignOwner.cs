using BuyingGroups.Data.Auditing;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Gives up to 50 accounts to a user, or to nobody.</summary>
/// <param name="AccountIds">Which.</param>
/// <param name="OwnerId">The user; null for nobody.</param>
[Requires(Permissions.AccountsManage)]
public sealed record AssignOwner(IReadOnlyList<long> AccountIds, int? OwnerId) : ICommand<OwnerAssigned>
{
    /// <summary>Most accounts at once.</summary>
    public const int Most = 50;
}

/// <summary>How many accounts changed hands; the others had that owner already or are gone.</summary>
public sealed record OwnerAssigned(int Changed);

/// <summary>More was chosen than one change takes.</summary>
/// <param name="Most">How many it takes.</param>
public sealed record TooManyAtOnce(int Most) : Refusal("At most {0} can be changed at once. Nothing was changed; choose fewer.", Most);

public sealed class AssignOwnerHandler : ICommandHandler<AssignOwner, OwnerAssigned>
{
    public async Task<Outcome<OwnerAssigned>> HandleAsync(AssignOwner command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.AccountIds.Count > AssignOwner.Most)
            return new TooManyAtOnce(AssignOwner.Most);
        if (await context.OwnerProblemAsync(command.OwnerId, cancellationToken) is { } problem)
            return problem;
        var accounts = await context.Database.Accounts.Where(a => command.AccountIds.Contains(a.Id) && a.OwnerId != command.OwnerId).ToListAsync(cancellationToken);
        foreach (var account in accounts)
        {
            var change = await context.ChangeOwnerAsync(account, command.OwnerId, cancellationToken);
            context.NoteChanges(RecordKind.Account, account.Id, account.Id, [change]);
            context.Audit(nameof(RecordKind.Account), account.Id, account.Name, new { owner = change.Before }, new { owner = change.After });
        }
        return new OwnerAssigned(accounts.Count);
    }
}

internal static class Ownership
{
    /// <summary>Refuses an owner who is gone or disabled.</summary>
    public static async Task<Refusal?> OwnerProblemAsync(this CommandContext context, int? ownerId, CancellationToken cancellationToken) =>
        ownerId is null || await context.Database.Users.AnyAsync(u => u.Id == ownerId && !u.IsDisabled, cancellationToken) ? null : new OwnerGone();

    /// <summary>Sets the owner and tells what changed, by name.</summary>
    public static async Task<FieldChange> ChangeOwnerAsync(this CommandContext context, Account account, int? ownerId, CancellationToken cancellationToken)
    {
        var (before, after) = (account.OwnerId, ownerId);
        account.OwnerId = ownerId;
        var names = await context.Database.Users.Where(u => u.Id == before || u.Id == after).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return new FieldChange("owner", before is { } old ? names.GetValueOrDefault(old) : null, after is { } next ? names.GetValueOrDefault(next) : null);
    }
}
