using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>The accounts on a list, or in an audience, paged.</summary>
/// <param name="Source">The list or audience.</param>
/// <param name="Page">Which page; in order of name.</param>
/// <param name="Search">Part of the account's name.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindListedAccounts(AccountSource Source, PageRequest Page, string? Search = null) : IQuery<PageOf<ListedAccount>>;

/// <summary>Where accounts come from: exactly one of the two is set.</summary>
/// <param name="AudienceId">An audience.</param>
/// <param name="AccountListId">An account list.</param>
public sealed record AccountSource(int? AudienceId = null, int? AccountListId = null);

/// <summary>One account on a list.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="City">Its billing city.</param>
/// <param name="Country">Its billing country.</param>
public sealed record ListedAccount(long Id, string Name, string? Industry, string? City, string? Country);

/// <summary>Reads them.</summary>
public sealed class FindListedAccountsHandler : IQueryHandler<FindListedAccounts, PageOf<ListedAccount>>
{
    private const int Cap = 10_000;

    public async Task<Outcome<PageOf<ListedAccount>>> HandleAsync(FindListedAccounts query, QueryContext context, CancellationToken cancellationToken)
    {
        var found = await AccountSources.AccountsOfAsync(context.Database, query.Source, context.Now, cancellationToken);
        if (!found.Succeeded)
            return Outcome<PageOf<ListedAccount>>.Refused(found.Refusals);
        var accounts = found.Value;
        if (NormalizedText.Of(query.Search) is { } search)
            accounts = accounts.Where(a => a.NormalizedName.Contains(search));
        var total = await accounts.Select(a => a.Id).Take(Cap + 1).CountAsync(cancellationToken);
        var ordered = query.Page.Descending ? accounts.OrderByDescending(a => a.NormalizedName).ThenBy(a => a.Id) : accounts.OrderBy(a => a.NormalizedName).ThenBy(a => a.Id);
        var rows = await ordered.Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(a => new ListedAccount(a.Id, a.Name, a.Industry, a.BillingCity, a.BillingCountry)).ToListAsync(cancellationToken);
        return new PageOf<ListedAccount>(rows, Math.Min(total, Cap), total > Cap);
    }
}

/// <summary>Turns an audience or account list into its accounts: the one piece that pages, creation jobs and journeys use.</summary>
public static class AccountSources
{
    /// <summary>The accounts, as a query that runs in the database; refused when the source is gone or its condition cannot be used.</summary>
    public static async Task<Outcome<IQueryable<Account>>> AccountsOfAsync(PortalDbContext database, AccountSource source, DateTime now, CancellationToken cancellationToken)
    {
        Condition? condition;
        if (source.AudienceId is { } audienceId)
        {
            var audience = await database.Audiences.AsNoTracking().FirstOrDefaultAsync(a => a.Id == audienceId, cancellationToken);
            if (audience is null)
                return new NotFound("audience", audienceId);
            condition = audience.Condition;
        }
        else
        {
            var listId = source.AccountListId ?? 0;
            var list = await database.AccountLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellationToken);
            if (list is null)
                return new NotFound("account list", listId);
            if (list.Kind == AccountListKind.Static)
                return Accounts(database.Accounts.Where(a => database.AccountListMembers.Any(m => m.AccountListId == listId && m.AccountId == a.Id)));
            condition = list.Condition;
        }
        var matches = ConditionTranslation.OfAccounts(condition ?? ConditionGroup.Everything, await database.ReadConditionCatalogAsync(now, cancellationToken));
        return matches.Succeeded ? Accounts(database.Accounts.Where(matches.Value)) : Outcome<IQueryable<Account>>.Refused(matches.Refusals);

        // An interface cannot be converted implicitly; the box carries it.
        static Outcome<IQueryable<Account>> Accounts(IQueryable<Account> accounts) => Outcome<IQueryable<Account>>.Of(accounts);
    }
}
