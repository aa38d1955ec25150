using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Accounts;

/// <summary>The filters of the account list and how they stand in the address: the list and its export read the same.</summary>
internal static class AccountAddress
{
    /// <summary>The filters offered.</summary>
    public static IReadOnlyList<ListFilter> Filters(IStringLocalizer<Text> texts, IReadOnlyList<Owner> owners, IReadOnlyList<CustomField> fields) =>
    [
        new("industry", texts["Industry"], "factory", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "industry" },
        new("country", texts["Country"], "public", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "billingCountry" },
        new("city", texts["City"], "location_city", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "billingCity" },
        new("revenue", texts["Annual revenue"], "payments", ListFilterKind.Number),
        new("employees", texts["Number of employees"], "badge", ListFilterKind.Number),
        new("owner", texts["Owner"], "support_agent", ListFilterKind.One)
        {
            Options =
            [
                new("mine", texts["My accounts"]), new("nobody", texts["Accounts without an owner"]),
                .. owners.Select(owner => new FilterOption(owner.Id.ToString(CultureInfo.InvariantCulture), texts["Owner is {0}", owner.Name])),
            ],
        },
        new("opportunities", texts["Open opportunities"], "handshake", ListFilterKind.One)
        {
            Options = [new("yes", texts["Has open opportunities"]), new("no", texts["Has no open opportunities"])],
        },
        .. fields.Select(field => ListFilter.Of(field, texts)),
    ];

    /// <summary>What the address asks for; what is malformed is left out.</summary>
    public static AccountFilter Read(ListState state, IReadOnlyList<CustomField> fields)
    {
        var (revenueFrom, revenueTo) = ListFilter.Numbers(state.Filter("revenue"));
        var (employeesFrom, employeesTo) = ListFilter.Numbers(state.Filter("employees"));
        return new AccountFilter
        {
            Search = state.Search,
            Industries = state.FilterValues("industry"),
            Countries = state.FilterValues("country"),
            Cities = state.FilterValues("city"),
            RevenueFrom = revenueFrom,
            RevenueTo = revenueTo,
            EmployeesFrom = Whole(employeesFrom),
            EmployeesTo = Whole(employeesTo),
            Owner = state.Filter("owner") switch
            {
                "mine" => OwnerChoice.Mine,
                "nobody" => OwnerChoice.Nobody,
                _ => state.FilterNumber("owner") is { } id ? new OwnerChoice(false, id) : null,
            },
            HasOpenOpportunities = state.Filter("opportunities") switch { "yes" => true, "no" => false, _ => null },
            Fields = ListFilter.ReadCustom(state, fields),
        };
    }

    private static int? Whole(decimal? number) => number is null ? null : (int)Math.Clamp(number.Value, 0, int.MaxValue);
}
