using BuyingGroups.Domain.Lists;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Portal.Shell.Showroom;

/// <summary>An invented row for the showroom's list.</summary>
public sealed record SampleGroup(int Id, string Account, string Stage, IReadOnlyList<RoleFill> Roles, int Engagement, int Change, string Status, DateTimeOffset Updated)
{
    public static IReadOnlyList<string> Stages { get; } = ["Aware", "Engaged", "Qualified"];

    public static IReadOnlyList<SampleGroup> All { get; } = [.. Enumerable.Range(1, 1284).Select(Make)];

    public string Name => "Fleet analytics for " + Account;

    public IReadOnlyList<double> Parts => [.. Roles.Where(role => role.Required).Select(role => Math.Min(1.0, (double)role.Assigned / role.Needed))];

    public int Completeness => (int)Math.Round(Parts.Average() * 100, MidpointRounding.AwayFromZero);

    public static PageOf<SampleGroup> Find(ListState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var found = All.Where(row => row.Name.Contains(state.Search, StringComparison.OrdinalIgnoreCase) && (state.Filter("stage") is null || row.Stage == state.Filter("stage")));
        Func<SampleGroup, IComparable> by = state.Sort switch
        {
            "name" => row => row.Name,
            "stage" => row => row.Stage,
            "completeness" => row => row.Completeness,
            "engagement" => row => row.Engagement,
            "updated" => row => row.Updated,
            _ => row => row.Id,
        };
        List<SampleGroup> ordered = [.. state.Descending ? found.OrderByDescending(by) : found.OrderBy(by)];
        return new([.. ordered.Skip(state.Request.Skip).Take(state.Request.Take)], ordered.Count);
    }

    static SampleGroup Make(int id)
    {
        string[] first = ["Hexa", "Ostmark", "Rio", "Lindholm", "Bergen", "Delta", "通富", "Avenir", "Skog", "Québec", "Nord"];
        string[] second = ["Freight", "Mobil", "Tránsito", "Logistics", "Cargo", "Portuaria", "物流", "Transports", "Kraft", "Bois", "Maskin"];
        var account = $"{first[id % 11]} {second[id * 7 / 11 % 11]}" + (id > 121 ? $" {id}" : "");
        IReadOnlyList<RoleFill> roles =
        [
            new("DM", "Decision Maker", id % 3 / 2, 1, true), new("IN", "Influencer", id % 4, 2, true), new("PR", "Practitioner", id % 5, 3, true),
            new("EX", "Executive Steering Committee", id % 2, 1, false), new("CH", "Champion", id % 7 / 6, 1, true),
        ];
        return new(id, account, Stages[id % 3], roles, id * 37 % 101, (id * 13 % 41) - 20, id % 4 == 0 ? "Autumn push" : "–", new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero).AddHours(-id * 3));
    }
}
