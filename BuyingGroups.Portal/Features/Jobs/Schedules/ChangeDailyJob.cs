using BuyingGroups.Data.Jobs;
using BuyingGroups.Domain;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>Sets when a daily job runs, or pauses it.</summary>
/// <param name="Key">The job.</param>
/// <param name="At">Time of day in the portal's time zone, as HH:mm.</param>
/// <param name="IsOn">False to pause it.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record ChangeDailyJob(string Key, string At, bool IsOn) : ICommand<Done>;

/// <summary>The time is none.</summary>
/// <param name="At">What was typed.</param>
public sealed record NoTimeOfDay(string At) : Refusal("“{0}” is no time of day. Nothing was changed; write it as 02:30.", At);

/// <summary>Runs a daily job now, whatever its schedule says.</summary>
/// <param name="Key">The job.</param>
/// <returns>The background job to follow.</returns>
[Requires(Permissions.ConfigurationManage)]
public sealed record RunDailyJob(string Key) : ICommand<long>;

public sealed class ChangeDailyJobHandler(IEnumerable<DailyJob> jobs, PortalTimeZone zone) : ICommandHandler<ChangeDailyJob, Done>, ICommandHandler<RunDailyJob, long>
{
    public async Task<Outcome<Done>> HandleAsync(ChangeDailyJob command, CommandContext context, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(job => job.Key == command.Key) is not { } job)
            return new NotFound("daily job", command.Key);
        if (!TimeOnly.TryParseExact(command.At, ["HH:mm", "HH:mm:ss"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var at))
            return new NoTimeOfDay(command.At);
        var before = await DailySchedules.ReadAsync(context.Database, job, cancellationToken);
        var kept = new DailySchedules.Kept(at, command.IsOn, DateTime.MinValue);
        // Changing a schedule runs nothing by itself, whatever moments lie between the old time and the new one.
        await DailySchedules.KeepAsync(context.Database, job, kept with { Through = kept.Schedule.LastDue(context.Now, zone.Name) }, cancellationToken);
        context.Audit(nameof(DailyJob), job.Key, job.Title, new { At = before?.At ?? job.Usual, IsOn = before?.IsOn ?? true }, new { At = at, command.IsOn });
        return Done.Instance;
    }

    public async Task<Outcome<long>> HandleAsync(RunDailyJob command, CommandContext context, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(job => job.Key == command.Key) is not { } daily)
            return new NotFound("daily job", command.Key);
        var job = context.Enqueue(daily.Make());
        await context.Database.SaveChangesAsync(cancellationToken);
        context.Audit(nameof(BackgroundJob), job.Id, JobTitle.Of(job));
        return job.Id;
    }
}
