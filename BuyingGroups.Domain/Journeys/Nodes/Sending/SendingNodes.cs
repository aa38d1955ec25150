using BuyingGroups.Domain.Journeys.Validation;

namespace BuyingGroups.Domain.Journeys.Nodes;

internal static class SendingNodes
{
    public static NodeKind Email { get; } = new NodeKind<SendEmailSettings>
    {
        Key = "sendEmail",
        Label = "Send email",
        Help = "Sends an email to each person on the path.",
        Section = NodeSection.PeopleActions,
        New = () => new("", ""),
        Rules = (settings, check) =>
        {
            check.Text("The subject", settings.Subject, SendEmailSettings.SubjectMaxLength);
            check.Text("The body", settings.Body, SendEmailSettings.BodyMaxLength);
        },
    };

    public static NodeKind SalesAlert { get; } = new NodeKind<SendSalesAlertSettings>
    {
        Key = "sendSalesAlert",
        Label = "Send sales alert",
        Help = "Tells the owner of the account about its buying group.",
        Section = NodeSection.AccountActions,
        New = () => new(new JourneyReference(null)),
        Rules = (settings, check) => check.SolutionInterest(settings.SolutionInterest),
        References = (settings, map) => new(map(ReferenceKind.SolutionInterest, settings.SolutionInterest)),
    };

    public static NodeKind Webhook { get; } = new NodeKind<WebhookSettings>
    {
        Key = "webhook",
        Label = "Webhook",
        Help = "Calls a web address about the account.",
        Section = NodeSection.AccountActions,
        New = () => new(""),
        Rules = CheckWebhook,
    };

    private static void CheckWebhook(WebhookSettings settings, NodeCheck check)
    {
        if (!check.Text("The address", settings.Url, WebhookSettings.UrlMaxLength))
            return;
        // A name before the @ would be a password kept in the open.
        if (!Uri.TryCreate(settings.Url, UriKind.Absolute, out var url) || !string.Equals(url.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            || url.Host.Length == 0 || url.UserInfo.Length > 0 || url.Host.Contains('{', StringComparison.Ordinal))
            check.Add(new UrlWrong());
    }
}
