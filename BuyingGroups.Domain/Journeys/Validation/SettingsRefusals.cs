using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Domain.Journeys.Validation;

/// <summary>An id not in its form.</summary>
public sealed record NodeIdInvalid() : Refusal("The id of the node is not made of 1 to 40 lower-case letters, digits and hyphens. Give it another.");

/// <summary>A text is missing.</summary>
/// <param name="What">The text.</param>
public sealed record TextMissing(string What) : Refusal("{0} is empty. Fill it in.", What);

/// <summary>A text is too long.</summary>
/// <param name="What">The text.</param>
/// <param name="Most">Characters allowed.</param>
public sealed record TextTooLong(string What, int Most) : Refusal("{0} is longer than {1} characters. Shorten it.", What, Most);

/// <summary>Nothing was chosen.</summary>
/// <param name="What">What is to be chosen.</param>
public sealed record ReferenceMissing(string What) : Refusal("No {0} is chosen. Choose one.", What);

/// <summary>What is named is not there.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Called">Its name or id.</param>
public sealed record ReferenceUnknown(string What, string Called) : Refusal("There is no {0} “{1}” (any more). Choose another.", What, Called);

/// <summary>Something is still a draft.</summary>
/// <param name="What">What kind of thing.</param>
/// <param name="Called">Its name.</param>
public sealed record SourceNotLive(string What, string Called) : Refusal("The {0} “{1}” is not live. Publish it, or choose another.", What, Called);

/// <summary>The role template of a solution interest is a draft.</summary>
/// <param name="Interest">The solution interest.</param>
public sealed record TemplateNotLive(string Interest) : Refusal("The solution interest “{0}” has a role template that is not live. Publish that, or choose another solution interest.", Interest);

/// <summary>A role that the solution interest does not have.</summary>
/// <param name="Role">The role.</param>
/// <param name="Interest">The solution interest.</param>
public sealed record RoleNotInTemplate(string Role, string Interest) : Refusal("The role “{0}” is not in the role template of “{1}”. Choose one of its roles.", Role, Interest);

/// <summary>A solution interest without stages.</summary>
/// <param name="Interest">The solution interest.</param>
public sealed record NoStageModel(string Interest) : Refusal("The solution interest “{0}” has no stage model. Give it one, or choose another.", Interest);

/// <summary>A stage of another model.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Interest">The solution interest.</param>
public sealed record StageNotInModel(string Stage, string Interest) : Refusal("The stage “{0}” is not in the stage model of “{1}”. Choose one of its stages.", Stage, Interest);

/// <summary>A list that fills itself.</summary>
/// <param name="List">The list.</param>
public sealed record ListNotStatic(string List) : Refusal("The account list “{0}” is dynamic: its condition decides who is on it. Choose a static list.", List);

/// <summary>An audience and a list at once.</summary>
public sealed record TwoSources() : Refusal("An audience and an account list are both chosen. Choose one of them.");

/// <summary>The journey names itself.</summary>
public sealed record OwnJourney() : Refusal("The journey names itself. Choose another; use re-entry for accounts that may come again.");

/// <summary>Another journey that lets nobody in.</summary>
/// <param name="Journey">Its name.</param>
public sealed record OtherJourneyNotLive(string Journey) : Refusal("The journey “{0}” is not live, so it lets nobody in. Publish it, or accounts are passed by.", Journey);

/// <summary>A field that is not there.</summary>
/// <param name="Field">Its key.</param>
public sealed record FieldUnknown(string Field) : Refusal("There is no field “{0}” (any more). Choose another.", Field);

/// <summary>A field that no journey may set.</summary>
/// <param name="Field">Its name.</param>
public sealed record FieldFixed(string Field) : Refusal("{0} tells people apart and cannot be set for many at once. Choose another field.", Field);

/// <summary>Not an https address.</summary>
public sealed record UrlWrong() : Refusal("The address must be a complete one that begins with https:// and holds no user name. Correct it.");

