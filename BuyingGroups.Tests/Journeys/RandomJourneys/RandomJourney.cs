using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Tests.Conditions;

namespace BuyingGroups.Tests.Journeys.RandomJourneys;

/// <summary>Makes random journeys that can be published: every kind of node, nested splits, splits of people, merges. The same seed gives the same journey.</summary>
public sealed class RandomJourney
{
    private readonly Random _random;
    private readonly RandomSettings _settings;
    private readonly Dictionary<NodeId, JourneyNode> _nodes = [];
    private int _left;
    private int _number;

    private RandomJourney(int seed, int nodes)
    {
        _random = new Random(seed);
        _settings = new RandomSettings(_random);
        _left = nodes;
    }

    /// <summary>A journey of about that many nodes.</summary>
    public static JourneyDocument Make(int seed, int nodes = 30)
    {
        var journey = new RandomJourney(seed, nodes);
        var first = journey.Chain(null, isMerge: false, depth: 0, length: Math.Max(3, nodes / 4));
        var start = journey.Add(new AccountAudienceSettings(1, null), JourneyPath.Next(first));
        return journey._nodes.Values.Aggregate(JourneyDocument.Empty with { Start = start, Settings = journey._settings.Journey() }, (document, node) => document.With(node));
    }

    /// <summary>A journey of splits in splits: so many paths of so many paths, with an action on each, all merged level by level.</summary>
    public static JourneyDocument Nested(int paths, int pathsOfEach)
    {
        var journey = new RandomJourney(1, 0);
        var end = journey.Add(new MergeSettings(), JourneyPath.Next(null));
        var outer = Enumerable.Range(0, paths).Select(_ =>
        {
            var merge = journey.Add(new MergeSettings(), JourneyPath.Next(end));
            return journey.Split([.. Enumerable.Range(0, pathsOfEach).Select(_ => (NodeId?)journey.Add(new AccountInterestingMomentSettings("Passed by"), JourneyPath.Next(merge)))]);
        }).ToList();
        var start = journey.Add(new AccountAudienceSettings(1, null), JourneyPath.Next(journey.Split([.. outer.Select(id => (NodeId?)id)])));
        return journey._nodes.Values.Aggregate(JourneyDocument.Empty with { Start = start }, (document, node) => document.With(node));
    }

    /// <summary>Nodes in a row after the start, one after the other.</summary>
    public static JourneyDocument Row(int nodes)
    {
        var journey = new RandomJourney(1, 0);
        NodeId? next = null;
        for (var number = 1; number < nodes; number++)
            next = journey.Add(new AccountInterestingMomentSettings("Passed by"), JourneyPath.Next(next));
        var start = journey.Add(new AccountAudienceSettings(1, null), JourneyPath.Next(next));
        return journey._nodes.Values.Aggregate(JourneyDocument.Empty with { Start = start }, (document, node) => document.With(node));
    }

    private NodeId Split(IReadOnlyList<NodeId?> targets) => Add(
        new SplitByAccountsSettings(),
        [.. targets.Select((to, index) => new JourneyPath($"path-{index + 1}", PathKind.Branch, to) { Condition = FieldFilter.Of("industry", ConditionOperator.Is, $"Industry {index + 1}") })]);

    /// <summary>Nodes in a row that end in <paramref name="tail"/>, made from the end; returns the first. Only into a merge may several paths lead.</summary>
    private NodeId? Chain(NodeId? tail, bool isMerge, int depth, int length)
    {
        var next = tail;
        var nextIsMerge = isMerge;
        for (var place = 0; place < length && _left > 0; place++)
        {
            _left--;
            next = _random.Next(10) switch
            {
                0 or 1 when depth < 5 => Branching(next, nextIsMerge, depth),
                2 => PeopleSplit(next),
                3 => Add(_settings.Wait(), JourneyPath.Next(next)),
                4 => Listen(next, nextIsMerge, depth),
                _ => Add(_random.Next(2) == 0 ? _settings.AccountAction() : _settings.PeopleAction(), JourneyPath.Next(next)),
            };
            nextIsMerge = false;
        }
        return next;
    }

