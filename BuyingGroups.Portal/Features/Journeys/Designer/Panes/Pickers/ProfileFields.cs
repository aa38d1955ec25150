using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.People;
using BuyingGroups.Portal.Features.Records;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes.Pickers;

/// <summary>The fields that a journey can set or listen to.</summary>
public static class ProfileFields
{
    // It tells people apart, so no journey sets it.
    private const string Email = "email";

    /// <summary>All fields of accounts or people, custom ones last.</summary>
    public static IReadOnlyList<FormField> Of(ConditionScope scope, JourneyCatalog catalog, IStringLocalizer<Text> texts)
    {
        var target = scope == ConditionScope.Account ? CustomFieldTarget.Account : CustomFieldTarget.Person;
        var custom = catalog.Conditions.CustomFields.Where(field => field.Target == target).ToList();
        return scope == ConditionScope.Account
            ? FormField.Of(AccountRules.Fields, custom, texts)
            : [.. FormField.Of(PersonRules.Fields, custom, texts).Where(field => !string.Equals(field.Key, Email, StringComparison.Ordinal))];
    }

    /// <summary>A field by key, or null.</summary>
    public static FormField? Find(ConditionScope scope, string key, JourneyCatalog catalog, IStringLocalizer<Text> texts) =>
        Of(scope, catalog, texts).FirstOrDefault(field => string.Equals(field.Key, key, StringComparison.Ordinal));
}
