namespace BuyingGroups.Portal.Features.Demo.Words;

/// <summary>What a company does. <paramref name="OtherSpelling"/> is how a part of the export writes it.</summary>
internal sealed record Industry(string Name, string OtherSpelling, string SicCode, int RevenuePerEmployee, int VehiclesPerHundred)
{
    public static IReadOnlyList<Industry> All { get; } =
    [
        new("Logistics", "Logistics", "4731", 210_000, 35),
        new("Transport", "Transportation", "4213", 160_000, 70),
        new("Shipping", "Shipping", "4412", 320_000, 12),
        new("Automotive", "Automotive", "3711", 290_000, 14),
        new("Manufacturing", "Industrial manufacturing", "3559", 240_000, 9),
        new("Retail", "Retail", "5311", 180_000, 11),
        new("Energy", "Energy & utilities", "4911", 520_000, 22),
        new("Construction", "Construction", "1542", 230_000, 40),
        new("Health care", "Healthcare", "8062", 130_000, 6),
        new("Financial services", "Finance", "6021", 380_000, 2),
        new("Software", "IT", "7372", 200_000, 1),
        new("Telecommunications", "Telecom", "4813", 310_000, 16),
        new("Food and beverage", "Food & beverage", "2086", 260_000, 18),
        new("Chemicals", "Chemicals", "2819", 410_000, 8),
    ];
}
