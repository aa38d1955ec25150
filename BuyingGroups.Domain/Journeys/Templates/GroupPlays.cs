using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;
using static BuyingGroups.Domain.Journeys.Templates.TemplateDrawing;

namespace BuyingGroups.Domain.Journeys.Templates;

/// <summary>Plays that fill buying groups and hand them over.</summary>
internal static class GroupPlays
{
    /// <summary>From here on a group is ready for sales.</summary>
    private const int Ready = 70;

    public static JourneyTemplate FillMissingRole { get; } = new(
        "fill-missing-decision-makers",
        "Fill missing decision makers",
        "Finds accounts whose buying group lacks the role, assigns the people whose title says that they decide, and tells sales where nobody was found.",
        "group_add",
        [TemplateNeed.Start, TemplateNeed.SolutionInterest, TemplateNeed.Role],
        choices =>
        {
            var (interest, role) = (choices.SolutionInterest!, choices.Role!);
            var inRole = ConditionCatalog.PeopleInRoleKey(role.Id ?? 0);
            return new TemplateDrawing(choices, "missing")
                .Add("missing", "Is the role missing?", new SplitByAccountsSettings(), Branch("missing", "Missing", Group(interest, FieldFilter.Of(inRole, ConditionOperator.Less, "1")), "deciders"))
                .Add(
                    "deciders", "Who decides?", new SplitByPeopleSettings(),
                    Branch("deciders", "Decides by title", new ConditionGroup(MatchKind.Any, [.. new[] { "chief", "vice president", "director", "head of" }.Select(title => FieldFilter.Of("jobTitle", ConditionOperator.Contains, title))]), "assign"))
                .Add("assign", null, new AssignToBuyingGroupSettings(interest, role), "deciders-end")
                .Add("deciders-end", null, new PeopleMergeSettings(new NodeId("deciders")), "settle")
                .Add("settle", "Let it settle", WorkingDays(1), "found")
                .Add("found", "Was somebody found?", new SplitByAccountsSettings(), Branch("found", "Found", Group(interest, AtLeast(inRole, 1)), "noted"), Other("alert", "Nobody"))
                .Add("noted", null, new AccountInterestingMomentSettings("The missing role was filled"), "join")
                .Add("alert", "Ask sales who decides", new SendSalesAlertSettings(interest), "join")
                .Add("join", null, new MergeSettings(), End)
                .Document;
        });

    public static JourneyTemplate NurtureByCompleteness { get; } = new(
        "nurture-by-completeness",
        "Nurture by completeness",
        "Talks to accounts according to how complete their buying group is, and waits until it is complete enough for sales.",
        "stacked_bar_chart",
        [TemplateNeed.Start, TemplateNeed.SolutionInterest],
        choices =>
        {
            var interest = choices.SolutionInterest!;
            var ready = new JourneyEvent(JourneyEventKind.CompletenessChanged) { SolutionInterest = interest, AtLeast = Ready };
            return new TemplateDrawing(choices, "complete")
                .Add(
                    "complete", "How complete is the group?", new SplitByAccountsSettings(),
                    Branch("ready", "70 % or more", Group(interest, AtLeast("completeness", Ready)), "reached"),
                    Branch("half", "40 % or more", Group(interest, AtLeast("completeness", 40)), "compare"),
                    Other("introduce", "Less"))
                .Add("introduce", null, new SendEmailSettings("What others in your industry do", "Hello,\n\nthree short examples of how companies like yours went about it, and what they would do again."), "pause")
                .Add("pause", "Let it work", WorkingDays(7), "join-mails")
                .Add("compare", null, new SendEmailSettings("How to compare what is on offer", "Hello,\n\na checklist that your colleagues can fill in together, from need to decision."), "join-mails")
                .Add("join-mails", null, new MergeSettings(), "listen")
                .Add("listen", "Is it complete enough?", Listen(ready, 30), Next("reached-in-time"), Timeout("slow", "After 30 days"))
                .Add("reached-in-time", null, new AccountInterestingMomentSettings("The buying group became 70 % complete while nurtured"), "join")
                .Add("reached", "Complete from the start", new AccountInterestingMomentSettings("The buying group was 70 % complete before nurturing"), "join")
                .Add("slow", null, new UpdateBuyingGroupStatusSettings(interest, "Nurture again"), "join-end")
                .Add("join", null, new MergeSettings(), "status")
                .Add("status", null, new UpdateBuyingGroupStatusSettings(interest, "Ready for sales"), "join-end")
                .Add("join-end", null, new MergeSettings(), End)
                .Document;
        });

    public static JourneyTemplate HandOverToSales { get; } = new(
        "hand-over-to-sales",
        "Hand over to sales at 70 %",
        "Hands a buying group over to the owner of the account as soon as it is 70 % complete: at once, or when it becomes so within 60 days.",
        "handshake",
        [TemplateNeed.Start, TemplateNeed.SolutionInterest],
        choices =>
        {
            var interest = choices.SolutionInterest!;
            var ready = new JourneyEvent(JourneyEventKind.CompletenessChanged) { SolutionInterest = interest, AtLeast = Ready };
            return new TemplateDrawing(choices, "ready")
                .Add("ready", "Is the group ready?", new SplitByAccountsSettings(), Branch("ready", "70 % or more", Group(interest, AtLeast("completeness", Ready)), "join"), Other("listen", "Not yet"))
                .Add("listen", "Wait until it is", Listen(ready, 60), Next("join"), Timeout("late", "After 60 days"))
                .Add("late", null, new UpdateBuyingGroupStatusSettings(interest, "Not ready after 60 days"), End)
                .Add("join", null, new MergeSettings(), "status")
                .Add("status", null, new UpdateBuyingGroupStatusSettings(interest, "Handed over"), "alert")
                .Add("alert", null, new SendSalesAlertSettings(interest), "noted")
                .Add("noted", null, new AccountInterestingMomentSettings("Handed over to sales"), End)
                .Document;
        });
}
