using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.Schedules;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>When daily jobs run, as kept in the settings.</summary>
internal static class DailySchedules
{
    /// <summary>The schedule of a job; null when nobody ever set or looked at it.</summary>
    public static async Task<Kept?> ReadAsync(PortalDbContext database, DailyJob job, CancellationToken cancellationToken)
    {
        var key = KeyOf(job);
        return await database.Settings.AsNoTracking().Where(s => s.Key == key).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken) is { } value
            ? JsonSerializer.Deserialize<Kept>(value, JobRun.Json)
            : null;
    }

    /// <summary>Keeps it; the caller saves.</summary>
    public static async Task KeepAsync(PortalDbContext database, DailyJob job, Kept kept, CancellationToken cancellationToken)
    {
        var key = KeyOf(job);
        var setting = await database.Settings.FirstOrDefaultAsync(s => s.Key == key, cancellationToken);
        if (setting is null)
            database.Settings.Add(setting = new Setting { Key = key, Value = "" });
        setting.Value = JsonSerializer.Serialize(kept, JobRun.Json);
    }

    private static string KeyOf(DailyJob job) => $"daily:{job.Key}";

    /// <param name="At">The time of day.</param>
    /// <param name="IsOn">False while paused.</param>
    /// <param name="Through">Up to this moment (UTC) nothing is owed.</param>
    internal sealed record Kept(TimeOnly At, bool IsOn, DateTime Through)
    {
        public DailySchedule Schedule => new(At, IsOn);
    }
}
