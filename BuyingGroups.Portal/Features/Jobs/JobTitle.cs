using System.Globalization;
using System.Text.Json;
using BuyingGroups.Data.Jobs;

namespace BuyingGroups.Portal.Features.Jobs;

/// <summary>A job's title in English; pages localise <see cref="BackgroundJob.Title"/> with <see cref="ArgumentsOf"/>.</summary>
public static class JobTitle
{
    public static string Of(BackgroundJob job) => string.Format(CultureInfo.InvariantCulture, job.Title, ArgumentsOf(job.TitleArguments));

    public static object[] ArgumentsOf(string json) => JsonSerializer.Deserialize<string[]>(json, JobRun.Json) ?? [];
}
