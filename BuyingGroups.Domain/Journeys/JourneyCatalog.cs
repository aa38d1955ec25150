using System.Globalization;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Journeys;

/// <summary>An account audience that journeys can name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Only live ones feed journeys.</param>
public sealed record CatalogAudience(int Id, string Name, PublicationStatus Status);

/// <summary>An account list that journeys can name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Only static ones take and lose accounts by an action.</param>
/// <param name="Status">Only live ones feed journeys or are changed by them.</param>
public sealed record CatalogAccountList(int Id, string Name, AccountListKind Kind, PublicationStatus Status);

/// <summary>A solution interest that journeys can name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TemplateStatus">Status of its role template; only with a live one does it have groups.</param>
/// <param name="Roles">The roles of its template.</param>
/// <param name="StageModelId">Its stage model, or null.</param>
/// <param name="Stages">The stages of the model; empty without one.</param>
public sealed record CatalogSolutionInterest(
    int Id, string Name, PublicationStatus TemplateStatus, IReadOnlyList<NamedReference> Roles, int? StageModelId, IReadOnlyList<NamedReference> Stages);

/// <summary>A journey that other journeys can name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Only a live one lets accounts in.</param>
public sealed record CatalogJourney(int Id, string Name, JourneyStatus Status);

/// <summary>What journeys can name at one moment, and the clock. Made anew for every use, so that what was deleted is noticed.</summary>
public sealed class JourneyCatalog
{
    /// <summary>What conditions can name; its clock is the one that counts.</summary>
    public required ConditionCatalog Conditions { get; init; }

    /// <summary>The journey that is looked at; null for one that is not stored yet.</summary>
    public int? JourneyId { get; init; }

    /// <summary>Account audiences.</summary>
    public IReadOnlyList<CatalogAudience> Audiences { get; init; } = [];

    /// <summary>Account lists.</summary>
    public IReadOnlyList<CatalogAccountList> AccountLists { get; init; } = [];

    /// <summary>Solution interests.</summary>
    public IReadOnlyList<CatalogSolutionInterest> SolutionInterests { get; init; } = [];

    /// <summary>Types of activities, retired ones left out.</summary>
    public IReadOnlyList<NamedReference> ActivityTypes { get; init; } = [];

    /// <summary>All journeys.</summary>
    public IReadOnlyList<CatalogJourney> Journeys { get; init; } = [];

    /// <summary>The audience a reference names, or null.</summary>
    public CatalogAudience? Audience(JourneyReference? reference) => Find(Audiences, reference, item => item.Id, item => item.Name);

    /// <summary>The account list a reference names, or null.</summary>
    public CatalogAccountList? AccountList(JourneyReference? reference) => Find(AccountLists, reference, item => item.Id, item => item.Name);

    /// <summary>The solution interest a reference names, or null.</summary>
    public CatalogSolutionInterest? SolutionInterest(JourneyReference? reference) => Find(SolutionInterests, reference, item => item.Id, item => item.Name);

    /// <summary>The type of activity a reference names, or null.</summary>
    public NamedReference? ActivityType(JourneyReference? reference) => Find(ActivityTypes, reference, item => item.Id, item => item.Name);

    /// <summary>The journey a reference names, or null.</summary>
    public CatalogJourney? Journey(JourneyReference? reference) => Find(Journeys, reference, item => item.Id, item => item.Name);

    /// <summary>The role a reference names: one of the solution interest's template, or any when <paramref name="of"/> is null.</summary>
    public NamedReference? Role(JourneyReference? reference, CatalogSolutionInterest? of) => Find(of?.Roles ?? Conditions.Roles, reference, item => item.Id, item => item.Name);

    /// <summary>The stage a reference names: one of the solution interest's model, or any when <paramref name="of"/> is null.</summary>
    public NamedReference? Stage(JourneyReference? reference, CatalogSolutionInterest? of) =>
        Find(of?.Stages ?? [.. SolutionInterests.SelectMany(interest => interest.Stages).DistinctBy(stage => stage.Id)], reference, item => item.Id, item => item.Name);

    /// <summary>What a text names that holds an id, or a name in documents written by hand.</summary>
    internal static JourneyReference Reference(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : new(null, text);

    private static T? Find<T>(IReadOnlyList<T> items, JourneyReference? reference, Func<T, int> id, Func<T, string> name)
        where T : class
    {
        if (reference?.Id is { } known)
            return items.FirstOrDefault(item => id(item) == known);
        if (string.IsNullOrWhiteSpace(reference?.Name))
            return null;
        var wanted = NormalizedText.Of(reference.Name);
        return items.FirstOrDefault(item => string.Equals(NormalizedText.Of(name(item)), wanted, StringComparison.Ordinal));
    }
}
