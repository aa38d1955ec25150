using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>Deletes an audience that no creation job or journey uses.</summary>
/// <param name="Id">The audience.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record DeleteAudience(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteAudienceHandler : ICommandHandler<DeleteAudience, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DeleteAudience command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var audience = await database.Audiences.FirstOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (audience is null)
            return new NotFound("audience", command.Id);
        if (await SourceUses.FindAsync(database, "audience", ReferenceKind.Audience, audience.Id, audience.Name, database.CreationJobs.Where(j => j.AudienceId == audience.Id), cancellationToken) is { } inUse)
            return inUse;
        database.Audiences.Remove(audience);
        context.Audit("Audience", audience.Id, audience.Name, new { audience.Name, audience.Condition });
        return Done.Instance;
    }
}
