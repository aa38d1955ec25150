using System.Globalization;
using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Views;
using BuyingGroups.Portal.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>How far scores are, kept in the settings by the last rescoring that came to its end.</summary>
/// <param name="TimeZone">The zone whose days were counted.</param>
/// <param name="ThroughActivity">Activities up to this number are in the days for certain.</param>
/// <param name="FirstDay">The first day of its window.</param>
/// <param name="TrimmedOn">The day on which old days were dropped.</param>
/// <param name="At">When it began (UTC).</param>
/// <param name="ModelId">The model it used.</param>
public sealed record EngagementState(string TimeZone, long ThroughActivity, int FirstDay, int TrimmedOn, DateTime At, int ModelId)
{
    /// <summary>Days of history kept until an admin says otherwise.</summary>
    public const int UsualKeepDays = 180;

    private const string Key = "engagement:state";
    private const string KeepKey = "engagement:keep-days";

    /// <summary>On servers a transaction may commit activities with lower numbers than those seen before: what came in this long before a run is looked at again by the next.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);

    /// <summary>The state; null before the first rescoring.</summary>
    public static async Task<EngagementState?> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        await ValueAsync(database, Key, cancellationToken) is { } value ? JsonSerializer.Deserialize<EngagementState>(value, JobRun.Json) : null;

    /// <summary>Keeps the state; the caller saves.</summary>
    public static Task KeepAsync(PortalDbContext database, EngagementState state, CancellationToken cancellationToken) =>
        SetAsync(database, Key, JsonSerializer.Serialize(state, JobRun.Json), cancellationToken);

    /// <summary>How many days of history are kept.</summary>
    public static async Task<int> KeepDaysAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        int.TryParse(await ValueAsync(database, KeepKey, cancellationToken), CultureInfo.InvariantCulture, out var days) ? days : UsualKeepDays;

    /// <summary>Sets it; the caller saves.</summary>
    public static Task SetKeepDaysAsync(PortalDbContext database, int days, CancellationToken cancellationToken) =>
        SetAsync(database, KeepKey, days.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>The last activity, above <paramref name="seen"/>, below which no other can still appear.</summary>
    public static async Task<long> SettledAsync(PortalDbContext database, long seen, DateTime now, CancellationToken cancellationToken)
    {
        var settled = now - Settling;
        return await database.Activities.Where(a => a.Id > seen && a.RecordedAt <= settled).MaxAsync(a => (long?)a.Id, cancellationToken) ?? seen;
    }

    private static Task<string?> ValueAsync(PortalDbContext database, string key, CancellationToken cancellationToken) =>
        database.Settings.AsNoTracking().Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);

    private static async Task SetAsync(PortalDbContext database, string key, string value, CancellationToken cancellationToken)
    {
        var setting = await database.Settings.FirstOrDefaultAsync(s => s.Key == key, cancellationToken);
        if (setting is null)
            database.Settings.Add(setting = new Setting { Key = key, Value = "" });
        setting.Value = value;
    }
}
