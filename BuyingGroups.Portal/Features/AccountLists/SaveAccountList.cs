using BuyingGroups.Domain;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>Makes an account list, or saves a changed one.</summary>
/// <param name="Id">The list; null for a new one.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Kind">Static or dynamic; fixed once made.</param>
/// <param name="Condition">The condition of a dynamic list, fixed once live; ignored on a static one.</param>
/// <param name="Version">The version that was opened; ignored for a new one.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record SaveAccountList(int? Id, string Name, string? Description, AccountListKind Kind, Condition? Condition = null, int Version = 0) : ICommand<int>;

/// <summary>Saves it.</summary>
public sealed class SaveAccountListHandler : ICommandHandler<SaveAccountList, int>
{
    public async Task<Outcome<int>> HandleAsync(SaveAccountList command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, AccountList.NameMaxLength, command.Description, AccountList.DescriptionMaxLength) is { } wrong)
            return wrong;
        var database = context.Database;
        var list = command.Id is { } id ? await database.AccountLists.FirstOrDefaultAsync(l => l.Id == id, cancellationToken) : null;
        if (command.Id is not null && list is null)
            return new NotFound("account list", command.Id);
        if (list is not null && list.Version != command.Version)
            return new ChangedByOthers("account list");
        var normalized = NormalizedText.Required(command.Name);
        if (await database.AccountLists.AnyAsync(l => l.NormalizedName == normalized && l.Id != command.Id, cancellationToken))
            return new NameTaken("account list", command.Name.Trim());
        var before = list is null ? null : Picture(list);
        list ??= database.AccountLists.Add(new AccountList { Name = command.Name.Trim(), Kind = command.Kind, CreatedAt = context.Now }).Entity;
        if (list.Kind == AccountListKind.Dynamic && (list.Condition is null || !list.Condition.Equals(command.Condition)))
        {
            if (list.Condition is not null && AudienceRules.ToChangeCondition(list.Status, "account list", list.Name) is { } isFixed)
                return isFixed;
            if (command.Condition is null)
                return new Required("Condition");
            var problems = AudienceRules.CheckCondition(command.Condition, await database.ReadConditionCatalogAsync(context.Now, cancellationToken));
            if (problems.Count > 0)
                return Outcome<int>.Refused(problems);
            list.Condition = command.Condition;
        }
        list.Name = command.Name.Trim();
        list.Description = Naming.Kept(command.Description);
        await database.SaveChangesAsync(cancellationToken);
        context.Audit("AccountList", list.Id, list.Name, before, Picture(list));
        return list.Id;
    }

    private static object Picture(AccountList list) => new { list.Name, list.Description, list.Kind, list.Condition };
}
