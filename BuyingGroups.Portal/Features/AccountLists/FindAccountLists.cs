using BuyingGroups.Domain;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Lists;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>Account lists, paged.</summary>
/// <param name="Page">Which page; sorts by name, status, kind, updated.</param>
/// <param name="Search">Part of the name.</param>
/// <param name="Status">Only drafts or only live ones.</param>
[Requires(Permissions.AccountsView)]
public sealed record FindAccountLists(PageRequest Page, string? Search = null, PublicationStatus? Status = null) : IQuery<PageOf<AccountListRow>>;

/// <summary>One account list as listed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Kind">Static or dynamic.</param>
/// <param name="Status">Draft or live.</param>
/// <param name="AccountCount">How many accounts a static list holds; null for a dynamic one, which is counted on its page.</param>
/// <param name="UpdatedAt">When it was saved (UTC).</param>
public sealed record AccountListRow(int Id, string Name, string? Description, AccountListKind Kind, PublicationStatus Status, int? AccountCount, DateTime UpdatedAt);

/// <summary>Reads them.</summary>
public sealed class FindAccountListsHandler : IQueryHandler<FindAccountLists, PageOf<AccountListRow>>
{
    public async Task<Outcome<PageOf<AccountListRow>>> HandleAsync(FindAccountLists query, QueryContext context, CancellationToken cancellationToken)
    {
        var lists = context.Database.AccountLists.AsQueryable();
        if (NormalizedText.Of(query.Search) is { } search)
            lists = lists.Where(l => l.NormalizedName.Contains(search));
        if (query.Status is { } status)
            lists = lists.Where(l => l.Status == status);
        var total = await lists.CountAsync(cancellationToken);
        var ordered = query.Page.Sort switch
        {
            "status" => lists.By(l => l.Status, query.Page.Descending).ThenBy(l => l.NormalizedName),
            "kind" => lists.By(l => l.Kind, query.Page.Descending).ThenBy(l => l.NormalizedName),
            "updated" => lists.By(l => l.UpdatedAt, query.Page.Descending).ThenBy(l => l.Id),
            _ => lists.By(l => l.NormalizedName, query.Page.Descending),
        };
        var rows = await ordered.Skip(query.Page.Skip).Take(query.Page.Take)
            .Select(l => new AccountListRow(l.Id, l.Name, l.Description, l.Kind, l.Status, l.Kind == AccountListKind.Static ? l.Members.Count : null, l.UpdatedAt))
            .ToListAsync(cancellationToken);
        return new PageOf<AccountListRow>(rows, total);
    }
}
