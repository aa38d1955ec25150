using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Turns a suggestion down, so that it is not shown again for this person and role.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="PersonId">The person suggested.</param>
/// <param name="RoleId">The role suggested.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record DismissSuggestion(long BuyingGroupId, long PersonId, int RoleId) : ICommand<Done>;

/// <summary>Keeps who turned it down and when.</summary>
public sealed class DismissSuggestionHandler : ICommandHandler<DismissSuggestion, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DismissSuggestion command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var name = await database.BuyingGroups.Where(g => g.Id == command.BuyingGroupId).Select(g => g.Name).FirstOrDefaultAsync(cancellationToken);
        if (name is null)
            return new NotFound("buying group", command.BuyingGroupId);
        if (!await database.People.AnyAsync(p => p.Id == command.PersonId, cancellationToken))
            return new NotFound("person", command.PersonId);
        if (!await database.DismissedSuggestions.AnyAsync(
            d => d.BuyingGroupId == command.BuyingGroupId && d.PersonId == command.PersonId && d.RoleId == command.RoleId, cancellationToken))
        {
            database.DismissedSuggestions.Add(new DismissedSuggestion
            {
                BuyingGroupId = command.BuyingGroupId,
                PersonId = command.PersonId,
                RoleId = command.RoleId,
                At = context.Now,
                ActorId = context.ActorId,
            });
        }
        context.Audit("BuyingGroup", command.BuyingGroupId, name, null, new { DismissedSuggestion = new { command.PersonId, command.RoleId } });
        return Done.Instance;
    }
}
