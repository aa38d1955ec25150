using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>Takes a draft live, so that groups and journeys can use it.</summary>
/// <param name="Id">The audience.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record PublishAudience(int Id) : ICommand<Done>;

/// <summary>Publishes it.</summary>
public sealed class PublishAudienceHandler : ICommandHandler<PublishAudience, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PublishAudience command, CommandContext context, CancellationToken cancellationToken)
    {
        var audience = await context.Database.Audiences.FirstOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (audience is null)
            return new NotFound("audience", command.Id);
        if (AudienceRules.ToPublish(audience) is { } refused)
            return refused;
        // What the condition names may have been deleted since the draft was saved.
        var problems = AudienceRules.CheckCondition(audience.Condition, await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken));
        if (problems.Count > 0)
            return Outcome<Done>.Refused(problems);
        audience.Status = PublicationStatus.Live;
        context.Audit("Audience", audience.Id, audience.Name, new { Status = PublicationStatus.Draft }, new { audience.Status });
        return Done.Instance;
    }
}
