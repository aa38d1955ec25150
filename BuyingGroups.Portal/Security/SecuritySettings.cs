using System.Net;

namespace BuyingGroups.Portal.Security;

/// <summary>The settings under Security: in appsettings.json.</summary>
/// <param name="Https">Security:Https. Outside of Development the portal is reached by https unless this says false.</param>
/// <param name="ForwardedHeaders">Security:ForwardedHeaders: a proxy stands in front and says who asks.</param>
/// <param name="KnownProxies">Security:KnownProxies: the addresses whose word on that counts, beside this machine.</param>
/// <param name="SignInAttemptsPerMinute">Security:SignInAttemptsPerMinute, per address.</param>
public sealed record SecuritySettings(bool Https, bool ForwardedHeaders, IReadOnlyList<IPAddress> KnownProxies, int SignInAttemptsPerMinute)
{
    /// <summary>A browser takes a cookie of this prefix only from this very host and only by https.</summary>
    public string CookiePrefix => Https ? "__Host-portal-" : "portal-";

    public CookieSecurePolicy CookieSecurity => Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public static SecuritySettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Security");
        return new SecuritySettings(
            section.GetValue("Https", !environment.IsDevelopment()),
            section.GetValue("ForwardedHeaders", false),
            [.. (section.GetSection("KnownProxies").Get<string[]>() ?? []).Select(IPAddress.Parse)],
            section.GetValue("SignInAttemptsPerMinute", 30));
    }
}
