using BuyingGroups.Domain;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Drafts;

/// <summary>Keeps a drawing that could not be saved, because somebody else saved first, as a new draft.</summary>
/// <param name="Id">The journey it was drawn for.</param>
/// <param name="Document">The drawing as JSON.</param>
[Requires(Permissions.JourneysManage)]
public sealed record KeepDraftAsCopy(int Id, [property: NotAudited] string Document) : ICommand<KeptCopy>;

/// <summary>The new draft.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record KeptCopy(int Id, string Name);

/// <summary>Keeps it.</summary>
public sealed class KeepDraftAsCopyHandler : ICommandHandler<KeepDraftAsCopy, KeptCopy>
{
    public async Task<Outcome<KeptCopy>> HandleAsync(KeepDraftAsCopy command, CommandContext context, CancellationToken cancellationToken)
    {
        var original = await context.Database.Journeys.AsNoTracking().FirstOrDefaultAsync(j => j.Id == command.Id, cancellationToken);
        if (original is null)
            return new NotFound("journey", command.Id);
        var document = JourneyDrafts.Read(command.Document);
        if (!document.Succeeded)
            return Outcome<KeptCopy>.Refused(document.Refusals);
        var taken = await context.Database.Journeys.Select(j => j.Name).ToListAsync(cancellationToken);
        var copy = new Journey
        {
            Name = Naming.OfCopy(original.Name, taken, Journey.NameMaxLength),
            Description = original.Description,
            Draft = JourneyJson.Write(document.Value),
            CreatedAt = context.Now,
            CreatedBy = context.ActorId,
            UpdatedBy = context.ActorId,
        };
        context.Database.Journeys.Add(copy);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit("Journey", copy.Id, copy.Name, null, new { CopyOf = original.Id, Nodes = document.Value.Nodes.Count });
        return new KeptCopy(copy.Id, copy.Name);
    }
}
