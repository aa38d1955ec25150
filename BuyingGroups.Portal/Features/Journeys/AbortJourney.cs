using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Stops everyone in a journey at once. Only the state changes here: from then on the engine moves nobody, and ends the entries in transactions of bounded size.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Version">The version that was looked at; null does it whatever changed since.</param>
[Requires(Permissions.JourneysPublish)]
public sealed record AbortJourney(int Id, int? Version = null) : ICommand<Done>;

/// <summary>Aborts it.</summary>
public sealed class AbortJourneyHandler : ICommandHandler<AbortJourney, Done>
{
    public async Task<Outcome<Done>> HandleAsync(AbortJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var found = await JourneyDrafts.ToChangeAsync(context.Database, command.Id, command.Version, JourneyRules.ToAbort, cancellationToken);
        if (!found.Succeeded)
            return Outcome<Done>.Refused(found.Refusals);
        var journey = found.Value;
        var before = journey.Status;
        (journey.Status, journey.EndedAt, journey.Problem, journey.UpdatedBy) = (JourneyStatus.Aborted, context.Now, null, context.ActorId);
        context.Audit("Journey", journey.Id, journey.Name, new { Status = before }, new { journey.Status });
        return Done.Instance;
    }
}
