using System.Globalization;
using System.Threading.RateLimiting;

namespace BuyingGroups.Portal.Api.Access;

/// <summary>The settings under Api:.</summary>
/// <param name="CallsPerMinute">Api:CallsPerMinute, for each key.</param>
/// <param name="WrongKeysPerMinute">Api:WrongKeysPerMinute, from each address.</param>
public sealed record ApiSettings(int CallsPerMinute, int WrongKeysPerMinute)
{
    /// <summary>Reads them; 600 calls and 30 wrong keys unless said otherwise.</summary>
    public static ApiSettings Read(IConfiguration configuration) => new(configuration.GetValue("Api:CallsPerMinute", 600), configuration.GetValue("Api:WrongKeysPerMinute", 30));
}

/// <summary>Keeps one program from taking the whole portal, and slows down who tries keys. Each node counts for itself.</summary>
public sealed class ApiThrottle(ApiSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _calls = PerMinute(settings.CallsPerMinute);
    private readonly PartitionedRateLimiter<string> _guesses = PerMinute(settings.WrongKeysPerMinute);

    /// <summary>False when the key has used up its calls.</summary>
    public bool Allows(int key)
    {
        using var lease = _calls.AttemptAcquire(key.ToString(CultureInfo.InvariantCulture));
        return lease.IsAcquired;
    }

    /// <summary>Notes a wrong key; false when the address has shown so many that it is told to wait.</summary>
    public bool AllowsWrongKey(string address)
    {
        using var lease = _guesses.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        _calls.Dispose();
        _guesses.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int most) => PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetSlidingWindowLimiter(name, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
}
