using BuyingGroups.Domain.Actors;

namespace BuyingGroups.Portal.Security;

/// <summary>Who asks: the person at the browser, the API key, the command line or a job; what they may do; and the clock they read.</summary>
/// <param name="Actor">Who is recorded as the maker of the change.</param>
/// <param name="UserId">The user's id; null for jobs and the command line.</param>
/// <param name="Permissions">What the caller holds. See <see cref="Security.Permissions"/>.</param>
/// <param name="From">Where the call came from, for the audit log: an address, "command line", "job".</param>
public sealed record Caller(Actor Actor, int? UserId, IReadOnlySet<string> Permissions, string From)
{
    /// <summary>The person's display name, or the name of the job or program.</summary>
    public string Name => Actor.Name;

    /// <summary>True when the caller holds <paramref name="permission"/>; anyone signed in holds <see cref="Security.Permissions.SignedIn"/>.</summary>
    public bool May(string permission) =>
        Permissions.Contains(permission) || string.Equals(permission, Security.Permissions.SignedIn, StringComparison.Ordinal);
}