    private NodeId Branching(NodeId? next, bool nextIsMerge, int depth)
    {
        // Without a merge only one path may go on to what follows, unless that is a merge itself.
        var merge = !nextIsMerge && _random.Next(3) > 0 ? Add(new MergeSettings(), JourneyPath.Next(next)) : (NodeId?)null;
        var (tail, isMerge) = merge is not null ? (merge, true) : (next, nextIsMerge);
        var isVariant = _random.Next(3) == 0;
        var count = isVariant ? _random.Next(2, 6) : _random.Next(1, 6);
        var percents = RandomSettings.Percents(_random, count);
        var paths = new List<JourneyPath>();
        for (var index = 0; index < count; index++)
        {
            var path = new JourneyPath($"path-{index + 1}", PathKind.Branch, Target(tail, isMerge, mustLead: merge is not null && index < 2, depth)) { Name = _settings.Name() };
            paths.Add(isVariant ? path with { Percent = percents[index] } : path with { Condition = RandomConditions.Tree(_random, ConditionScope.Account, 2) });
            if (!isMerge)
                tail = null;
        }
        if (!isVariant && (_random.Next(2) == 0 || (merge is not null && count < 2)))
            paths.Add(new JourneyPath("other", PathKind.Other, Target(tail, isMerge, mustLead: merge is not null && count < 2, depth)));
        return Add(isVariant ? new VariantSplitSettings(SplitSubject.Accounts) : new SplitByAccountsSettings(), [.. paths]);
    }

    private NodeId? Target(NodeId? tail, bool isMerge, bool mustLead, int depth)
    {
        var leadsOn = mustLead || !isMerge || _random.Next(3) > 0;
        return Chain(leadsOn ? tail : null, leadsOn && isMerge, depth + 1, _random.Next(0, 4));
    }

    private NodeId Listen(NodeId? next, bool nextIsMerge, int depth)
    {
        var (settings, hasPath) = (_settings.Listen(), _random.Next(2) == 0);
        if (settings.Timeout is null || !hasPath)
            return Add(settings, JourneyPath.Next(next));
        var late = Chain(nextIsMerge && _random.Next(2) == 0 ? next : null, nextIsMerge, depth + 1, _random.Next(0, 3));
        return Add(settings, JourneyPath.Next(next), new JourneyPath("timeout", PathKind.Timeout, late));
    }

    private NodeId PeopleSplit(NodeId? next)
    {
        var split = NewId("people-split");
        var merge = Add(new PeopleMergeSettings(split), JourneyPath.Next(next));
        var isVariant = _random.Next(3) == 0;
        var count = isVariant ? _random.Next(2, 5) : _random.Next(1, 5);
        var percents = RandomSettings.Percents(_random, count);
        var paths = Enumerable.Range(0, count).Select(index => new JourneyPath($"path-{index + 1}", PathKind.Branch, PeopleChain(merge))
        {
            Name = _settings.Name(),
            Percent = isVariant ? percents[index] : null,
            Condition = isVariant ? null : RandomConditions.Tree(_random, ConditionScope.Person, 2),
        }).ToList();
        if (!isVariant && _random.Next(2) == 0)
            paths.Add(new JourneyPath("other", PathKind.Other, PeopleChain(merge)));
        _nodes[split] = new JourneyNode(split, isVariant ? new VariantSplitSettings(SplitSubject.People) : new SplitByPeopleSettings(), paths) { Name = _settings.Name() };
        return split;
    }

    private NodeId PeopleChain(NodeId merge)
    {
        var next = merge;
        for (var left = _random.Next(0, 3); left > 0; left--)
            next = Add(_settings.PeopleAction(), JourneyPath.Next(next));
        return next;
    }

    private NodeId Add(NodeSettings settings, params IReadOnlyList<JourneyPath> paths)
    {
        var id = NewId("node");
        _nodes[id] = new JourneyNode(id, settings, paths) { Name = _settings.Name() };
        return id;
    }

    private NodeId NewId(string stem) => new($"{stem}-{++_number}");
}
