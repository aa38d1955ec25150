using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Views;

/// <summary>Deletes a view of one's own.</summary>
[Requires(Permissions.SignedIn)]
public sealed record DeleteView(int Id) : ICommand<Done>;

public sealed class DeleteViewHandler : ICommandHandler<DeleteView, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteView command, CommandContext context, CancellationToken cancellationToken)
    {
        var user = context.Caller.UserId;
        if (await context.Database.SavedViews.FirstOrDefaultAsync(v => v.Id == command.Id && v.UserId == user, cancellationToken) is not { } view)
            return new NotFound("view of yours", command.Id);
        context.Database.SavedViews.Remove(view);
        context.Audit("SavedView", view.Id, view.Name, before: new { view.List, view.Query });
        return Done.Instance;
    }
}
