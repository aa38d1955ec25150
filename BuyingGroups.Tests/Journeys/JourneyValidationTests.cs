using System.Diagnostics;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Conditions;
using BuyingGroups.Tests.Journeys.RandomJourneys;
using static BuyingGroups.Tests.Journeys.RandomJourneys.JourneyWorld;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneyValidationTests
{
    private static readonly WaitDuration Day = new(1, WaitUnit.Days);

    [Fact]
    public void Random_journeys_have_no_errors()
    {
        for (var seed = 0; seed < 150; seed++)
            Assert.DoesNotContain(JourneyValidation.Of(RandomJourney.Make(seed, 5 + seed), Catalog), problem => problem.Severity == ProblemSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(JourneySchemaTests.Examples), MemberType = typeof(JourneySchemaTests))]
    public void Examples_can_be_published(string name)
    {
        var document = JourneyJson.Read(File.ReadAllText(Path.Combine(JourneySchemaTests.Folder, name))).Document!;

        Assert.Empty(JourneyValidation.Of(document, Catalog));
        Assert.Empty(JourneyValidation.Of(JourneyReferences.Resolve(document, Catalog), Catalog));
        Assert.All(JourneyReferences.Of(JourneyReferences.Resolve(document, Catalog)), use => Assert.NotNull(use.Reference.Id));
    }

    public static TheoryData<string, string> Drawings => new()
    {
        { ":StartMissing", "" },
        { ":StartMissing", "x" },
        { "x:Unreachable", "start x" },
        { "start/next:TargetUnknown", "start>x" },
        { "x:SeveralPathsInto", "start>s s=x,x x" },
        { "m:MergeOfNothing", "start m" },
        { "m:MergeOfOne", "start>m m" },
        { "y/next:Cycle", "start>m m>x x>y y>m" },
        { "x/next:PathIntoStart x/next:Cycle", "start>x x>start" },
        { "", "start>s s=m,m m" },
        { "", "start>p p~a,q a'>q q^p>x x" },
        { "", "start>p p~q q^p" },
        { "p:PeopleMergeMissing", "start>p p~a a'" },
        { "q:PeopleMergeWithoutSplit", "start>q q^x" },
        { "p/path-1:PeoplePathEnds", "start>p p~a,b a' b'>q q^p" },
        { "p/path-2:PeoplePathEnds", "start>p p~q,0 q^p" },
        { "a:NotForPeople", "start>p p~a a>q q^p" },
        { "s:NotForPeople", "start>p p~s s=q,q q^p" },
        { "m:NotForPeople", "start>p p~m,m m>q q^p" },
        { "r:NestedPeopleSplit", "start>p p~r r~t t^r>q q^p" },
        { "b/next:PathIntoPeopleMerge", "start>s s=p,b b>q p~a a'>q q^p" },
        { "r:SecondPeopleMerge", "start>p p~q q^p>r r^p" },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void What_a_drawing_must_not_be_is_told_where_it_is(string expected, string drawing)
    {
        var problems = JourneyValidation.Of(Draw(drawing), Catalog).Select(problem => $"{problem.Node}{(problem.PathKey is null ? "" : "/")}{problem.PathKey}:{problem.Refusal.Name}");

        Assert.Equal(expected, string.Join(' ', problems));
    }

    [Fact]
    public void A_journey_without_end_says_so_once_and_not_for_ever()
    {
        var document = Draw("start>m m>s s=x,0 x>m");

        Assert.Equal("x/next: Cycle", string.Join(' ', JourneyValidation.Of(document, Catalog).Select(problem => $"{problem.Node}/{problem.PathKey}: {problem.Refusal.Name}")));
    }

    public static TheoryData<NodeSettings, string> Settings => new()
    {
        { new AccountInterestingMomentSettings(" "), "TextMissing" },
        { new AccountInterestingMomentSettings(new string('x', 256)), "TextTooLong" },
        { new AddToJourneySettings(9), "OwnJourney" },
        { new AddToJourneySettings(77), "ReferenceUnknown" },
        { new AddToJourneySettings(3), "OtherJourneyNotLive" },
        { new RemoveFromJourneySettings(new JourneyReference(null, "nurture")), "" },
        { new AddToAccountListSettings(DynamicList), "ListNotStatic" },
        { new AddToAccountListSettings(DraftList), "SourceNotLive" },
        { new RemoveFromAccountListSettings(new JourneyReference(null)), "ReferenceMissing" },
        { new UpdateAccountProfileSettings("industry", new string('x', 300)), "TooLong" },
        { new UpdateAccountProfileSettings("annualRevenue", "a lot"), "NumberExpected" },
        { new UpdateAccountProfileSettings("name", null), "Required" },
        { new UpdateAccountProfileSettings("custom:5", "Moon"), "ChoiceExpected" },
        { new UpdateAccountProfileSettings("custom:10", "For"), "FieldUnknown" },
        { new UpdateAccountProfileSettings("colour", "red"), "FieldUnknown" },
        { new UpdateAccountProfileSettings("", null), "ReferenceMissing" },
        { new UpdatePersonProfileSettings("email", "x@example.com"), "FieldFixed" },
        { new UpdatePersonProfileSettings("custom:10", "for"), "" },
        { new UpdateBuyingGroupStageSettings(1, 7), "StageNotInModel" },
        { new UpdateBuyingGroupStageSettings(2, 1), "NoStageModel" },
        { new UpdateBuyingGroupStageSettings(1, 99), "ReferenceUnknown" },
        { new UpdateBuyingGroupStageSettings(3, 7), "TemplateNotLive" },
        { new UpdateBuyingGroupStatusSettings(1, new string('x', 51)), "TextTooLong" },
        { new SendSalesAlertSettings(77), "ReferenceUnknown" },
        { new WebhookSettings("http://example.com"), "UrlWrong" },
        { new WebhookSettings("https://user:secret@example.com"), "UrlWrong" },
        { new WebhookSettings("example.com"), "UrlWrong" },
        { new WebhookSettings("https://"), "UrlWrong" },
        { new AssignToBuyingGroupSettings(2, 3), "RoleNotInTemplate" },
        { new AssignToBuyingGroupSettings(1, 77), "ReferenceUnknown" },
        { new AssignToBuyingGroupSettings(new JourneyReference(null, "Fleet Analytics"), new JourneyReference(null, "decision maker")), "" },
        { new RemoveFromBuyingGroupSettings(77), "ReferenceUnknown" },
        { new SendEmailSettings("", "x"), "TextMissing" },
        { new WaitSettings(new(null, null, null)), "DurationOrDate" },
        { new WaitSettings(new(Day, new DateTime(2027, 1, 1), null)), "DurationOrDate" },
        { new WaitSettings(new(new(0, WaitUnit.Days), null, null)), "DurationTooShort" },
        { new WaitSettings(new(new(0, WaitUnit.Days), null, new([], new TimeOnly(9, 0)))), "" },
        { new WaitSettings(new(new(37, WaitUnit.Months), null, null)), "WaitTooLong" },
        { new WaitSettings(new(new(1, (WaitUnit)9), null, null)), "DurationTooShort" },
        { new WaitSettings(new(Day, null, new([], null))), "MustEndOnWrong" },
        { new WaitSettings(new(Day, null, new([DayOfWeek.Monday, DayOfWeek.Monday], null))), "MustEndOnWrong" },
        { new WaitSettings(new(Day, null, null, "Mars/Olympus")), "TimeZoneUnknown" },
        { new WaitSettings(new(null, new DateTime(2026, 3, 2, 8, 59, 0), null)), "DateInThePast" },
        { new WaitSettings(new(null, new DateTime(2026, 3, 2, 9, 59, 0), null, "Europe/Stockholm")), "DateInThePast" },
        { new WaitSettings(new(null, new DateTime(2030, 1, 1), null)), "WaitTooLong" },
        { Listen(new(JourneyEventKind.Activity)), "ReferenceMissing" },
        { Listen(new(JourneyEventKind.Activity) { ActivityType = 77 }), "ReferenceUnknown" },
        { Listen(new(JourneyEventKind.Activity) { ActivityType = 1, AtLeast = 5 }), "EventSettingStray" },
        { Listen(new(JourneyEventKind.Activity) { ActivityType = 1, Attributes = [new("page", ConditionOperator.Between, "x")] }), "ComparisonWrong" },
        { Listen(new(JourneyEventKind.Activity) { ActivityType = 1, Person = FieldFilter.Of("colour", ConditionOperator.Is, "red") }), "ConditionCannotBeUsed" },
        { Listen(new(JourneyEventKind.AccountDataChanged) { Field = "jobTitle" }), "FieldUnknown" },
        { Listen(new(JourneyEventKind.AccountDataChanged) { NewValue = "x" }), "ValueWithoutField" },
        { Listen(new(JourneyEventKind.AccountDataChanged) { Field = "annualRevenue", NewValue = "a lot" }), "NumberExpected" },
        { Listen(new(JourneyEventKind.AccountDataChanged) { Field = "custom:5", NewValue = "Moon" }), "ChoiceExpected" },
        { Listen(new(JourneyEventKind.PersonDataChanged) { Field = "unsubscribed", NewValue = "Yes" }), "" },
        { Listen(new(JourneyEventKind.AccountDataChanged) { Person = Condition.Everything }), "EventSettingStray" },
        { Listen(new(JourneyEventKind.StageChanged) { SolutionInterest = 1, NewValue = "7" }), "StageNotInModel" },
        { Listen(new(JourneyEventKind.StageChanged) { NewValue = "aware" }), "" },
        { Listen(new(JourneyEventKind.CompletenessChanged) { AtLeast = 70, AtMost = 50 }), "ScoreRangeWrong" },
        { Listen(new(JourneyEventKind.EngagementChanged) { AtMost = 101 }), "ScoreRangeWrong" },
        { Listen(new(JourneyEventKind.AssignedToBuyingGroup) { SolutionInterest = 2, Role = 3 }), "RoleNotInTemplate" },
        { Listen(new((JourneyEventKind)99)), "EventUnknown" },
        { Listen(new(JourneyEventKind.InterestingMoment), new(null, null, null)), "DurationOrDate" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_are_checked_against_what_there_is(NodeSettings settings, string expected)
    {
        var problems = JourneyValidation.Of(Document(Start("x"), Node("x", settings)), Catalog);

        Assert.Equal(expected, string.Join(' ', problems.Select(problem => problem.Refusal.Name)));
        Assert.All(problems, problem => Assert.Equal(new NodeId("x"), problem.Node));
    }

    public static TheoryData<JourneyNode, string> Paths => new()
    {
        { Node("x", new SplitByAccountsSettings(), []), ":BranchCountWrong" },
        { Node("x", new SplitByAccountsSettings(), [Other(null)]), ":BranchCountWrong" },
        { Node("x", new SplitByAccountsSettings(), [.. Branches(25)]), "" },
        { Node("x", new SplitByAccountsSettings(), [.. Branches(25), Other(null)]), "" },
        { Node("x", new SplitByAccountsSettings(), [.. Branches(26)]), ":BranchCountWrong" },
        { Node("x", new SplitByAccountsSettings(), [Other(null), Branch("a", null)]), "other:OtherNotLast" },
        { Node("x", new SplitByAccountsSettings(), [Branch("a", null), Branch("a", null)]), ":PathKeyTwice" },
        { Node("x", new SplitByAccountsSettings(), [Branch("A b", null)]), ":PathKeyWrong" },
        { Node("x", new SplitByAccountsSettings(), [Branch("a", null), JourneyPath.Next(null)]), ":PathDoesNotBelong" },
        { Node("x", new SplitByAccountsSettings(), [Share("a", 50, null)]), "a:PercentDoesNotBelong a:ConditionMissing" },
        { Node("x", new SplitByAccountsSettings(), [Branch("a", null) with { Condition = FieldFilter.Of("jobTitle", ConditionOperator.Is, "x") }]), "a:ConditionCannotBeUsed" },
        { Node("x", new SplitByAccountsSettings(), [Branch("a", null) with { Condition = Condition.Everything }, Branch("b", null)]), "b:PathNeverTaken" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", 100, null)]), ":BranchCountWrong a:PercentOutOfRange" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", 1, null), Share("b", 99, null)]), "" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", 0, null), Share("b", 100, null)]), "a:PercentOutOfRange b:PercentOutOfRange" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", 33, null), Share("b", 33, null), Share("c", 33, null)]), ":PercentsDoNotSum" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", null, null), Share("b", 99, null)]), "a:PercentOutOfRange :PercentsDoNotSum" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", int.MaxValue, null), Share("b", int.MaxValue, null)]), "a:PercentOutOfRange b:PercentOutOfRange :PercentsDoNotSum" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [.. Enumerable.Range(1, 21).Select(number => Share($"p{number}", number == 1 ? 80 : 1, null))]), ":BranchCountWrong" },
        { Node("x", new VariantSplitSettings(SplitSubject.Accounts), [Share("a", 50, null), Share("b", 50, null), Other(null)]), ":PathDoesNotBelong" },
        { Node("x", new MergeSettings(), []), ":OneNextPath :MergeOfOne" },
        { Node("x", new WaitSettings(new(Day, null, null)), [JourneyPath.Next(null), JourneyPath.Next(null) with { Key = "b" }]), ":OneNextPath" },
        { Node("x", Listen(new(JourneyEventKind.InterestingMoment)), [JourneyPath.Next(null), new JourneyPath("timeout", PathKind.Timeout, null)]), "timeout:TimeoutMissing" },
        { Node("x", Listen(new(JourneyEventKind.InterestingMoment), new(Day, null, null)), [JourneyPath.Next(null), new JourneyPath("timeout", PathKind.Timeout, null)]), "" },
        { Node("x", new AccountInterestingMomentSettings("x"), [JourneyPath.Next(null) with { Condition = Condition.Everything, Name = new string('x', 101) }]), "next:TextTooLong next:ConditionDoesNotBelong" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Paths_are_checked_against_the_kind_of_node(JourneyNode node, string expected) =>
        Assert.Equal(expected, string.Join(' ', JourneyValidation.Of(Document(Start("x"), node), Catalog).Select(problem => $"{problem.PathKey}:{problem.Refusal.Name}")));

    public static TheoryData<JourneySettings, string> WholeJourneys => new()
    {
        { new() { EndsAt = ConditionWorld.Now.AddYears(3) }, "" },
        { new() { EndsAt = ConditionWorld.Now.AddYears(3).AddMinutes(1) }, "EndTooLate" },
        { new() { StartsAt = ConditionWorld.Now.AddYears(1), EndsAt = ConditionWorld.Now.AddYears(4) }, "" },
        { new() { StartsAt = ConditionWorld.Now.AddYears(-1), EndsAt = ConditionWorld.Now.AddMinutes(-1) }, "EndInThePast" },
        { new() { StartsAt = ConditionWorld.Now.AddDays(3), EndsAt = ConditionWorld.Now.AddDays(3) }, "EndBeforeStart" },
        { new() { StartsAt = ConditionWorld.Now.AddYears(4) }, "StartTooLate" },
        { new() { ReEntry = new(ReEntryWait.End, new(0, WaitUnit.Days), null) }, "" },
        { new() { ReEntry = new(ReEntryWait.End, new(40, WaitUnit.Months), null) }, "ReEntryDelayWrong" },
        { new() { ReEntry = new(ReEntryWait.End, Day, 1) }, "ReEntryLimitWrong" },
        { new() { Goal = FieldFilter.Of("colour", ConditionOperator.Is, "red") }, "ConditionCannotBeUsed" },
        { new() { Exit = new ConditionGroup(MatchKind.Any, []) }, "ConditionCannotBeUsed" },
    };

    [Theory]
    [MemberData(nameof(WholeJourneys))]
    public void Settings_of_the_journey_are_checked(JourneySettings settings, string expected) =>
        Assert.Equal(expected, string.Join(' ', JourneyValidation.Of(Document(Start()) with { Settings = settings }, Catalog).Select(problem => problem.Refusal.Name)));

    [Theory]
    [InlineData(null, null, "ReferenceMissing")]
    [InlineData(1, 1, "TwoSources")]
    [InlineData(2, null, "SourceNotLive")]
    [InlineData(77, null, "ReferenceUnknown")]
    [InlineData(null, DraftList, "SourceNotLive")]
    [InlineData(null, DynamicList, "")]
    public void The_start_needs_a_live_audience_or_list(int? audience, int? list, string expected)
    {
        var settings = new AccountAudienceSettings(audience is { } a ? new JourneyReference(a) : null, list is { } l ? new JourneyReference(l) : null);

        Assert.Equal(expected, string.Join(' ', JourneyValidation.Of(Document(Node("start", settings)), Catalog).Select(problem => problem.Refusal.Name)));
    }

    [Fact]
    public void A_thousand_nodes_and_25_by_25_splits_are_checked_in_under_a_second()
    {
        foreach (var document in new[] { RandomJourney.Nested(25, 25), RandomJourney.Row(JourneyLimits.Nodes), RandomJourney.Make(3, 1000) })
        {
            // The best of three: what else the machine does at the time is not the rules' doing.
            var best = Enumerable.Range(0, 3).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                Assert.True(JourneyValidation.IsPublishable(JourneyValidation.Of(document, Catalog)));
                return watch.Elapsed;
            });
            Assert.True(best < TimeSpan.FromSeconds(1), $"{document.Nodes.Count} nodes took {best}.");
        }
    }

    [Fact]
    public void References_go_by_name_to_another_portal_and_come_back_by_id()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var document = RandomJourney.Make(seed, 40);
            var byName = JourneyReferences.ByName(document, Catalog);

            Assert.All(JourneyReferences.Of(byName), use => Assert.Null(use.Reference.Id));
            Assert.DoesNotContain(JourneyValidation.Of(byName, Catalog), problem => problem.Severity == ProblemSeverity.Error);
            var back = JourneyReferences.Resolve(byName, Catalog);
            Assert.Equal(JourneyReferences.Of(document).Select(use => (use.Node, use.Kind, use.Reference.Id)), JourneyReferences.Of(back).Select(use => (use.Node, use.Kind, use.Reference.Id)));
        }
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void No_document_that_can_be_read_makes_validation_throw()
    {
        var random = new Random(4);
        var nodes = Enumerable.Range(0, 40).SelectMany(seed => RandomJourney.Make(seed, 20).Nodes.Values).ToList();
        for (var round = 0; round < 1500; round++)
        {
            var some = Enumerable.Range(0, random.Next(1, 12)).Select(_ => nodes[random.Next(nodes.Count)]).ToList();
            var document = some.Aggregate(JourneyDocument.Empty with { Start = random.Next(4) == 0 ? null : some[0].Id }, (document, node) => document.With(
                node with { Paths = [.. node.Paths.Select(path => random.Next(3) == 0 ? path : path with { To = some[random.Next(some.Count)].Id, Kind = random.Next(6) == 0 ? (PathKind)random.Next(0, 6) : path.Kind })] }));

            var problems = JourneyValidation.Of(document, Catalog);
            Assert.True(problems.Count <= JourneyLimits.Problems);
            Assert.All(problems, problem => Assert.NotEmpty(problem.ToString()));
        }
    }

    private static ListenForEventSettings Listen(JourneyEvent what, WaitRule? timeout = null) => new(what, timeout);

    private static IEnumerable<JourneyPath> Branches(int count) => Enumerable.Range(1, count).Select(number => Branch($"p{number}", null, $"Industry {number}"));

    /// <summary>
    /// Draws a journey from words: "a&gt;b" an action that leads on, "a'" one on people, "s=x,y" a split by accounts, "p~x,y" one by people, "q^p" the
    /// merge that closes it, "m" and "m&gt;x" a merge; 0 ends a path.
    /// </summary>
    private static JourneyDocument Draw(string drawing)
    {
        var document = JourneyDocument.Empty;
        foreach (var word in drawing.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (own, to) = word.Split('>') is [var left, var right] ? (left, right) : (word, null);
            static string? End(string name) => name is "0" ? null : name;
            document = own switch
            {
                "start" => (document with { Start = new("start") }).With(Start(to)),
                _ when own.Contains('=') => document.With(Node(own[..1], new SplitByAccountsSettings(), [.. own[2..].Split(',').Select((name, index) => Branch($"path-{index + 1}", End(name)))])),
                _ when own.Contains('~') => document.With(Node(own[..1], new SplitByPeopleSettings(), [.. own[2..].Split(',').Select((name, index) => PeopleBranch($"path-{index + 1}", End(name)))])),
                _ when own.Contains('^') => document.With(PeopleMerge(own[..1], own[2..], to)),
                _ when own.Contains('\'') => document.With(OfPeople(own[..1], to)),
                "m" => document.With(Merge("m", to)),
                _ => document.With(Moment(own, to)),
            };
        }
        return document;
    }
}
