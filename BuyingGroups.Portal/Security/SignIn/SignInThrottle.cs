using System.Threading.RateLimiting;

namespace BuyingGroups.Portal.Security.SignIn;

/// <summary>Slows down guessing: each address has so many tries a minute, for passwords and codes together.</summary>
public sealed class SignInThrottle(SecuritySettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = settings.SignInAttemptsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>False when the address has used up its tries; the answer then has status 429.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context.From());
        if (lease.IsAcquired)
            return true;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "60";
        return false;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Where a request came from, as the audit log has it.</summary>
public static class RequestOrigin
{
    public static string From(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "browser";
}
