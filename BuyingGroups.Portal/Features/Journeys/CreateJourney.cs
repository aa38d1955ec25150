using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Makes a draft.</summary>
/// <param name="Name">Its name, unique.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Document">The drawing as JSON; it may be incomplete, but must be readable. Null starts with an empty one.</param>
[Requires(Permissions.JourneysManage)]
public sealed record CreateJourney(string Name, string? Description = null, [property: NotAudited] string? Document = null) : ICommand<int>;

/// <summary>Makes it.</summary>
public sealed class CreateJourneyHandler : ICommandHandler<CreateJourney, int>
{
    public async Task<Outcome<int>> HandleAsync(CreateJourney command, CommandContext context, CancellationToken cancellationToken)
    {
        if (Naming.Check(command.Name, Journey.NameMaxLength, command.Description, Journey.DescriptionMaxLength) is { } wrong)
            return wrong;
        var document = await JourneyDrafts.ReadAsync(context.Database, command.Document, context.Now, null, cancellationToken);
        if (!document.Succeeded)
            return Outcome<int>.Refused(document.Refusals);
        var normalized = NormalizedText.Required(command.Name);
        if (await context.Database.Journeys.AnyAsync(j => j.NormalizedName == normalized, cancellationToken))
            return new NameTaken("journey", command.Name.Trim());
        var journey = new Journey
        {
            Name = command.Name.Trim(),
            Description = Naming.Kept(command.Description),
            Draft = JourneyJson.Write(document.Value),
            CreatedAt = context.Now,
            CreatedBy = context.ActorId,
            UpdatedBy = context.ActorId,
        };
        context.Database.Journeys.Add(journey);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Journey", journey.Id, journey.Name, null, new { journey.Name, journey.Description, Nodes = document.Value.Nodes.Count });
        return journey.Id;
    }
}
