using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys;
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
        var jobs = await database.CreationJobs.Where(j => j.AccountListId == list.Id)
            .Join(database.SolutionInterests, j => j.SolutionInterestId, s => s.Id, (j, s) => s.Name).ToListAsync(cancellationToken);
        var journeys = await JourneyUses.FindAsync(database, ReferenceKind.AccountList, list.Id, list.Name, cancellationToken);
        if (InUse.Of("account list", list.Name, [.. jobs.Select(name => $"the creation job of “{name}”"), .. journeys]) is { } inUse)
            return inUse;
        database.AccountLists.Remove(list);
        context.Audit("AccountList", list.Id, list.Name, new { list.Name, list.Kind, list.Condition });
        return Done.Instance;
    }
}
