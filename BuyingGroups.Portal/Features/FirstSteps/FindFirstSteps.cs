using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.FirstSteps;

/// <summary>How far a portal is on the way to its first buying groups.</summary>
[Requires(Permissions.SignedIn)]
public sealed record FindFirstSteps : IQuery<FirstStepsDone>;

/// <summary>What there is already; tells nothing but that, so everybody signed in may know.</summary>
public sealed record FirstStepsDone(bool SecondStep, bool Team, bool People, bool RoleTemplate, bool SolutionInterest, bool BuyingGroups);

public sealed class FindFirstStepsHandler : IQueryHandler<FindFirstSteps, FirstStepsDone>
{
    public async Task<Outcome<FirstStepsDone>> HandleAsync(FindFirstSteps query, QueryContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var user = context.Caller.UserId;
        return new FirstStepsDone(
            user is null || await database.Users.AnyAsync(u => u.Id == user && u.TwoFactorEnabled, cancellationToken),
            await database.Users.Take(2).CountAsync(cancellationToken) > 1,
            await database.People.AnyAsync(cancellationToken),
            await database.RoleTemplates.AnyAsync(t => t.Status == PublicationStatus.Live, cancellationToken),
            await database.SolutionInterests.AnyAsync(cancellationToken),
            await database.BuyingGroups.AnyAsync(cancellationToken));
    }
}
