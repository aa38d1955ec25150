using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Audiences;

/// <summary>Counts the accounts of an audience now and keeps the figure.</summary>
/// <param name="Id">The audience.</param>
[Requires(Permissions.AudiencesManage)]
public sealed record EvaluateAudience(int Id) : ICommand<int>;

/// <summary>Counts them.</summary>
public sealed class EvaluateAudienceHandler : ICommandHandler<EvaluateAudience, int>
{
    public async Task<Outcome<int>> HandleAsync(EvaluateAudience command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var audience = await database.Audiences.AsNoTracking().FirstOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (audience is null)
            return new NotFound("audience", command.Id);
        var matches = ConditionTranslation.OfAccounts(audience.Condition, await database.ReadConditionCatalogAsync(context.Now, cancellationToken));
        if (!matches.Succeeded)
            return Outcome<int>.Refused(matches.Refusals);
        var count = await database.Accounts.CountAsync(matches.Value, cancellationToken);
        // A count is no edit: it leaves version and time of the last change alone.
        await database.Audiences.Where(a => a.Id == audience.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.AccountCount, count).SetProperty(a => a.EvaluatedAt, context.Now), cancellationToken);
        context.Audit("Audience", audience.Id, audience.Name, new { audience.AccountCount }, new { AccountCount = count });
        return count;
    }
}
