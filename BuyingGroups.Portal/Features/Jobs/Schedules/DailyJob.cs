using BuyingGroups.Data.Jobs;

namespace BuyingGroups.Portal.Features.Jobs.Schedules;

/// <summary>Something that runs every day at a time an admin sets. Register one with the container and it is scheduled and shown.</summary>
/// <param name="Key">Stable key, in kebab case.</param>
/// <param name="Title">English title, also the text key.</param>
/// <param name="Detail">What it does, English, also the text key.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Usual">When it runs until an admin says otherwise.</param>
/// <param name="Kind">The kind of background work it queues, to find the last one.</param>
/// <param name="Make">Makes the background job.</param>
public sealed record DailyJob(string Key, string Title, string Detail, string Icon, TimeOnly Usual, string Kind, Func<BackgroundJob> Make);
