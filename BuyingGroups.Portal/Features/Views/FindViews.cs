using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Views;

/// <summary>The saved views of a list: the caller's own, then those others shared.</summary>
/// <param name="List">The list's name, such as "accounts", "people", "buying-groups".</param>
[Requires(Permissions.SignedIn)]
public sealed record FindViews(string List) : IQuery<ViewsFound>;

/// <summary>The views, in order of name.</summary>
public sealed record ViewsFound(IReadOnlyList<SavedView> Views);

public sealed class FindViewsHandler : IQueryHandler<FindViews, ViewsFound>
{
    public async Task<Outcome<ViewsFound>> HandleAsync(FindViews query, QueryContext context, CancellationToken cancellationToken)
    {
        var user = context.Caller.UserId;
        var maySeeList = context.Caller.May(ListsWithViews.PermissionOf(query.List));
        var views = await context.Database.SavedViews.Where(v => v.List == query.List && (v.UserId == user || (v.IsShared && maySeeList))).OrderBy(v => v.Name).ThenBy(v => v.Id)
            .Select(v => new SavedView(
                v.Id, v.Name, v.Query, v.UserId == user ? null : context.Database.Users.Where(u => u.Id == v.UserId).Select(u => u.DisplayName).FirstOrDefault(), null, v.IsShared))
            .ToListAsync(cancellationToken);
        return new ViewsFound([.. views.OrderBy(view => view.SharedBy is not null)]);
    }
}
