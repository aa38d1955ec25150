using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Domain.Stages;

namespace BuyingGroups.Portal.Features.Demo.SetUp;

/// <summary>What the demo's marketing department has set up, as data; <c>LoadDemo</c> carries it out with the portal's own commands.</summary>
internal static class DemoSetUp
{
    public const string FleetSize = "Fleet size";
    public const string CustomerTier = "Customer tier";
    public const string PreferredLanguage = "Preferred language";

    /// <summary>What marketing spends in a month.</summary>
    public const decimal MarketingSpend = 36_000;

    public static IReadOnlyList<DemoField> Fields { get; } =
    [
        new(CustomFieldTarget.Account, CustomFieldKind.Number, FleetSize, []),
        new(CustomFieldTarget.Account, CustomFieldKind.Choice, CustomerTier, ["Platinum", "Gold", "Silver", "Prospect"]),
        new(CustomFieldTarget.Person, CustomFieldKind.Choice, PreferredLanguage, [.. Words.Countries.All.Select(country => country.Language.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
    ];

    public static IReadOnlyList<DemoPersona> Personas { get; } =
    [
        new("Fleet and transport", DemoTitles.Containing("fleet", "fordons", "fuhrpark", "flota", "車隊")),
    ];

    public static IReadOnlyList<DemoTemplate> Templates { get; } =
    [
        new("Fleet buying team", "Who decides on software and services for a fleet of vehicles.",
        [
            new(Role.ExecutiveSteeringCommittee, Weighting.Normal, DemoTitles.Board, Required: false, Members: 1),
            new(Role.DecisionMaker, Weighting.Vital, DemoTitles.OperationsChiefs, Required: true, Members: 1),
            new(Role.Champion, Weighting.Important, DemoTitles.Change, Required: true, Members: 1),
            new(Role.Influencer, Weighting.Important, DemoTitles.Directors, Required: true, Members: 2),
            new(Role.Practitioner, Weighting.Normal, DemoTitles.FleetPeople, Required: true, Members: 3),
            new(Role.Other, Weighting.Trivial, null, Required: false, Members: 1),
        ]),
        new("Safety and people team", "Who decides on training: those who run the operation, and those who look after its people.",
        [
            new(Role.DecisionMaker, Weighting.Vital, DemoTitles.PeopleChiefs, Required: true, Members: 1),
            new(Role.Influencer, Weighting.Important, DemoTitles.Directors, Required: true, Members: 1),
            new(Role.Practitioner, Weighting.Normal, DemoTitles.FleetPeople, Required: true, Members: 2),
            new(Role.Champion, Weighting.Minor, DemoTitles.Change, Required: false, Members: 1),
        ]),
        new("Investment committee", "Who decides on large investments: money first.",
        [
            new(Role.DecisionMaker, Weighting.Vital, DemoTitles.FinanceChiefs, Required: true, Members: 1),
            new(Role.ExecutiveSteeringCommittee, Weighting.Important, DemoTitles.Board, Required: true, Members: 1),
            new(Role.Influencer, Weighting.Normal, DemoTitles.Directors, Required: true, Members: 2),
        ]),
    ];

    public static IReadOnlyList<DemoAudience> Audiences { get; } =
    [
        new("Companies with vehicles", "Where a fleet is part of the business.", fields => Any(
            FieldFilter.Of(fields[FleetSize], ConditionOperator.GreaterOrEqual, "25"),
            FieldFilter.Of("industry", ConditionOperator.IsAnyOf, "Logistics", "Transport", "Transportation", "Construction"))),
        new("EMEA operations", "Operations in Europe, the Middle East and Africa with 200 people or more.", fields => All(
            FieldFilter.Of("billingRegion", ConditionOperator.Is, "EMEA"),
            FieldFilter.Of("numberOfEmployees", ConditionOperator.GreaterOrEqual, "200"),
            FieldFilter.Of("industry", ConditionOperator.IsAnyOf, "Logistics", "Transport", "Transportation", "Shipping", "Construction", "Energy", "Energy & utilities"))),
        new("Key customers and large companies", "Platinum and Gold customers, and everybody with a revenue of 500 million or more.", fields => Any(
            FieldFilter.Of(fields[CustomerTier], ConditionOperator.IsAnyOf, "Platinum", "Gold"),
            FieldFilter.Of("annualRevenue", ConditionOperator.GreaterOrEqual, "500000000"))),
    ];

    public static IReadOnlyList<DemoInterest> Interests { get; } =
    [
        new("Fleet analytics", "Where vehicles are, what they cost, and which ones to replace.", "Fleet buying team", "Companies with vehicles"),
        new("Driver safety", "Training and coaching for drivers, with results that insurers accept.", "Safety and people team", "EMEA operations"),
        new("Charging infrastructure", "Depots that charge electric vehicles overnight.", "Investment committee", "Key customers and large companies"),
    ];

    public static StageModelDocument Stages { get; } = new(
        "Sales stages",
        [
            new("Aware", StageKind.Entry, "They know us."),
            new("Engaged", Description: "They answer us."),
            new("Qualified", Description: "Enough of the right people, interested enough."),
            new("Sales accepted", Description: "Sales works with them."),
            new("Won", StageKind.Success, "They bought."),
            new("Lost", StageKind.Failure, "They bought nothing, or elsewhere."),
        ],
        [
            new("Aware", "Engaged"), new("Engaged", "Qualified"), new("Engaged", "Lost"), new("Qualified", "Sales accepted"), new("Qualified", "Lost"),
            new("Sales accepted", "Won"), new("Sales accepted", "Lost"), new("Lost", "Engaged"),
        ]);

    private static ConditionGroup All(params IReadOnlyList<Condition> conditions) => new(MatchKind.All, conditions);

    private static ConditionGroup Any(params IReadOnlyList<Condition> conditions) => new(MatchKind.Any, conditions);

    /// <summary>Ids of the default roles.</summary>
    private static class Role
    {
        public const int DecisionMaker = 1;
        public const int Influencer = 2;
        public const int Practitioner = 3;
        public const int ExecutiveSteeringCommittee = 4;
        public const int Champion = 5;
        public const int Other = 6;
    }
}

internal sealed record DemoField(CustomFieldTarget Target, CustomFieldKind Kind, string Name, IReadOnlyList<string> Choices);

internal sealed record DemoPersona(string Name, ConditionGroup Condition);

internal sealed record DemoTemplate(string Name, string Description, IReadOnlyList<DemoRole> Roles);

/// <param name="Titles">Whom the portal assigns; null = nobody.</param>
internal sealed record DemoRole(int RoleId, Weighting Weighting, ConditionGroup? Titles, bool Required, int Members);

/// <param name="Condition">Made of the attribute keys of the custom fields, by their names.</param>
internal sealed record DemoAudience(string Name, string Description, Func<IReadOnlyDictionary<string, string>, Condition> Condition);

internal sealed record DemoInterest(string Name, string Description, string Template, string Audience);
