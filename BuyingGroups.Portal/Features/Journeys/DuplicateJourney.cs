using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Makes a draft that is a copy of a journey's draft.</summary>
/// <param name="Id">The journey to copy.</param>
/// <param name="WithSettings">False copies the drawing alone: nodes and paths without what they are set to.</param>
[Requires(Permissions.JourneysManage)]
public sealed record DuplicateJourney(int Id, bool WithSettings = true) : ICommand<int>;

/// <summary>Copies it.</summary>
public sealed class DuplicateJourneyHandler : ICommandHandler<DuplicateJourney, int>
{
    public async Task<Outcome<int>> HandleAsync(DuplicateJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        var original = await context.Database.Journeys.AsNoTracking().FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (original is null)
            return new NotFound("journey", command.Id);
        var taken = await context.Database.Journeys.Select(j => j.Name).ToListAsync(cancellationToken);
        var copy = new Journey
        {
            Name = Naming.OfCopy(original.Name, taken, Journey.NameMaxLength),
            Description = original.Description,
            Draft = command.WithSettings ? original.Draft : JourneyJson.Write(JourneyCopy.WithoutSettings(JourneyDrafts.Stored(original.Draft))),
            CreatedAt = context.Now,
            CreatedBy = context.ActorId,
            UpdatedBy = context.ActorId,
        };
        context.Database.Journeys.Add(copy);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Journey", copy.Id, copy.Name, null, new { CopyOf = original.Id, command.WithSettings });
        return copy.Id;
    }
}
