using System.Globalization;
using BuyingGroups.Portal.Features.Lists;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Groups.Browse;

/// <summary>The filters of the group list and how they stand in the address: the list, its export and a link sent to a colleague read the same.</summary>
public static class BuyingGroupAddress
{
    /// <summary>Key of the solution interests.</summary>
    public const string Solution = "solution";

    /// <summary>Key of the roles without members.</summary>
    public const string Missing = "missing";

    /// <summary>Key of the completeness range, such as "..49".</summary>
    public const string CompletenessRange = "completeness";

    /// <summary>The filters offered.</summary>
    public static IReadOnlyList<ListFilter> Filters(IStringLocalizer<Text> texts, BrowseChoices choices) =>
    [
        new(Solution, texts["Solution interest"], "sell", ListFilterKind.Choice) { Options = [.. choices.SolutionInterests.Select(Option)] },
        new(Missing, texts["Missing role"], "person_alert", ListFilterKind.Choice) { Options = [.. choices.Roles.Select(Option)] },
        new(CompletenessRange, texts["Completeness"], "grid_view", ListFilterKind.Number),
        new("engagement", texts["Engagement"], "bolt", ListFilterKind.Number),
        new("stage", texts["Stage"], "flag", ListFilterKind.Choice) { Options = [.. choices.Stages.Select(Option)] },
        new("status", texts["Status"], "label", ListFilterKind.Choice) { Options = [.. choices.Statuses.Select(status => new FilterOption(status, status))] },
        new("industry", texts["Industry"], "factory", ListFilterKind.Choice) { Options = [.. choices.Industries.Select(name => new FilterOption(name, name))] },
        new("region", texts["Region"], "public", ListFilterKind.Choice) { Options = [.. choices.Regions.Select(name => new FilterOption(name, name))] },
        new("owner", texts["Account owner"], "support_agent", ListFilterKind.One) { Options = [new("mine", texts["My accounts"])] },
    ];

    /// <summary>What the address asks for; what is malformed is left out.</summary>
    public static BuyingGroupFilter Read(ListState state, Caller? caller = null, int? userId = null)
    {
        var (completeFrom, completeTo) = ListFilter.Numbers(state.Filter(CompletenessRange));
        var (engagedFrom, engagedTo) = ListFilter.Numbers(state.Filter("engagement"));
        return new BuyingGroupFilter
        {
            Search = state.Search,
            SolutionInterests = Ids(state, Solution),
            Stages = Ids(state, "stage"),
            Statuses = state.FilterValues("status"),
            CompletenessFrom = Percent(completeFrom),
            CompletenessTo = Percent(completeTo),
            EngagementFrom = Percent(engagedFrom),
            EngagementTo = Percent(engagedTo),
            MissingRoles = Ids(state, Missing),
            Industries = state.FilterValues("industry"),
            Regions = state.FilterValues("region"),
            OwnerId = state.Filter("owner") == "mine" ? caller?.UserId ?? userId ?? 0 : null,
        };
    }

    private static FilterOption Option(Choice choice) => new(choice.Id.ToString(CultureInfo.InvariantCulture), choice.Name);

    private static List<int> Ids(ListState state, string key) =>
        [.. state.FilterValues(key).Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)];

    private static int? Percent(decimal? number) => number is null ? null : (int)Math.Clamp(number.Value, -1, 101);
}
