using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Lets the engine go on with a journey that stood still, once what was wrong is put right.</summary>
/// <param name="Id">The journey.</param>
[Requires(Permissions.JourneysPublish)]
public sealed record ResumeJourney(int Id) : ICommand<Done>;

/// <summary>Resumes it.</summary>
public sealed class ResumeJourneyHandler : ICommandHandler<ResumeJourney, Done>
{
    public async Task<Outcome<Done>> HandleAsync(ResumeJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var journey = await context.Database.Journeys.FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (journey is null)
            return new NotFound("journey", command.Id);
        if (JourneyRules.ToRetry(journey) is { } refused)
            return refused;
        context.Audit("Journey", journey.Id, journey.Name, new { journey.Problem });
        journey.Problem = null;
        return Done.Instance;
    }
}
