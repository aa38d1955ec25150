using System.Text.Json;
using BuyingGroups.Data;
using BuyingGroups.Data.Views;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Refusals;
using BuyingGroups.Portal.Security;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Portal.Features.HandOvers;

/// <summary>When a group is ready for sales.</summary>
[Requires(Permissions.BuyingGroupsView)]
public sealed record GetHandOverThresholds : IQuery<HandOverThresholds>;

/// <summary>How many groups would be past some thresholds now.</summary>
/// <param name="Thresholds">The thresholds.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record CountReadyGroups(HandOverThresholds Thresholds) : IQuery<int>;

/// <summary>Sets when a group is ready for sales; from the next minute on groups are offered by it.</summary>
/// <param name="Completeness">At least so complete, 0–100 %.</param>
/// <param name="Engagement">At least so engaged, 0–100.</param>
/// <param name="Stages">In one of these stages; empty for any.</param>
[Requires(Permissions.ConfigurationManage)]
public sealed record SetHandOverThresholds(int Completeness, int Engagement, IReadOnlyList<int> Stages) : ICommand<Done>;

/// <summary>A threshold is out of range.</summary>
/// <param name="Name">Which.</param>
public sealed record ThresholdOutOfRange(string Name) : Refusal("{0} must be a whole number from 0 to 100. Nothing was changed.", Name);

/// <summary>Reads and keeps the thresholds.</summary>
internal static class HandOverSettings
{
    private const string Key = "hand-over.thresholds";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<HandOverThresholds> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        await database.Settings.Where(s => s.Key == Key).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken) is { } kept
            ? JsonSerializer.Deserialize<HandOverThresholds>(kept, Json) ?? HandOverThresholds.Usual
            : HandOverThresholds.Usual;

    public static async Task KeepAsync(PortalDbContext database, HandOverThresholds thresholds, CancellationToken cancellationToken)
    {
        var value = JsonSerializer.Serialize(thresholds, Json);
        if (await database.Settings.FirstOrDefaultAsync(s => s.Key == Key, cancellationToken) is { } setting)
            setting.Value = value;
        else
            database.Settings.Add(new Setting { Key = Key, Value = value });
    }

    /// <summary>The groups past the thresholds: <see cref="HandOverRules.IsReady"/> as a query. Won and lost groups are past everything, unless their stage is asked for.</summary>
    public static IQueryable<Domain.BuyingGroups.BuyingGroup> Ready(PortalDbContext database, HandOverThresholds thresholds)
    {
        var (complete, engaged, stages) = (thresholds.Completeness, thresholds.Engagement - 0.5, thresholds.Stages);
        var ready = database.BuyingGroups.Where(g => g.Completeness >= complete && g.EngagementScore >= engaged);
        return stages.Count > 0
            ? ready.Where(g => g.StageId != null && stages.Contains(g.StageId.Value))
            : ready.Where(g => g.Stage == null || (g.Stage.Kind != Domain.Stages.StageKind.Success && g.Stage.Kind != Domain.Stages.StageKind.Failure));
    }
}

public sealed class HandOverThresholdsHandler : IQueryHandler<GetHandOverThresholds, HandOverThresholds>, IQueryHandler<CountReadyGroups, int>, ICommandHandler<SetHandOverThresholds, Done>
{
    public async Task<Outcome<HandOverThresholds>> HandleAsync(GetHandOverThresholds query, QueryContext context, CancellationToken cancellationToken) =>
        await HandOverSettings.ReadAsync(context.Database, cancellationToken);

    public async Task<Outcome<int>> HandleAsync(CountReadyGroups query, QueryContext context, CancellationToken cancellationToken) =>
        await HandOverSettings.Ready(context.Database, query.Thresholds).CountAsync(cancellationToken);

    public async Task<Outcome<Done>> HandleAsync(SetHandOverThresholds command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.Completeness is < 0 or > 100)
            return new ThresholdOutOfRange("Completeness");
        if (command.Engagement is < 0 or > 100)
            return new ThresholdOutOfRange("Engagement");
        var stages = command.Stages.Distinct().ToList();
        if (await context.Database.Stages.CountAsync(s => stages.Contains(s.Id), cancellationToken) != stages.Count)
            return new NotFound("stage", string.Join(", ", stages));
        var before = await HandOverSettings.ReadAsync(context.Database, cancellationToken);
        var after = new HandOverThresholds(command.Completeness, command.Engagement, stages);
        await HandOverSettings.KeepAsync(context.Database, after, cancellationToken);
        context.Audit("HandOver", "thresholds", "Hand-over to sales", before, after);
        return Done.Instance;
    }
}
