using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.AccountLists;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Where the accounts of new groups come from: a live audience or a live account list.</summary>
internal static class CreationSources
{
    /// <summary>The source's name; refused when it is gone or not live.</summary>
    public static async Task<Outcome<string>> NameOfAsync(PortalDbContext database, AccountSource source, CancellationToken cancellationToken)
    {
        var (what, id) = source.AudienceId is { } audience ? ("audience", audience) : ("account list", source.AccountListId ?? 0);
        var found = source.AudienceId is not null
            ? await database.Audiences.Where(a => a.Id == id).Select(a => new { a.Name, a.Status }).FirstOrDefaultAsync(cancellationToken)
            : await database.AccountLists.Where(l => l.Id == id).Select(l => new { l.Name, l.Status }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return new NotFound(what, id);
        return found.Status == PublicationStatus.Live ? found.Name : new NotLive(what, found.Name);
    }

    /// <summary>The accounts of the source that have no group for the solution interest yet, so that work follows the change and not the size.</summary>
    public static async Task<Outcome<IQueryable<Account>>> WithoutGroupAsync(
        PortalDbContext database, AccountSource source, int solutionInterestId, DateTime now, CancellationToken cancellationToken)
    {
        var accounts = await AccountSources.AccountsOfAsync(database, source, now, cancellationToken);
        return accounts.Succeeded
            ? Outcome<IQueryable<Account>>.Of(accounts.Value.Where(a => !database.BuyingGroups.Any(g => g.AccountId == a.Id && g.SolutionInterestId == solutionInterestId)))
            : accounts;
    }

    /// <summary>The source of a job.</summary>
    public static AccountSource SourceOf(Domain.BuyingGroups.CreationJob job) => new(job.AudienceId, job.AccountListId);
}
