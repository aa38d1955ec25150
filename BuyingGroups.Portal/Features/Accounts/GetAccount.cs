using BuyingGroups.Data;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Groups;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>Everything the account page shows.</summary>
[Requires(Permissions.AccountsView)]
public sealed record GetAccount(long Id) : IQuery<AccountDetails>;

/// <summary>An account with what belongs to it.</summary>
/// <param name="Account">Its fields and custom values.</param>
/// <param name="CustomFields">Every custom field of accounts, in order of name.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Ancestors">The accounts above it, the nearest first.</param>
/// <param name="Children">The accounts below it, at most <see cref="ChildrenMost"/>.</param>
/// <param name="ChildCount">How many there are.</param>
/// <param name="People">How many people it has.</param>
/// <param name="Groups">Its buying groups, the least complete first; none for who may not see groups.</param>
/// <param name="Opportunities">Its open opportunities, the next to close first.</param>
public sealed record AccountDetails(
    Account Account, IReadOnlyList<CustomField> CustomFields, string? Owner, IReadOnlyList<AccountLink> Ancestors, IReadOnlyList<AccountLink> Children, int ChildCount,
    int People, IReadOnlyList<AccountGroup> Groups, IReadOnlyList<AccountOpportunity> Opportunities)
{
    /// <summary>Most children shown on the page; the list of accounts shows the rest.</summary>
    public const int ChildrenMost = 200;
}

/// <summary>An account in the hierarchy.</summary>
public sealed record AccountLink(long Id, string Name, string? Industry, string? BillingCountry, int People);

/// <summary>A buying group of the account.</summary>
public sealed record AccountGroup(long Id, string Name, string SolutionInterest, int RoleTemplateId, string? Stage, int Completeness, double Engagement, double EngagementChange, int Members)
{
    /// <summary>How the roles of its template are filled, in priority order.</summary>
    public IReadOnlyList<RoleFill> Roles { get; init; } = [];
}

/// <summary>An open opportunity of the account.</summary>
public sealed record AccountOpportunity(long Id, string Name, string? Stage, decimal? Amount, DateOnly? ExpectedClose);

public sealed class GetAccountHandler : IQueryHandler<GetAccount, AccountDetails>
{
    public async Task<Outcome<AccountDetails>> HandleAsync(GetAccount query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        if (await database.Accounts.Include(a => a.FieldValues).FirstOrDefaultAsync(a => a.Id == query.Id, cancellationToken) is not { } account)
            return new NotFound("account", query.Id);
        var children = database.Accounts.Where(a => a.ParentAccountId == query.Id);
        return new AccountDetails(
            account,
            await database.CustomFields.Where(f => f.Target == CustomFieldTarget.Account).OrderBy(f => f.NormalizedName).ToListAsync(cancellationToken),
            await database.Users.Where(u => u.Id == account.OwnerId).Select(u => u.DisplayName).FirstOrDefaultAsync(cancellationToken),
            await database.AncestorsAsync(account.ParentAccountId, cancellationToken),
            await children.OrderBy(a => a.NormalizedName).ThenBy(a => a.Id).Take(AccountDetails.ChildrenMost)
                .Select(a => new AccountLink(a.Id, a.Name, a.Industry, a.BillingCountry, a.People.Count)).ToListAsync(cancellationToken),
            await children.CountAsync(cancellationToken),
            await database.People.CountAsync(p => p.AccountId == query.Id, cancellationToken),
            context.Caller.May(Permissions.BuyingGroupsView) ? await GroupsAsync(database, query.Id, cancellationToken) : [],
            await database.Opportunities.Where(o => o.AccountId == query.Id && !o.IsClosed).OrderBy(o => o.ExpectedClose).ThenBy(o => o.Id).Take(50)
                .Select(o => new AccountOpportunity(o.Id, o.Name, o.Stage, o.Amount, o.ExpectedClose)).ToListAsync(cancellationToken));
    }

    private static async Task<IReadOnlyList<AccountGroup>> GroupsAsync(PortalDbContext database, long account, CancellationToken cancellationToken)
    {
        var groups = await database.BuyingGroups.Where(g => g.AccountId == account).OrderBy(g => g.Completeness).ThenBy(g => g.Id)
            .Select(g => new AccountGroup(
                g.Id, g.Name, g.SolutionInterest!.Name, g.SolutionInterest.RoleTemplateId, g.Stage == null ? null : g.Stage.Name, g.Completeness, g.EngagementScore, g.EngagementChange,
                g.Members.Count(m => m.IsActive)))
            .ToListAsync(cancellationToken);
        var roles = await RoleStrips.ReadAsync(database, [.. groups.Select(group => (group.Id, group.RoleTemplateId))], cancellationToken);
        return [.. groups.Select(group => group with { Roles = [.. roles[group.Id]] })];
    }
}
