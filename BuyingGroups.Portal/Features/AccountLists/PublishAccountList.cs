using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.AccountLists;

/// <summary>Takes a draft live, so that groups and journeys can use it.</summary>
/// <param name="Id">The list.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record PublishAccountList(int Id) : ICommand<Done>;

/// <summary>Publishes it.</summary>
public sealed class PublishAccountListHandler : ICommandHandler<PublishAccountList, Done>
{
    public async Task<Outcome<Done>> HandleAsync(PublishAccountList command, CommandContext context, CancellationToken cancellationToken)
    {
        var list = await context.Database.AccountLists.FirstOrDefaultAsync(l => l.Id == command.Id, cancellationToken);
        if (list is null)
            return new NotFound("account list", command.Id);
        if (AudienceRules.ToPublish(list) is { } refused)
            return refused;
        if (list.Condition is { } condition)
        {
            var problems = AudienceRules.CheckCondition(condition, await context.Database.ReadConditionCatalogAsync(context.Now, cancellationToken));
            if (problems.Count > 0)
                return Outcome<Done>.Refused(problems);
        }
        list.Status = PublicationStatus.Live;
        context.Audit("AccountList", list.Id, list.Name, new { Status = PublicationStatus.Draft }, new { list.Status });
        return Done.Instance;
    }
}
