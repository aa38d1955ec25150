namespace BuyingGroups.Portal.Features.Journeys.Designer.Panes;

/// <summary>The fields of property panes, as problems name them.</summary>
public static class PaneField
{
    public const string Name = "name";
    public const string Source = "source";
    public const string AccountList = "accountList";
    public const string Journey = "journey";
    public const string SolutionInterest = "solutionInterest";
    public const string Role = "role";
    public const string Stage = "stage";
    public const string Status = "status";
    public const string Text = "text";
    public const string EmailSubject = "emailSubject";
    public const string Body = "body";
    public const string Address = "address";
    public const string Field = "field";
    public const string Value = "value";
    public const string Wait = "wait";
    public const string Event = "event";
    public const string ActivityType = "activityType";
    public const string Attributes = "attributes";
    public const string Score = "score";
    public const string Person = "person";
    public const string Subject = "subject";
    public const string Paths = "paths";
}
