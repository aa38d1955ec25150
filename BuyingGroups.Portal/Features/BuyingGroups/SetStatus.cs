using BuyingGroups.Data.Memberships;
using BuyingGroups.Data.Stages;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Groups;

/// <summary>Gives a group a status in free words, or none.</summary>
/// <param name="BuyingGroupId">The group.</param>
/// <param name="Status">At most 50 characters; empty takes it away.</param>
[Requires(Permissions.BuyingGroupsEditMembers)]
public sealed record SetStatus(long BuyingGroupId, string? Status) : ICommand<Done>;

/// <summary>Sets it.</summary>
public sealed class SetStatusHandler(StatusWriter statuses) : ICommandHandler<SetStatus, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SetStatus command, CommandContext context, CancellationToken cancellationToken)
    {
        var status = string.IsNullOrWhiteSpace(command.Status) ? null : command.Status.Trim();
        if (status?.Length > BuyingGroup.StatusMaxLength)
            return new TooLong("Status", BuyingGroup.StatusMaxLength);
        var group = await context.Database.BuyingGroups.AsNoTracking().FirstOrDefaultAsync(g => g.Id == command.BuyingGroupId, cancellationToken);
        if (group is null)
            return new NotFound("buying group", command.BuyingGroupId);
        context.Audit("BuyingGroup", group.Id, group.Name, new { group.Status }, new { Status = status });
        var touched = context.Database.BuyingGroups.Where(g => g.Id == group.Id).Select(g => new TouchedRow { BuyingGroupId = g.Id });
        await statuses.SetAsync(context.Database, touched, status, context.ActorId, context.Now, cancellationToken);
        return Done.Instance;
    }
}
