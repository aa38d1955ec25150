using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Audiences;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.RoleTemplates;
using BuyingGroups.Tests.Conditions;

namespace BuyingGroups.Tests.Journeys.RandomJourneys;

/// <summary>What random journeys and those of tests may name; goes with <see cref="ConditionWorld"/>.</summary>
public static class JourneyWorld
{
    public const int StaticList = 1;
    public const int DynamicList = 2;
    public const int DraftList = 3;
    public const int Itself = 9;

    public static JourneyCatalog Catalog { get; } = new()
    {
        Conditions = ConditionWorld.Catalog,
        JourneyId = Itself,
        Audiences = [new(1, "Large carriers", PublicationStatus.Live), new(2, "Small carriers", PublicationStatus.Draft)],
        AccountLists =
        [
            new(StaticList, "Ask again next year", AccountListKind.Static, PublicationStatus.Live),
            new(DynamicList, "Everybody in Sweden", AccountListKind.Dynamic, PublicationStatus.Live),
            new(DraftList, "Half a list", AccountListKind.Static, PublicationStatus.Draft),
            new(4, "Trade fair visitors", AccountListKind.Static, PublicationStatus.Live),
        ],
        SolutionInterests =
        [
            new(1, "Fleet analytics", PublicationStatus.Live, [.. ConditionWorld.Catalog.Roles.Take(3)], 1, ConditionWorld.Catalog.Stages),
            new(2, "Route planning", PublicationStatus.Live, [.. ConditionWorld.Catalog.Roles.Take(1)], null, []),
            new(3, "Tyres", PublicationStatus.Draft, [.. ConditionWorld.Catalog.Roles.Take(1)], 2, [new(7, "Begun")]),
        ],
        ActivityTypes = [.. ActivityType.BuiltIn.Select(type => new NamedReference(type.Id, type.Name))],
        Journeys = [new(1, "Nurture", JourneyStatus.Live), new(2, "Welcome", JourneyStatus.Live), new(3, "Old", JourneyStatus.Finished), new(Itself, "This one", JourneyStatus.Draft)],
    };

    /// <summary>A node whose only way on leads to <paramref name="to"/>.</summary>
    public static JourneyNode Node(string id, NodeSettings settings, string? to = null) => new(new(id), settings, [JourneyPath.Next(to is null ? null : new NodeId(to))]);

    /// <summary>A node with paths written as they are.</summary>
    public static JourneyNode Node(string id, NodeSettings settings, params IReadOnlyList<JourneyPath> paths) => new(new(id), settings, paths);

    public static JourneyNode Start(string? to = null) => Node("start", new AccountAudienceSettings(1, null), to);

    public static JourneyNode Moment(string id, string? to = null) => Node(id, new AccountInterestingMomentSettings("Passed by"), to);

    public static JourneyNode OfPeople(string id, string? to = null) => Node(id, new PersonInterestingMomentSettings("Passed by"), to);

    public static JourneyNode Merge(string id, string? to = null) => Node(id, new MergeSettings(), to);

    public static JourneyNode PeopleMerge(string id, string split, string? to = null) => Node(id, new PeopleMergeSettings(new(split)), to);

    public static JourneyPath Branch(string key, string? to, string industry = "Logistics") =>
        new(key, PathKind.Branch, to is null ? null : new NodeId(to)) { Condition = FieldFilter.Of("industry", ConditionOperator.Is, industry) };

    public static JourneyPath PeopleBranch(string key, string? to) =>
        new(key, PathKind.Branch, to is null ? null : new NodeId(to)) { Condition = FieldFilter.Of("jobTitle", ConditionOperator.Contains, "VP") };

    public static JourneyPath Share(string key, int? percent, string? to) => new(key, PathKind.Branch, to is null ? null : new NodeId(to)) { Percent = percent };

    public static JourneyPath Other(string? to) => new("other", PathKind.Other, to is null ? null : new NodeId(to));

    /// <summary>A document that starts at "start".</summary>
    public static JourneyDocument Document(params IReadOnlyList<JourneyNode> nodes) =>
        nodes.Aggregate(JourneyDocument.Empty with { Start = new NodeId("start") }, (document, node) => document.With(node));
}
