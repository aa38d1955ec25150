using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Lets nobody into a live journey any more; those inside go on.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Version">The version that was looked at; null does it whatever changed since.</param>
[Requires(Permissions.JourneysPublish)]
public sealed record CloseJourney(int Id, int? Version = null) : ICommand<Done>;

/// <summary>Closes it.</summary>
public sealed class CloseJourneyHandler : ICommandHandler<CloseJourney, Done>
{
    public async Task<Outcome<Done>> HandleAsync(CloseJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var found = await JourneyDrafts.ToChangeAsync(context.Database, command.Id, command.Version, JourneyRules.ToClose, cancellationToken);
        if (!found.Succeeded)
            return Outcome<Done>.Refused(found.Refusals);
        var journey = found.Value;
        (journey.Status, journey.EndedAt, journey.UpdatedBy) = (JourneyStatus.ClosedToNewEntries, context.Now, context.ActorId);
        context.Audit("Journey", journey.Id, journey.Name, new { Status = JourneyStatus.Live }, new { journey.Status });
        return Done.Instance;
    }
}
