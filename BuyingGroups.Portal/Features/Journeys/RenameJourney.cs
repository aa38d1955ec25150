using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Changes name and description, in any state.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Version">The version that was opened.</param>
/// <param name="Name">Its name, unique.</param>
/// <param name="Description">What it is for.</param>
[Requires(Permissions.JourneysManage)]
public sealed record RenameJourney(int Id, int Version, string Name, string? Description) : ICommand<int>;

/// <summary>Renames it and gives back the new version.</summary>
public sealed class RenameJourneyHandler : ICommandHandler<RenameJourney, int>
{
    public async Task<Outcome<int>> HandleAsync(RenameJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, Journey.NameMaxLength, command.Description, Journey.DescriptionMaxLength) is { } wrong)
            return wrong;
        var found = await JourneyDrafts.ToChangeAsync(context.Database, command.Id, command.Version, _ => null, cancellationToken);
        if (!found.Succeeded)
            return Outcome<int>.Refused(found.Refusals);
        var journey = found.Value;
        var normalized = NormalizedText.Required(command.Name);
        if (await context.Database.Journeys.AnyAsync(j => j.NormalizedName == normalized && j.Id != command.Id, cancellationToken))
            return new NameTaken("journey", command.Name.Trim());
        var before = new { journey.Name, journey.Description };
        (journey.Name, journey.Description, journey.UpdatedBy) = (command.Name.Trim(), Naming.Kept(command.Description), context.ActorId);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Journey", journey.Id, journey.Name, before, new { journey.Name, journey.Description });
        return journey.Version;
    }
}
