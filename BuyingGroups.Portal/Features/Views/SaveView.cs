using BuyingGroups.Domain.Records;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;
using Stored = BuyingGroups.Data.Views.SavedView;

namespace BuyingGroups.Portal.Features.Views;

/// <summary>Saves filters, order and columns of a list under a name.</summary>
/// <param name="List">The list's name, such as "accounts".</param>
/// <param name="Name">The view's name; a view of one's own with that name is replaced.</param>
/// <param name="Query">The list's query string, without "?".</param>
/// <param name="Id">The view to change; 0 for a new one.</param>
/// <param name="IsShared">True when everybody is to see it; null leaves it as it is.</param>
[Requires(Permissions.SignedIn)]
public sealed record SaveView(string List, string Name, string Query, int Id = 0, bool? IsShared = null) : ICommand<ViewSaved>;

/// <summary>The view's id.</summary>
public sealed record ViewSaved(int Id);

/// <summary>Views belong to users, and the caller is none.</summary>
public sealed record NoViewsWithoutUser() : Refusal("Views belong to users who sign in. Nothing was saved.");

public sealed class SaveViewHandler : ICommandHandler<SaveView, ViewSaved>
{
    private const int NameMaxLength = 255;
    private const int QueryMaxLength = 4000;

    public async Task<Outcome<ViewSaved>> HandleAsync(SaveView command, CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Caller.UserId is not { } user)
            return new NoViewsWithoutUser();
        if (!context.Caller.May(ListsWithViews.PermissionOf(command.List)))
            return new AccessDenied(ListsWithViews.PermissionOf(command.List));
        if (FieldText.Read("Name", command.Name, NameMaxLength, out var name) is { } problem)
            return problem;
        if (name is null)
            return new Required("Name");
        if (command.Query.Length > QueryMaxLength)
            return new TooLong("View", QueryMaxLength);
        // Somebody else's view cannot be overwritten; saving it makes one's own.
        var view = await context.Database.SavedViews.FirstOrDefaultAsync(
            v => v.UserId == user && v.List == command.List && (command.Id == 0 ? v.Name == name : v.Id == command.Id), cancellationToken);
        if (view is null)
        {
            view = new Stored { UserId = user, List = command.List, Name = name, Query = command.Query };
            context.Database.SavedViews.Add(view);
        }
        (view.Name, view.Query, view.IsShared, view.UpdatedAt) = (name, command.Query, command.IsShared ?? view.IsShared, context.Now);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("SavedView", view.Id, view.Name, after: command);
        return new ViewSaved(view.Id);
    }
}
