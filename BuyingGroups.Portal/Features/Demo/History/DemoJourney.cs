using System.Collections.Immutable;
using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Portal.Features.Demo.History;

/// <summary>The journey of the demo: accounts whose fleet is under way get ten days, then a word that suits how engaged they are; who comes to sales has reached the goal.</summary>
internal static class DemoJourney
{
    public const string Name = "From interest to a demonstration";
    public const string Description = "Accounts whose fleet analytics group is engaged or qualified: invited to a demonstration, or sent what others say.";
    public const string Audience = "Fleet analytics under way";
    public const string AudienceDescription = "Accounts whose group for fleet analytics is engaged or qualified.";
    public const string SolutionInterest = "Fleet analytics";

    private const int Warm = 35;

    /// <summary>Who enters.</summary>
    public static ConditionGroup Enters(int solutionInterest, IReadOnlyDictionary<string, int> stages) => Group(solutionInterest, stages, "Engaged", "Qualified");

    public static JourneyDocument Document(int audience, int solutionInterest, IReadOnlyDictionary<string, int> stages) => new(
        new NodeId("start"),
        ImmutableSortedDictionary.CreateRange(new[]
        {
            Node("start", null, new AccountAudienceSettings(new JourneyReference(audience), null), JourneyPath.Next(new NodeId("pause"))),
            Node("pause", "Ten days to look around", Days(10), JourneyPath.Next(new NodeId("how-warm"))),
            Node(
                "how-warm", "How warm are they?", new SplitByAccountsSettings(),
                new JourneyPath("warm", PathKind.Branch, new NodeId("invite"))
                {
                    Name = "Engagement 35 and more",
                    Condition = Of(solutionInterest, FieldFilter.Of("engagement", ConditionOperator.GreaterOrEqual, Text(Warm))),
                },
                new JourneyPath("other", PathKind.Other, new NodeId("stories"))),
            Node("invite", null, new UpdateBuyingGroupStatusSettings(new JourneyReference(solutionInterest), "Invited to a demonstration"), JourneyPath.Next(new NodeId("answer"))),
            Node("answer", "Two weeks to answer", Days(14), JourneyPath.Next(null)),
            Node("stories", null, new UpdateBuyingGroupStatusSettings(new JourneyReference(solutionInterest), "Sent customer stories"), JourneyPath.Next(null)),
        }),
        JourneySettings.Default with { Goal = Group(solutionInterest, stages, "Sales accepted", "Won") });

    private static KeyValuePair<NodeId, JourneyNode> Node(string id, string? name, NodeSettings settings, params IReadOnlyList<JourneyPath> paths) =>
        new(new NodeId(id), new JourneyNode(new NodeId(id), settings, paths) { Name = name });

    private static WaitSettings Days(int days) => new(new WaitRule(new WaitDuration(days, WaitUnit.Days), null, null));

    private static ConditionGroup Group(int solutionInterest, IReadOnlyDictionary<string, int> stages, params IReadOnlyList<string> names) =>
        Of(solutionInterest, FieldFilter.Of("stage", ConditionOperator.IsAnyOf, [.. names.Select(name => Text(stages[name]))]));

    private static ConditionGroup Of(int solutionInterest, Condition filter) =>
        new(MatchKind.All, [HasFilter.Some("buyingGroups", FieldFilter.Of("solutionInterest", ConditionOperator.Is, Text(solutionInterest)), filter)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
