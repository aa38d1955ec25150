namespace BuyingGroups.Portal.Features.Journeys.Execution;

/// <summary>How much the engine does at once and how long it may stand still (Journeys in the configuration).</summary>
/// <param name="Batch">Entries a transaction carries at most; the database's own measure when null.</param>
/// <param name="Lease">How long a lease holds without a transaction that renews it: a killed worker is replaced after that.</param>
public sealed record JourneyPace(int? Batch, TimeSpan Lease)
{
    /// <summary>As measured.</summary>
    public static JourneyPace Usual { get; } = new(null, TimeSpan.FromSeconds(15));

    /// <summary>Journeys:Batch and Journeys:LeaseSeconds, for tests that kill in the middle of the work.</summary>
    public static JourneyPace Of(IConfiguration configuration) => new(
        configuration.GetValue<int?>("Journeys:Batch") is { } batch and > 0 ? batch : null,
        configuration.GetValue<double?>("Journeys:LeaseSeconds") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : Usual.Lease);
}
