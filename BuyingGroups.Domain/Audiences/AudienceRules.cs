using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Audiences;

/// <summary>What may be done with audiences and account lists (product.md § 8).</summary>
public static class AudienceRules
{
    /// <summary>Every problem of a condition over accounts, ready to be shown.</summary>
    public static IReadOnlyList<Refusal> CheckCondition(Condition condition, ConditionCatalog catalog) =>
        [.. ConditionValidation.Of(condition, ConditionScope.Account, catalog).Select(problem => problem.Refusal)];

    /// <summary>Null when the audience may go live.</summary>
    public static Refusal? ToPublish(Audience audience) => audience.Status == PublicationStatus.Live ? new AlreadyLive("audience", audience.Name) : null;

    /// <summary>Null when the list may go live.</summary>
    public static Refusal? ToPublish(AccountList list) => list.Status == PublicationStatus.Live ? new AlreadyLive("account list", list.Name) : null;

    /// <summary>Null when the condition may change: that of a live audience or list is fixed, because journeys and groups rest on it.</summary>
    public static Refusal? ToChangeCondition(PublicationStatus status, string what, string name) =>
        status == PublicationStatus.Live ? new ConditionFixed(what, name) : null;

    /// <summary>Null when accounts may be put on the list by hand.</summary>
    public static Refusal? ToChangeMembers(AccountList list) => list.Kind == AccountListKind.Dynamic ? new ListIsDynamic(list.Name) : null;
}

/// <summary>The condition of something live cannot change.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Called">Its name.</param>
public sealed record ConditionFixed(string What, string Called)
    : Refusal("The {0} “{1}” is live, so its condition cannot change. Nothing was changed; duplicate it and change the copy.", What, Called);

/// <summary>A dynamic list fills itself.</summary>
/// <param name="List">Its name.</param>
public sealed record ListIsDynamic(string List)
    : Refusal("The account list “{0}” is dynamic: its condition decides which accounts are on it. Nothing was changed; use a static list to choose accounts by hand.", List);
