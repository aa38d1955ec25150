namespace BuyingGroups.Domain.Journeys.Nodes;

/// <summary>An email to each person on the path; leaves through the outbox.</summary>
/// <param name="Subject">Subject template, at most 255 characters.</param>
/// <param name="Body">Body template.</param>
public sealed record SendEmailSettings(string Subject, string Body) : PeopleActionSettings
{
    /// <summary>Longest subject.</summary>
    public const int SubjectMaxLength = 255;

    /// <summary>Longest body.</summary>
    public const int BodyMaxLength = 100_000;

    /// <inheritdoc />
    public override string Kind => "sendEmail";
}

/// <summary>A sales alert about the account's group to the account's owner; leaves through the outbox.</summary>
/// <param name="SolutionInterest">Whose group.</param>
public sealed record SendSalesAlertSettings(JourneyReference SolutionInterest) : AccountActionSettings
{
    /// <inheritdoc />
    public override string Kind => "sendSalesAlert";
}

/// <summary>A call to a web address about the account; leaves through the outbox.</summary>
/// <param name="Url">Absolute https address, at most 2,000 characters.</param>
public sealed record WebhookSettings(string Url) : AccountActionSettings
{
    /// <summary>Longest address.</summary>
    public const int UrlMaxLength = 2000;

    /// <inheritdoc />
    public override string Kind => "webhook";
}
