using System.Globalization;
using BuyingGroups.Data.RollUps;
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
    /// <summary>The filter on a change of engagement.</summary>
    public const string MovedKey = "moved";

    /// <summary>The filters offered.</summary>
    public static IReadOnlyList<ListFilter> Filters(IStringLocalizer<Text> texts, IReadOnlyList<Owner> owners, IReadOnlyList<CustomField> fields) =>
    [
        new("industry", texts["Industry"], "factory", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "industry" },
        new("country", texts["Country"], "public", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "billingCountry" },
        new("city", texts["City"], "location_city", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "billingCity" },
        new("region", texts["Region"], "map", ListFilterKind.Values) { Scope = ConditionScope.Account, Attribute = "billingRegion" },
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
        new("engaged", texts["Engagement"], "local_fire_department", ListFilterKind.One)
        {
            Options = [new("yes", texts["Somebody is engaged"]), new("no", texts["Nobody is engaged"])],
        },
        new(MovedKey, texts["Change of engagement"], "trending_up", ListFilterKind.One)
        {
            Options =
            [
                .. AccountMoves.Periods.Select(days => new FilterOption(Moved(true, days), texts["Gained five points or more in {0} days", days])),
                .. AccountMoves.Periods.Select(days => new FilterOption(Moved(false, days), texts["Lost five points or more in {0} days", days])),
            ],
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
            Regions = state.FilterValues("region"),
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
            IsEngaged = state.Filter("engaged") switch { "yes" => true, "no" => false, _ => null },
            Moved = AccountMoves.Periods.SelectMany(days => new[] { new EngagementMove(true, days), new EngagementMove(false, days) })
                .FirstOrDefault(move => Moved(move.IsUp, move.Days) == state.Filter(MovedKey)),
            Fields = ListFilter.ReadCustom(state, fields),
        };
    }

    /// <summary>How a change of engagement stands in the address.</summary>
    public static string Moved(bool isUp, int days) => string.Create(CultureInfo.InvariantCulture, $"{(isUp ? "surging" : "at-risk")}-{days}");

    private static int? Whole(decimal? number) => number is null ? null : (int)Math.Clamp(number.Value, 0, int.MaxValue);
}
