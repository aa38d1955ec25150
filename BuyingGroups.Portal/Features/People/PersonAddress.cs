using BuyingGroups.Data.RollUps;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.People;

/// <summary>The filters of the list of people and how they stand in the address: the list and its export read the same.</summary>
internal static class PersonAddress
{
    /// <summary>The filters offered. The account has none of its own here: its page leads to the list with its number in the address.</summary>
    public static IReadOnlyList<ListFilter> Filters(IStringLocalizer<Text> texts, IReadOnlyList<CustomField> fields, FilterOption? account) =>
    [
        .. account is null ? Array.Empty<ListFilter>() : [new ListFilter("account", texts["Account"], "apartment", ListFilterKind.One) { Options = [account] }],
        new("title", texts["Job title"], "work", ListFilterKind.Text),
        new("country", texts["Country"], "public", ListFilterKind.Values) { Scope = ConditionScope.Person, Attribute = "country" },
        new("role", texts["Role in account"], "badge", ListFilterKind.Values) { Scope = ConditionScope.Person, Attribute = "roleInAccount" },
        new("group", texts["Buying group"], "groups", ListFilterKind.One)
        {
            Options = [new("yes", texts["Is in a buying group"]), new("no", texts["Is in no buying group"])],
        },
        new("groups", texts["Number of buying groups"], "workspaces", ListFilterKind.One)
        {
            Options = [new("1", texts["Is in one buying group"]), new("2", texts["Is in two buying groups"]), new("3", texts["Is in three buying groups"]), new("4", texts["Is in four buying groups or more"])],
        },
        new("engaged", texts["Engagement"], "local_fire_department", ListFilterKind.One)
        {
            Options = [new("yes", texts["Is engaged"]), new("no", texts["Is not engaged"])],
        },
        new("unsubscribed", texts["Unsubscribed"], "unsubscribe", ListFilterKind.One)
        {
            Options = [new("yes", texts["Has unsubscribed"]), new("no", texts["Has not unsubscribed"])],
        },
        .. fields.Select(field => ListFilter.Of(field, texts)),
    ];

    /// <summary>What the address asks for; what is malformed is left out.</summary>
    public static PersonFilter Read(ListState state, IReadOnlyList<CustomField> fields) => new()
    {
        Search = state.Search,
        AccountId = state.FilterNumber("account"),
        TitleContains = state.Filter("title"),
        Countries = state.FilterValues("country"),
        RolesInAccount = state.FilterValues("role"),
        InBuyingGroup = YesOrNo(state.Filter("group")),
        Groups = state.FilterNumber("groups") is { } groups and >= 1 and <= ContactOverlap.Most ? groups : null,
        IsEngaged = YesOrNo(state.Filter("engaged")),
        Unsubscribed = YesOrNo(state.Filter("unsubscribed")),
        Fields = ListFilter.ReadCustom(state, fields),
    };

    private static bool? YesOrNo(string? value) => value switch { "yes" => true, "no" => false, _ => null };
}
