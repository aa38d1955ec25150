using Quartz;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>Something the portal does by itself every few seconds or minutes. Registered with <see cref="AddClockJobExtensions.AddClockJob"/> it runs and is shown to admins.</summary>
/// <param name="Title">English title, also the text key.</param>
/// <param name="Detail">What it does, English, also the text key.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Every">How often.</param>
/// <param name="Jobs">What Quartz starts: one, or one for each worker.</param>
public sealed record ClockJob(string Title, string Detail, string Icon, TimeSpan Every, params IReadOnlyList<JobKey> Jobs)
{
    /// <summary>Its key for admins and in the audit log.</summary>
    public string Key => Jobs[0].Name;

    /// <summary>False for what carries everything an admin starts: with it paused no button would do anything.</summary>
    public bool MayPause { get; init; } = true;

    /// <summary>The names under which its pause and its last result are kept.</summary>
    public IReadOnlyList<string> Names => [.. Jobs.Select(job => job.Name)];
}

/// <summary>Registers clock jobs.</summary>
public static class AddClockJobExtensions
{
    /// <summary>Adds a job that Quartz starts at its interval, on one node at a time.</summary>
    public static IServiceCollection AddClockJob<TJob>(this IServiceCollection services, ClockJob clockJob)
        where TJob : IJob
    {
        services.AddSingleton(clockJob);
        return services.AddQuartz(quartz =>
        {
            foreach (var key in clockJob.Jobs)
            {
                quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(key.Name).StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(clockJob.Every).RepeatForever()));
            }
        });
    }

    /// <summary>True when the clock started it, false when somebody asked for it: a trigger of the clock is named like its job.</summary>
    public static bool IsOfTheClock(this ITrigger trigger) => string.Equals(trigger.Key.Name, trigger.JobKey.Name, StringComparison.Ordinal);
}
