using BuyingGroups.Data;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Portal.Features.Conditions;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys;

/// <summary>Reads what journeys can name, for validation and publishing.</summary>
public static class JourneyCatalogs
{
    /// <summary>What journeys can name right now: small look-ups, never the customers' data.</summary>
    /// <param name="database">The database.</param>
    /// <param name="now">The clock (UTC).</param>
    /// <param name="journeyId">The journey that is looked at; null for one that is not stored yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<JourneyCatalog> ReadAsync(PortalDbContext database, DateTime now, int? journeyId, CancellationToken cancellationToken)
    {
        var roles = await database.BuyingGroupRoles.Select(role => new NamedReference(role.Id, role.Name)).ToDictionaryAsync(role => role.Id, cancellationToken);
        var cards = (await database.RoleCards.OrderBy(card => card.Priority).Select(card => new { card.RoleTemplateId, card.RoleId }).ToListAsync(cancellationToken)).ToLookup(card => card.RoleTemplateId);
        var stages = (await database.Stages.OrderBy(stage => stage.Order).Select(stage => new { stage.StageModelId, stage.Id, stage.Name }).ToListAsync(cancellationToken)).ToLookup(stage => stage.StageModelId);
        var interests = await database.SolutionInterests
            .Join(database.RoleTemplates, interest => interest.RoleTemplateId, template => template.Id, (interest, template) => new { interest.Id, interest.Name, interest.RoleTemplateId, template.Status, interest.StageModelId })
            .OrderBy(interest => interest.Name).ToListAsync(cancellationToken);
        return new JourneyCatalog
        {
            Conditions = await database.ReadConditionCatalogAsync(now, cancellationToken),
            JourneyId = journeyId,
            Audiences = await database.Audiences.OrderBy(a => a.Name).Select(a => new CatalogAudience(a.Id, a.Name, a.Status)).ToListAsync(cancellationToken),
            AccountLists = await database.AccountLists.OrderBy(l => l.Name).Select(l => new CatalogAccountList(l.Id, l.Name, l.Kind, l.Status)).ToListAsync(cancellationToken),
            SolutionInterests =
            [
                .. interests.Select(interest => new CatalogSolutionInterest(
                    interest.Id, interest.Name, interest.Status,
                    [.. cards[interest.RoleTemplateId].Select(card => roles[card.RoleId])],
                    interest.StageModelId,
                    interest.StageModelId is { } model ? [.. stages[model].Select(stage => new NamedReference(stage.Id, stage.Name))] : [])),
            ],
            ActivityTypes = await database.ActivityTypes.Where(type => !type.IsRetired).OrderBy(type => type.Id).Select(type => new NamedReference(type.Id, type.Name)).ToListAsync(cancellationToken),
            Journeys = await database.Journeys.OrderBy(j => j.Name).Select(j => new CatalogJourney(j.Id, j.Name, j.Status)).ToListAsync(cancellationToken),
        };
    }
}
