using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Takes an account out of a journey by hand, wherever it is in it.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="AccountId">The account.</param>
[Requires(Permissions.JourneysManage)]
public sealed record RemoveAccountFromJourney(int JourneyId, long AccountId) : ICommand<Done>;

/// <summary>The account never entered the journey.</summary>
/// <param name="Account">Its name.</param>
/// <param name="Journey">The journey's name.</param>
public sealed record NeverEntered(string Account, string Journey) : Refusal("“{0}” never entered the journey “{1}”. Nothing was changed.", Account, Journey);

/// <summary>Takes it out.</summary>
public sealed class RemoveAccountFromJourneyHandler : ICommandHandler<RemoveAccountFromJourney, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RemoveAccountFromJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var database = context.Database;
        var journey = await database.Journeys.AsNoTracking().FirstOrDefaultAsync(j => j.Id == command.JourneyId, cancellationToken);
        if (journey is null)
            return new NotFound("journey", command.JourneyId);
        var account = await database.Accounts.Where(a => a.Id == command.AccountId).Select(a => a.Name).FirstOrDefaultAsync(cancellationToken);
        if (account is null)
            return new NotFound("account", command.AccountId);
        var partition = await database.JourneyEntries.Where(e => e.JourneyId == journey.Id && e.AccountId == command.AccountId).Select(e => (int?)e.Partition).FirstOrDefaultAsync(cancellationToken);
        if (partition is null)
            return new NeverEntered(account, journey.Name);
        await TakenOut.HoldAsync(database, journey.Id, partition.Value, cancellationToken);
        var entry = await database.JourneyEntries.Where(e => e.JourneyId == journey.Id && e.AccountId == command.AccountId).OrderByDescending(e => e.EntryNumber).FirstAsync(cancellationToken);
        if (JourneyRules.ToRemove(entry, account) is { } refused)
            return refused;
        var before = new { entry.Status, entry.NodeKey };
        await TakenOut.EndAsync(database, entry, context.Now, cancellationToken);
        context.Audit("JourneyEntry", entry.Id, $"{account} – {journey.Name}", before, new { entry.Status });
        return Done.Instance;
    }
}
