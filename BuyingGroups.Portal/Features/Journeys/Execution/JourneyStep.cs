using BuyingGroups.Domain.Journeys;

namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>What a node kind does to all entries of a transaction at once. One class per kind, in the kind's folder.</summary>
public abstract class JourneyStep
{
    /// <summary>The settings it carries out.</summary>
    public abstract Type Settings { get; }

    /// <summary>Carries it out by set statements in the transaction. Visits and statistics of a node that only passes on are written by the segment.</summary>
    /// <param name="at">The node and who is there.</param>
    /// <param name="run">The transaction.</param>
    /// <param name="cancellationToken">Stops between and in statements; the transaction is then rolled back.</param>
    public abstract Task RunAsync(StepAt at, SegmentRun run, CancellationToken cancellationToken);
}

/// <inheritdoc />
/// <typeparam name="TSettings">The settings it carries out.</typeparam>
public abstract class JourneyStep<TSettings> : JourneyStep
    where TSettings : NodeSettings
{
    public sealed override Type Settings => typeof(TSettings);

    public sealed override Task RunAsync(StepAt at, SegmentRun run, CancellationToken cancellationToken) => RunAsync((TSettings)at.Node.Node.Settings, at, run, cancellationToken);

    /// <inheritdoc cref="RunAsync(StepAt, SegmentRun, CancellationToken)"/>
    protected abstract Task RunAsync(TSettings settings, StepAt at, SegmentRun run, CancellationToken cancellationToken);
}

/// <summary>A node and who is there.</summary>
/// <param name="Node">The node.</param>
/// <param name="Lanes">The lanes that are not empty, as SQL lists them.</param>
/// <param name="Entries">How many entries.</param>
public sealed record StepAt(PlanNode Node, string Lanes, long Entries)
{
    /// <summary>What the visit tells beside the path: an SQL expression over w (the entry's row in the work table), or null.</summary>
    public string? Detail { get; set; }
}
