using System.Collections.Immutable;
using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;

namespace BuyingGroups.Domain.Journeys.Templates;

/// <summary>Puts a template's drawing together, node by node.</summary>
internal sealed class TemplateDrawing
{
    private static readonly IReadOnlyList<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private readonly ImmutableSortedDictionary<NodeId, JourneyNode>.Builder nodes = ImmutableSortedDictionary.CreateBuilder<NodeId, JourneyNode>();

    /// <summary>Begins with the audience or list that was chosen.</summary>
    public TemplateDrawing(TemplateChoices choices, string to)
    {
        Add("start", null, new AccountAudienceSettings(choices.Audience, choices.AccountList), to);
    }

    /// <summary>Where a way on ends the journey.</summary>
    public const string? End = null;

    public JourneyDocument Document => new(new NodeId("start"), nodes.ToImmutable(), JourneySettings.Default);

    /// <summary>A node with one way on; to the end when <paramref name="to"/> is null.</summary>
    public TemplateDrawing Add(string id, string? name, NodeSettings settings, string? to) => Add(id, name, settings, [JourneyPath.Next(Id(to))]);

    public TemplateDrawing Add(string id, string? name, NodeSettings settings, params IReadOnlyList<JourneyPath> paths)
    {
        nodes.Add(new NodeId(id), new JourneyNode(new NodeId(id), settings, paths) { Name = name });
        return this;
    }

    public static JourneyPath Branch(string key, string name, Condition condition, string? to) => new(key, PathKind.Branch, Id(to)) { Name = name, Condition = condition };

    public static JourneyPath Share(string key, string name, int percent, string? to) => new(key, PathKind.Branch, Id(to)) { Name = name, Percent = percent };

    public static JourneyPath Other(string? to, string? name = null) => new("other", PathKind.Other, Id(to)) { Name = name };

    public static JourneyPath Next(string? to, string? name = null) => JourneyPath.Next(Id(to)) with { Name = name };

    public static JourneyPath Timeout(string? to, string? name = null) => new("timeout", PathKind.Timeout, Id(to)) { Name = name };

    /// <summary>Some days, then the next weekday at nine.</summary>
    public static WaitSettings WorkingDays(int days) => new(new WaitRule(new WaitDuration(days, WaitUnit.Days), null, new MustEndOn(Weekdays, new TimeOnly(9, 0))));

    public static ListenForEventSettings Listen(JourneyEvent what, int days) => new(what, new WaitRule(new WaitDuration(days, WaitUnit.Days), null, null));

    public static JourneyEvent Activity(int type) => new(JourneyEventKind.Activity) { ActivityType = type };

    public static ConditionGroup All(params IReadOnlyList<Condition> conditions) => new(MatchKind.All, conditions);

    /// <summary>The account has a buying group of the solution interest that satisfies more filters.</summary>
    public static ConditionGroup Group(JourneyReference interest, params IReadOnlyList<Condition> filters) =>
        All(HasFilter.Some("buyingGroups", [FieldFilter.Of("solutionInterest", ConditionOperator.Is, Text(interest.Id)), .. filters]));

    public static FieldFilter AtLeast(string attribute, int number) => FieldFilter.Of(attribute, ConditionOperator.GreaterOrEqual, Text(number));

    public static FieldFilter InLastDays(string attribute, int days) => FieldFilter.Of(attribute, ConditionOperator.InLastDays, Text(days));

    public static string Text(int? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);

    private static NodeId? Id(string? text) => text is null ? null : new NodeId(text);
}
