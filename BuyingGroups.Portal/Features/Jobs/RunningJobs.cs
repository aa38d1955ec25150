using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Notifications;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>The chip in the top bar: one's own jobs, and everybody's for who manages the portal.</summary>
public sealed class RunningJobs(JobBoard board, Gateway gateway, IStringLocalizer<Text> texts) : IRunningJobs
{
    public event Action? Changed
    {
        add => board.Changed += value;
        remove => board.Changed -= value;
    }

    public async Task<IReadOnlyList<RunningJob>> CurrentAsync(CurrentUser user, CancellationToken cancellation)
    {
        var all = user.May(Permissions.ConfigurationManage);
        return
        [
            .. (await board.RunningAsync(cancellation))
                .Where(job => all || job.UserId?.ToString(System.Globalization.CultureInfo.InvariantCulture) == user.Id)
                .Select(job => new RunningJob(
                    job.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), texts[job.Title, JobTitle.ArgumentsOf(job.TitleArguments)],
                    job.DoneUnits, job.TotalUnits, $"/jobs/{job.Id}", () => gateway.SendAsync(new CancelJob(job.Id)))),
        ];
    }
}
