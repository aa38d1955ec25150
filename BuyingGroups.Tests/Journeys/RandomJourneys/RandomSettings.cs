using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Conditions;

namespace BuyingGroups.Tests.Journeys.RandomJourneys;

/// <summary>Random settings of each node kind that name only what is in <see cref="JourneyWorld"/>.</summary>
public sealed class RandomSettings(Random random)
{
    private static readonly string[] Zones = ["UTC", "Europe/Stockholm", "America/New_York", "Asia/Taipei"];

    /// <summary>Whole percentages of 1–99 that sum to 100.</summary>
    public static IReadOnlyList<int> Percents(Random random, int count)
    {
        var percents = Enumerable.Repeat(1, count).ToArray();
        for (var left = 100 - count; left > 0; left--)
            percents[random.Next(count)]++;
        return percents;
    }

    public JourneySettings Journey() => new()
    {
        StartsAt = Sometimes() ? ConditionWorld.Now.AddDays(random.Next(1, 20)) : null,
        EndsAt = Sometimes() ? ConditionWorld.Now.AddDays(random.Next(30, 1000)).AddSeconds(random.Next(100)) : null,
        ReEntry = Sometimes() ? new ReEntry((ReEntryWait)random.Next(1, 3), Duration(), Sometimes() ? random.Next(2, 9) : null) : null,
        Goal = Sometimes() ? RandomConditions.Tree(random, ConditionScope.Account, 2) : null,
        Exit = Sometimes() ? RandomConditions.Tree(random, ConditionScope.Account, 2) : null,
        DeduplicateEmail = Sometimes(),
    };

    public string? Name() => random.Next(3) == 0 ? Text() : null;

    public WaitSettings Wait() => new(Rule());

    public ListenForEventSettings Listen() => new(Event(), Sometimes() ? Rule() : null);

    public NodeSettings AccountAction() => random.Next(10) switch
    {
        0 => new AccountInterestingMomentSettings(Text()),
        1 => new AddToJourneySettings(random.Next(1, 3)),
        2 => new RemoveFromJourneySettings(random.Next(1, 3)),
        3 => new AddToAccountListSettings(JourneyWorld.StaticList),
        4 => new RemoveFromAccountListSettings(JourneyWorld.StaticList),
        5 => random.Next(3) switch { 0 => new UpdateAccountProfileSettings("industry", Text()), 1 => new("custom:5", "EMEA"), _ => new("annualRevenue", null) },
        6 => new UpdateBuyingGroupStageSettings(1, random.Next(1, 4)),
        7 => new UpdateBuyingGroupStatusSettings(random.Next(1, 3), Sometimes() ? "Contacted" : ""),
        8 => new SendSalesAlertSettings(random.Next(1, 3)),
        _ => new WebhookSettings("https://example.com/hook?account={{account.name}}"),
    };

    public NodeSettings PeopleAction() => random.Next(5) switch
    {
        0 => new AssignToBuyingGroupSettings(1, random.Next(1, 4)),
        1 => new RemoveFromBuyingGroupSettings(random.Next(1, 3)),
        2 => new PersonInterestingMomentSettings(Text()),
        3 => Sometimes() ? new UpdatePersonProfileSettings("jobTitle", Text()) : new UpdatePersonProfileSettings("custom:10", "For"),
        _ => new SendEmailSettings(Text(), $"Hello {Text()},\n\n{Text()} \"quoted\" <b>&amp;</b>"),
    };

    private WaitRule Rule()
    {
        var must = Sometimes() ? new MustEndOn([.. Enum.GetValues<DayOfWeek>().Where(_ => Sometimes())], new TimeOnly(random.Next(24), random.Next(60))) : null;
        var zone = Zones[random.Next(Zones.Length)];
        return Sometimes() ? new WaitRule(Duration(), null, must, zone) : new WaitRule(null, new DateTime(2027, 1, 1).AddMinutes(random.Next(500_000)), must, zone);
    }

    private WaitDuration Duration() => new(random.Next(1, 30), (WaitUnit)random.Next(1, 6));

    private JourneyEvent Event() => (JourneyEventKind)random.Next(1, 11) switch
    {
        JourneyEventKind.Activity => new(JourneyEventKind.Activity)
        {
            ActivityType = random.Next(1, 9),
            Attributes = [.. Enumerable.Range(0, random.Next(3)).Select(number => new ActivityConstraint($"page{number}", Sometimes() ? ConditionOperator.Contains : ConditionOperator.Is, Text()))],
            Person = PersonCondition(),
        },
        JourneyEventKind.InterestingMoment => new(JourneyEventKind.InterestingMoment) { Person = PersonCondition() },
        JourneyEventKind.AccountDataChanged => new(JourneyEventKind.AccountDataChanged) { Field = "industry", NewValue = Sometimes() ? Text() : null },
        JourneyEventKind.PersonDataChanged => new(JourneyEventKind.PersonDataChanged) { Field = Sometimes() ? "jobTitle" : null, Person = PersonCondition() },
        JourneyEventKind.StageChanged => new(JourneyEventKind.StageChanged) { SolutionInterest = 1, NewValue = Sometimes() ? "2" : null },
        JourneyEventKind.StatusChanged => new(JourneyEventKind.StatusChanged) { SolutionInterest = Sometimes() ? 2 : null, NewValue = Sometimes() ? "Ready" : null },
        var kind and (JourneyEventKind.CompletenessChanged or JourneyEventKind.EngagementChanged) => new(kind) { SolutionInterest = 1, AtLeast = Sometimes() ? random.Next(101) : null },
        var kind => new(kind) { SolutionInterest = 1, Role = Sometimes() ? random.Next(1, 4) : null, Person = PersonCondition() },
    };

    private Condition? PersonCondition() => Sometimes() ? RandomConditions.Tree(random, ConditionScope.Person, 2) : null;

    private string Text() => RandomConditions.Texts[random.Next(RandomConditions.Texts.Count)];

    private bool Sometimes() => random.Next(2) == 0;
}
