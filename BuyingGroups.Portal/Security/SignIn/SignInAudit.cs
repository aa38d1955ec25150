using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Identity;
using BuyingGroups.Domain.Actors;
using BuyingGroups.Portal.Security.Audit;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>The lines that coming and going leave in the audit log.</summary>
public static class SignInAudit
{
    public const string SignedIn = "SignIn";
    public const string Failed = "SignInFailed";
    public const string LockedOut = "SignInLockedOut";
    public const string SignedOut = "SignOut";

    /// <summary>Appends one line; <paramref name="user"/> is null when nobody of that email exists. What was typed is not kept: it may be a password in the wrong field.</summary>
    public static async Task AppendAsync(
        this AuditTrail trail, PortalDbContext context, PortalUser? user, string action, string from, DateTime now, string? reason, CancellationToken cancellationToken)
    {
        var actor = await trail.ActorIdAsync(context, user is null ? Actor.Portal : Actor.User(user.Id, user.DisplayName), cancellationToken);
        await AuditTrail.AppendAsync(
            context, actor, from, action, now,
            [("User", user?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown", user?.DisplayName, null, reason is null ? null : JsonSerializer.Serialize(new { reason }))],
            cancellationToken);
    }
}
