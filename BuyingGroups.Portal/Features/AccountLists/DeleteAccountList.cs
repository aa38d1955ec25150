using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Audiences;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>Deletes an account list that no creation job or journey uses; its accounts stay.</summary>
/// <param name="Id">The list.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record DeleteAccountList(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteAccountListHandler : ICommandHandler<DeleteAccountList, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteAccountList command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var list = await database.AccountLists.FirstOrDefaultAsync(l => l.Id == command.Id, cancellationToken);
        if (list is null)
            return new NotFound("account list", command.Id);
        if (await SourceUses.FindAsync(database, "account list", ReferenceKind.AccountList, list.Id, list.Name, database.CreationJobs.Where(j => j.AccountListId == list.Id), cancellationToken) is { } inUse)
            return inUse;
        database.AccountLists.Remove(list);
        context.Audit("AccountList", list.Id, list.Name, new { list.Name, list.Kind, list.Condition });
        return Done.Instance;
    }
}
