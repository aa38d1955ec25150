using Microsoft.AspNetCore.Components;
using Radzen;

namespace BuyingGroups.Portal.Features.Dashboards.Charts;

/// <summary>Columns from zero, labelled up to fourteen; a click on one opens the list behind it.</summary>
public sealed partial class BarChart : ComponentBase
{
    private IReadOnlyList<(string Title, IReadOnlyList<Mark> Marks)> series = [];

    [Parameter, EditorRequired] public ChartData Data { get; set; } = null!;

    /// <summary>What the chart shows, for who does not see it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public int Height { get; set; } = 230;

    /// <summary>True when the first series is how it was and the second how it is: one colour, light and full.</summary>
    [Parameter] public bool BeforeAfter { get; set; }

    /// <summary>Bars that lie, for rows with long names.</summary>
    [Parameter] public bool Horizontal { get; set; }

    [Parameter] public string Fill { get; set; } = "var(--c1)";

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Format => Data.Format == "N0" ? "{0:N0}" : "{0:0.#}";

    protected override void OnParametersSet()
    {
        // The chart tells categories apart by their name; two stages of two models may share one.
        var names = new HashSet<string>(StringComparer.Ordinal);
        var rows = Data.Rows.Select(row =>
        {
            var name = row.Name.In(T);
            while (!names.Add(name))
                name += "\u200B";
            return (Name: name, Row: row);
        }).ToList();
        series =
        [
            .. Data.Series.Select((one, i) => (
                one.In(T),
                (IReadOnlyList<Mark>)[.. rows.Select(row => new Mark(row.Name, row.Row.Values[i] ?? 0, row.Row.HrefOf(i)))])),
        ];
    }

    private string Spoken(ChartRow row) => Data.Series.Count == 1
        ? T["{0}: {1}", row.Name.In(T), Data.Say(row.Values[0])]
        : T["{0}: {1}", row.Name.In(T), string.Join(", ", row.Values.Select((value, i) => T["{0} {1}", Data.Series[i].In(T), Data.Say(value)].Value))];

    private void Open(SeriesClickEventArgs e)
    {
        if (e.Data is Mark { Href: { } href })
            Navigation.NavigateTo(href);
    }
}

/// <summary>One mark of a chart.</summary>
/// <param name="Name">Its place on the axis.</param>
/// <param name="Value">Its value.</param>
/// <param name="Href">The list behind it.</param>
public sealed record Mark(string Name, double Value, string? Href);
