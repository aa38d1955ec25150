using System.Globalization;
using BuyingGroups.Data;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;

/// <summary>What the settings of a node may name, by a part of the name.</summary>
/// <param name="Kind">What is looked for.</param>
/// <param name="Part">A part of the name; empty for the first of all.</param>
/// <param name="SolutionInterestId">For roles and stages: of which solution interest; null: of any.</param>
/// <param name="JourneyId">For journeys: the one that cannot name itself.</param>
/// <param name="StaticOnly">For account lists: only those that take and lose accounts by an action.</param>
[Requires(Permissions.JourneysView)]
public sealed record FindReferences(ReferenceKind Kind, string Part = "", int? SolutionInterestId = null, int? JourneyId = null, bool StaticOnly = false) : IQuery<FoundReferences>;

/// <summary>The first that fit, by name.</summary>
/// <param name="Found">At most as many as a list shows without scrolling for long.</param>
public sealed record FoundReferences(IReadOnlyList<FoundReference> Found);

/// <summary>One that fits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What stands in the way of using it; English, a localisation key. Null for nothing.</param>
public sealed record FoundReference(int Id, string Name, string? Detail)
{
    /// <summary>For a picker.</summary>
    public string Key => Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Searches in the database.</summary>
public sealed class FindReferencesHandler : IQueryHandler<FindReferences, FoundReferences>
{
    private const int Most = 30;
    private const string Draft = "Draft";

    public async Task<Outcome<FoundReferences>> HandleAsync(FindReferences query, QueryContext context, CancellationToken cancellationToken)
    {
        var part = NormalizedText.Of(query.Part) ?? "";
        return new FoundReferences(await FindAsync(context.Database, query, part, cancellationToken));
    }

    private static async Task<IReadOnlyList<FoundReference>> FindAsync(PortalDbContext database, FindReferences query, string part, CancellationToken cancellationToken) => query.Kind switch
    {
        ReferenceKind.Audience => await database.Audiences.Where(a => part == "" || a.NormalizedName.Contains(part)).OrderBy(a => a.NormalizedName).Take(Most)
            .Select(a => new FoundReference(a.Id, a.Name, a.Status == PublicationStatus.Live ? null : Draft)).ToListAsync(cancellationToken),
        ReferenceKind.AccountList => await database.AccountLists.Where(l => (part == "" || l.NormalizedName.Contains(part)) && (!query.StaticOnly || l.Kind == AccountListKind.Static)).OrderBy(l => l.NormalizedName).Take(Most)
            .Select(l => new FoundReference(l.Id, l.Name, l.Status == PublicationStatus.Live ? null : Draft)).ToListAsync(cancellationToken),
        ReferenceKind.SolutionInterest => await database.SolutionInterests.Where(i => part == "" || i.NormalizedName.Contains(part)).OrderBy(i => i.NormalizedName).Take(Most)
            .Select(i => new FoundReference(i.Id, i.Name, database.RoleTemplates.Any(t => t.Id == i.RoleTemplateId && t.Status == PublicationStatus.Live) ? null : "Role template is a draft")).ToListAsync(cancellationToken),
        ReferenceKind.Role => await RolesAsync(database, query.SolutionInterestId, part, cancellationToken),
        ReferenceKind.Stage => await StagesAsync(database, query.SolutionInterestId, part, cancellationToken),
        ReferenceKind.ActivityType => Named(
            await database.ActivityTypes.Where(t => !t.IsRetired).OrderBy(t => t.Name).Select(t => new FoundReference(t.Id, t.Name, null)).ToListAsync(cancellationToken), part),
        _ => await database.Journeys.Where(j => (part == "" || j.NormalizedName.Contains(part)) && j.Id != query.JourneyId).OrderBy(j => j.NormalizedName).Take(Most)
            .Select(j => new FoundReference(j.Id, j.Name, j.Status == JourneyStatus.Live ? null : j.Status == JourneyStatus.Draft ? Draft : "Closed")).ToListAsync(cancellationToken),
    };

    /// <summary>In the order of the template's priorities: there are at most twenty roles.</summary>
    private static async Task<IReadOnlyList<FoundReference>> RolesAsync(PortalDbContext database, int? interestId, string part, CancellationToken cancellationToken)
    {
        var roles = interestId is { } id
            ? database.SolutionInterests.Where(i => i.Id == id)
                .Join(database.RoleCards, i => i.RoleTemplateId, card => card.RoleTemplateId, (i, card) => card).OrderBy(card => card.Priority)
                .Join(database.BuyingGroupRoles, card => card.RoleId, role => role.Id, (card, role) => new { card.Priority, role.Id, role.Name })
            : database.BuyingGroupRoles.Select(role => new { Priority = 0, role.Id, role.Name });
        return Named(await roles.OrderBy(role => role.Priority).ThenBy(role => role.Id).Select(role => new FoundReference(role.Id, role.Name, null)).ToListAsync(cancellationToken), part);
    }

    private static async Task<IReadOnlyList<FoundReference>> StagesAsync(PortalDbContext database, int? interestId, string part, CancellationToken cancellationToken)
    {
        var models = interestId is { } id ? await database.SolutionInterests.Where(i => i.Id == id && i.StageModelId != null).Select(i => i.StageModelId!.Value).ToListAsync(cancellationToken) : null;
        var stages = models is null ? database.Stages : database.Stages.Where(stage => models.Contains(stage.StageModelId));
        return Named(await stages.OrderBy(stage => stage.StageModelId).ThenBy(stage => stage.Order).Select(stage => new FoundReference(stage.Id, stage.Name, null)).ToListAsync(cancellationToken), part);
    }

    /// <summary>Of a handful that have an order of their own.</summary>
    private static IReadOnlyList<FoundReference> Named(List<FoundReference> all, string part) =>
        [.. all.Where(one => part.Length == 0 || NormalizedText.Of(one.Name)?.Contains(part, StringComparison.Ordinal) == true).Take(Most)];
}
