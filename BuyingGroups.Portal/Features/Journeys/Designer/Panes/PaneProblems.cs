using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Validation;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes;

/// <summary>At which field of a pane a problem is shown.</summary>
public static class PaneProblems
{
    /// <summary>The field's key; empty for what concerns the node as a whole.</summary>
    public static string FieldOf(Refusal problem, NodeSettings settings) => problem switch
    {
        ReferenceMissing { What: var what } => OfReference(what, settings),
        ReferenceUnknown { What: var what } => OfReference(what, settings),
        SourceNotLive { What: var what } => OfReference(what, settings),
        TextMissing { What: var what } => OfText(what),
        TextTooLong { What: var what } => OfText(what),
        TwoSources => PaneField.Source,
        ListNotStatic => PaneField.AccountList,
        OwnJourney or OtherJourneyNotLive => PaneField.Journey,
        TemplateNotLive or NoStageModel => PaneField.SolutionInterest,
        RoleNotInTemplate => PaneField.Role,
        StageNotInModel => PaneField.Stage,
        FieldUnknown or FieldFixed or ValueWithoutField => PaneField.Field,
        UrlWrong => PaneField.Address,
        TimeZoneUnknown or DurationOrDate or DurationTooShort or WaitTooLong or DateInThePast or MustEndOnWrong => PaneField.Wait,
        EventUnknown or EventSettingStray => PaneField.Event,
        TooManyConstraints or ComparisonWrong => PaneField.Attributes,
        ScoreRangeWrong => PaneField.Score,
        ConditionCannotBeUsed => PaneField.Person,
        SubjectUnknown => PaneField.Subject,
        PercentsDoNotSum or BranchCountWrong => PaneField.Paths,
        // What the rules of a field say about a value.
        _ when settings is UpdateAccountProfileSettings or UpdatePersonProfileSettings && problem.GetType().Namespace != typeof(Unreachable).Namespace => PaneField.Value,
        _ => "",
    };

    private static string OfReference(string what, NodeSettings settings) => what switch
    {
        _ when settings is AccountAudienceSettings => PaneField.Source,
        "account list" => PaneField.AccountList,
        "solution interest" => PaneField.SolutionInterest,
        "role" => PaneField.Role,
        "stage" => PaneField.Stage,
        "journey" => PaneField.Journey,
        "activity type" => PaneField.ActivityType,
        "field" => PaneField.Field,
        _ => "",
    };

    private static string OfText(string what) => what switch
    {
        "The name" => PaneField.Name,
        "The text" => PaneField.Text,
        "The status" => PaneField.Status,
        "The subject" => PaneField.EmailSubject,
        "The body" => PaneField.Body,
        "The address" => PaneField.Address,
        "The name of the attribute" or "The value of the attribute" => PaneField.Attributes,
        "The new value" => PaneField.Value,
        _ => "",
    };
}
