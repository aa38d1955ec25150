namespace BuyingGroups.Portal.Features.Journeys.History;

/// <summary>How long the steps of an account are kept after it left a journey.</summary>
/// <param name="Days">For so many days; null: for ever.</param>
public sealed record HistoryKeeping(int? Days)
{
    private const int UsualDays = 365;

    /// <summary>Journeys:HistoryDays; 0 for ever.</summary>
    public static HistoryKeeping Of(IConfiguration configuration) => configuration.GetValue<int?>("Journeys:HistoryDays") switch
    {
        null or < 0 => new(UsualDays),
        0 => new((int?)null),
        var days => new(days),
    };
}
