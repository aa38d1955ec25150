using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Journeys.Designer.Presence;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Saves the drawing of a draft, or of the next version of a live journey. What is published does not change by it.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Version">The version that was opened; two people cannot overwrite each other.</param>
/// <param name="Document">The drawing as JSON; it may be incomplete, but must be readable.</param>
[Requires(Permissions.JourneysManage)]
public sealed record SaveJourneyDraft(int Id, int Version, [property: NotAudited] string Document) : ICommand<int>;

/// <summary>Saves it and gives back the new version.</summary>
public sealed class SaveJourneyDraftHandler : ICommandHandler<SaveJourneyDraft, int>
{
    public async Task<Outcome<int>> HandleAsync(SaveJourneyDraft command, CommandContext context, CancellationToken cancellationToken)
    {
        var found = await JourneyDrafts.ToChangeAsync(context.Database, command.Id, command.Version, JourneyRules.ToSaveDraft, cancellationToken);
        if (!found.Succeeded)
            return Outcome<int>.Refused(found.Refusals);
        var journey = found.Value;
        var document = await JourneyDrafts.ReadAsync(context.Database, command.Document, context.Now, journey.Id, cancellationToken);
        if (!document.Succeeded)
            return Outcome<int>.Refused(document.Refusals);
        var text = JourneyJson.Write(document.Value);
        if (string.Equals(text, journey.Draft, StringComparison.Ordinal))
            return journey.Version;
        context.Audit("Journey", journey.Id, journey.Name, null, JourneyDrafts.Difference(JourneyDrafts.Stored(journey.Draft), document.Value));
        (journey.Draft, journey.UpdatedBy) = (text, context.ActorId);
        await context.Database.SaveChangesAsync(cancellationToken);
        context.AfterCommit(() => DesignerBell.Ring(command.Id));
        return journey.Version;
    }
}
