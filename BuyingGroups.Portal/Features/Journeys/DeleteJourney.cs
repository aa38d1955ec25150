using System.Text.Json;
using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Jobs;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>
/// Deletes a journey that nobody travels: it is gone at once, with its versions; the records of those who travelled it, which may be millions,
/// follow in the background. What its steps did to members, stages and lists stays, and so does who did it.
/// </summary>
/// <param name="Id">The journey.</param>
[Requires(Permissions.JourneysManage)]
public sealed record DeleteJourney(int Id) : ICommand<Done>;

/// <summary>Deletes it.</summary>
public sealed class DeleteJourneyHandler : ICommandHandler<DeleteJourney, Done>
{
    private const int MostCounted = 10_000;

    public async Task<Outcome<Done>> HandleAsync(DeleteJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (journey is null)
            return new NotFound("journey", command.Id);
        if (JourneyRules.ToDelete(journey, await JourneyEntries.InsideAsync(database, journey, MostCounted, cancellationToken)) is { } refused)
            return refused;
        if (await JourneyUses.OfJourneyAsync(database, journey, cancellationToken) is { } inUse)
            return inUse;
        var keys = await JourneyEntries.KeysOf(database, journey.Id).ToListAsync(cancellationToken);
        if (keys.Count > 0)
        {
            context.Enqueue(new BackgroundJob
            {
                Kind = DeleteJourneyRecordsWork.WorkKind,
                Title = "Deleting what is left of the journey {0}",
                TitleArguments = JsonSerializer.Serialize(new[] { journey.Name }),
                Parameters = JsonSerializer.Serialize(new DeleteJourneyRecordsWork.Order(journey.Id, keys), JobRun.Json),
                ExclusiveKey = $"journey:{journey.Id}",
            });
        }
        database.Journeys.Remove(journey);
        context.Audit("Journey", journey.Id, journey.Name, new { journey.Name, journey.Status, journey.PublishedAt });
        return Done.Instance;
    }
}