/// <summary>A condition with a problem.</summary>
/// <param name="What">Which condition.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Place">Its place in the condition; see <see cref="Conditions.ConditionPath"/>.</param>
public sealed record ConditionCannotBeUsed(string What, Refusal Problem, string Place) : Refusal("{0} cannot be used: {1}", What, Problem);

/// <summary>A zone that does not exist.</summary>
/// <param name="Zone">Its name.</param>
public sealed record TimeZoneUnknown(string Zone) : Refusal("There is no time zone “{0}”. Choose one, such as Europe/Stockholm.", Zone);

/// <summary>Neither or both of duration and date.</summary>
public sealed record DurationOrDate() : Refusal("Give either a duration or a date. Correct it.");

/// <summary>A duration of nothing.</summary>
public sealed record DurationTooShort() : Refusal("The duration must be a whole number from 1; 0 only with days or a time it must end on. Correct it.");

/// <summary>A wait longer than any journey.</summary>
/// <param name="Years">Most years.</param>
public sealed record WaitTooLong(int Years) : Refusal("That is longer than the {0} years a journey may last. Shorten it.", Years);

/// <summary>A date that has passed.</summary>
public sealed record DateInThePast() : Refusal("The date has passed, so nobody waits. Choose a later one, or remove the wait.");

/// <summary>"Must end on" without days or time, or with a day twice.</summary>
public sealed record MustEndOnWrong() : Refusal("Choose weekdays, each once, or a time of day for the wait to end on, or leave it out. Correct it.");

/// <summary>A path for a timeout that never comes.</summary>
public sealed record TimeoutMissing() : Refusal("There is a path for the timeout, but no timeout. Say how long to listen, or remove the path.");

/// <summary>An event that does not exist.</summary>
public sealed record EventUnknown() : Refusal("There is no such event. Choose one.");

/// <summary>A setting that the event does not have.</summary>
/// <param name="Setting">The setting.</param>
public sealed record EventSettingStray(string Setting) : Refusal("“{0}” does not belong to this event, so nothing would look at it. Remove it.", Setting);

/// <summary>Too many attributes of an activity.</summary>
/// <param name="Most">How many may be.</param>
public sealed record TooManyConstraints(int Most) : Refusal("An activity may be constrained by at most {0} attributes. Remove some.", Most);

/// <summary>An attribute compared in a way that events do not know.</summary>
/// <param name="Attribute">The attribute.</param>
public sealed record ComparisonWrong(string Attribute) : Refusal("The attribute “{0}” can be compared with “is”, “contains” and “starts with” only. Choose one of them.", Attribute);

/// <summary>A new value of no field.</summary>
public sealed record ValueWithoutField() : Refusal("A new value is given, but not of which field. Choose the field.");

/// <summary>Scores out of range.</summary>
public sealed record ScoreRangeWrong() : Refusal("Scores are from 0 to 100, and the lower end is not above the upper. Correct them.");

/// <summary>A start too far away.</summary>
/// <param name="Years">Most years.</param>
public sealed record StartTooLate(int Years) : Refusal("The journey starts in more than {0} years. Choose an earlier start.", Years);

/// <summary>An end that has passed.</summary>
public sealed record EndInThePast() : Refusal("The end date has passed. Choose a later one.");

/// <summary>An end before the start.</summary>
public sealed record EndBeforeStart() : Refusal("The journey ends before it starts. Correct one of the dates.");

/// <summary>An end too far away.</summary>
/// <param name="Years">Most years.</param>
public sealed record EndTooLate(int Years) : Refusal("The journey ends more than {0} years after it starts. Choose an earlier end.", Years);

/// <summary>A delay out of range.</summary>
/// <param name="Years">Most years.</param>
public sealed record ReEntryDelayWrong(int Years) : Refusal("The delay before an account may enter again must be from 0 to {0} years after start or end. Correct it.", Years);

/// <summary>An entry limit out of range.</summary>
/// <param name="Least">Fewest.</param>
/// <param name="Most">Most.</param>
public sealed record ReEntryLimitWrong(int Least, int Most) : Refusal("The number of entries of one account must be from {0} to {1}. Correct it, or leave it out for no limit.", Least, Most);
