using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Journeys.Nodes;
using static BuyingGroups.Domain.Journeys.Templates.TemplateDrawing;

namespace BuyingGroups.Domain.Journeys.Templates;

/// <summary>Plays that win attention, back or anew.</summary>
internal static class EngagementPlays
{
    public static JourneyTemplate ReengageDormant { get; } = new(
        "re-engage-dormant-accounts",
        "Re-engage dormant accounts",
        "Writes to accounts of which nobody did anything for 90 days, and tells sales as soon as one answers by a visit or a form.",
        "campaign",
        [TemplateNeed.Start, TemplateNeed.SolutionInterest],
        choices =>
        {
            var interest = choices.SolutionInterest!;
            var active = HasFilter.Some("people", HasFilter.Some("activities", InLastDays("occurredAt", 90)));
            return new TemplateDrawing(choices, "dormant")
                .Add("dormant", "Is the account dormant?", new SplitByAccountsSettings(), Branch("active", "Active", All(active), "still"), Other("write", "Dormant"))
                .Add("still", null, new AccountInterestingMomentSettings("Still active, left alone"), End)
                .Add("write", null, new SendEmailSettings("Is it still on your mind?", "Hello,\n\nwe have not heard from you for a while. Here is what has changed since, on one page."), "listen")
                .Add("listen", "Does anybody come back?", Listen(Activity(ActivityType.PageViews), 14), Next("back"), Timeout("again", "After 14 days"))
                .Add("again", null, new SendEmailSettings("One last question", "Hello,\n\nshould we write again in half a year, or to somebody else of your colleagues? One click tells us."), "form")
                .Add("form", "Does anybody answer?", Listen(Activity(ActivityType.FormFilledOut), 14), Next("back"), Timeout("asleep", "After 14 days"))
                .Add("asleep", null, new UpdateBuyingGroupStatusSettings(interest, "Dormant"), End)
                .Add("back", null, new MergeSettings(), "status")
                .Add("status", null, new UpdateBuyingGroupStatusSettings(interest, "Re-engaged"), "alert")
                .Add("alert", null, new SendSalesAlertSettings(interest), End)
                .Document;
        });

    public static JourneyTemplate EventFollowUp { get; } = new(
        "event-follow-up",
        "Event follow-up",
        "Thanks the people who attended an event, invites their colleagues to the recording, and hands warm accounts to sales.",
        "event_available",
        [TemplateNeed.Start, TemplateNeed.SolutionInterest],
        choices =>
        {
            var interest = choices.SolutionInterest!;
            var attended = HasFilter.Some("activities", FieldFilter.Of("type", ConditionOperator.Is, Text(ActivityType.AttendEvent)), InLastDays("occurredAt", 14));
            return new TemplateDrawing(choices, "event")
                .Add("event", "Does anybody attend?", Listen(Activity(ActivityType.AttendEvent), 30), Next("next-morning"), Timeout("missed", "After 30 days"))
                .Add("missed", null, new SendEmailSettings("The recording, for you", "Hello,\n\nyou could not be there this time. Here are the twenty minutes most people asked about."), End)
                .Add("next-morning", "The next working morning", WorkingDays(1), "people")
                .Add("people", "Who attended?", new SplitByPeopleSettings(), Branch("attended", "Attended", All(attended), "thanks"), Other("colleagues", "Colleagues"))
                .Add("thanks", null, new SendEmailSettings("Thank you for coming", "Hello,\n\nthank you for your time. The slides, and the answer to the question that came up most."), "moment")
                .Add("moment", null, new PersonInterestingMomentSettings("Attended the event and was thanked"), "people-end")
                .Add("colleagues", null, new SendEmailSettings("What your colleague has seen", "Hello,\n\nsomebody of your company joined us. In case you want to talk about it: the recording."), "people-end")
                .Add("people-end", null, new PeopleMergeSettings(new NodeId("people")), "interest")
                .Add("interest", "Is there more interest?", Listen(Activity(ActivityType.FormFilledOut), 14), Next("alert"), Timeout("cool", "After 14 days"))
                .Add("cool", null, new AccountInterestingMomentSettings("Attended the event, did not follow up"), End)
                .Add("alert", null, new SendSalesAlertSettings(interest), End)
                .Document;
        });

    public static JourneyTemplate CrossSell { get; } = new(
        "cross-sell-to-customers",
        "Cross-sell to customers",
        "Offers a further solution to accounts that have bought before: tries two ways of telling it on equal halves, and hands over those who ask for more.",
        "add_shopping_cart",
        [TemplateNeed.Start, TemplateNeed.SolutionInterest],
        choices =>
        {
            var interest = choices.SolutionInterest!;
            var won = HasFilter.Some("opportunities", FieldFilter.Of("state", ConditionOperator.Is, "won"));
            return new TemplateDrawing(choices, "customer")
                .Add("customer", "Has it bought before?", new SplitByAccountsSettings(), Branch("customer", "Customer", All(won), "test"))
                .Add("test", "Which story works?", new VariantSplitSettings(SplitSubject.Accounts), Share("savings", "Savings", 50, "savings"), Share("peers", "Peers", 50, "peers"))
                .Add("savings", null, new SendEmailSettings("What the two together would save you", "Hello,\n\nwith what you use already, the next step pays for itself sooner than you may think. The figures, on one page."), "join")
                .Add("peers", null, new SendEmailSettings("How others went on from where you are", "Hello,\n\nthree customers who began as you did tell what they did next, and why."), "join")
                .Add("join", null, new MergeSettings(), "listen")
                .Add("listen", "Does anybody ask for more?", Listen(Activity(ActivityType.FormFilledOut), 21), Next("status"), Timeout("later", "After 21 days"))
                .Add("later", null, new UpdateBuyingGroupStatusSettings(interest, "Cross-sell later"), End)
                .Add("status", null, new UpdateBuyingGroupStatusSettings(interest, "Interested in more"), "alert")
                .Add("alert", null, new SendSalesAlertSettings(interest), End)
                .Document;
        });
}
