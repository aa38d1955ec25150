using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Features.Users;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Profile;

/// <summary>Changes one's own name, clock and language.</summary>
/// <param name="DisplayName">Shown to others.</param>
/// <param name="TimeZone">IANA name; null for the portal's.</param>
/// <param name="Culture">How dates and numbers are written; null for the browser's.</param>
/// <param name="UsesShortcuts">Single letters do something.</param>
[Requires(Permissions.SignedIn)]
public sealed record ChangeProfile(string DisplayName, string? TimeZone, string? Culture, bool UsesShortcuts) : ICommand<Done>;

/// <summary>There is no such time zone or culture.</summary>
/// <param name="Value">What was chosen.</param>
public sealed record UnknownChoice(string Value) : Refusal("“{0}” is not known here. Nothing was changed; choose another and save again.", Value);

public sealed class ChangeProfileHandler : ICommandHandler<ChangeProfile, Done>
{
    /// <summary>The ways of writing dates and numbers that the portal offers.</summary>
    public static IReadOnlyList<string> Cultures { get; } = ["en-GB", "en-US"];

    public async Task<Outcome<Done>> HandleAsync(ChangeProfile command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await OwnUser.FindAsync(context, cancellationToken) is not { } user)
            return new NotSignedIn();
        if (string.IsNullOrWhiteSpace(command.DisplayName))
            return new Required("Name");
        if (command.DisplayName.Trim().Length > PortalUser.NameMaxLength)
            return new TooLong("Name", PortalUser.NameMaxLength);
        if (command.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return new UnknownChoice(zone);
        if (command.Culture is { } culture && !Cultures.Contains(culture, StringComparer.Ordinal))
            return new UnknownChoice(culture);
        var before = new { user.DisplayName, user.TimeZone, user.Culture, user.UsesShortcuts };
        (user.DisplayName, user.TimeZone, user.Culture, user.UsesShortcuts) = (command.DisplayName.Trim(), command.TimeZone, command.Culture, command.UsesShortcuts);
        UserRules.Touch(user);
        context.Audit("User", user.Id, user.DisplayName, before, command);
        return Done.Instance;
    }
}
