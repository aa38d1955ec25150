using System.Globalization;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Dashboards;

/// <summary>The figures of one card: what its chart draws, what "View data" lists and what its CSV holds are all this.</summary>
/// <param name="Key">Names the card in the address of its CSV.</param>
/// <param name="What">What a row is, a text key.</param>
/// <param name="Series">The columns.</param>
/// <param name="Rows">The rows, in the order drawn.</param>
/// <param name="Format">How values are written.</param>
public sealed record ChartData(string Key, string What, IReadOnlyList<ChartName> Series, IReadOnlyList<ChartRow> Rows, string Format = "N0")
{
    /// <summary>True when there is nothing to draw.</summary>
    public bool IsEmpty => Rows.Count == 0 || Rows.All(row => row.Values.All(value => value is null or 0));

    /// <summary>A value as people read it.</summary>
    public string Say(double? value) => value is { } number ? number.ToString(Format, CultureInfo.CurrentCulture) : "–";
}

/// <summary>A row of figures.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Values">One per series; null where there is none.</param>
/// <param name="Href">The list behind the row.</param>
public sealed record ChartRow(ChartName Name, IReadOnlyList<double?> Values, string? Href = null)
{
    /// <summary>The lists behind the values, where each has its own.</summary>
    public IReadOnlyList<string?> Hrefs { get; init; } = [];

    /// <summary>The list behind a value.</summary>
    public string? HrefOf(int series) => series < Hrefs.Count ? Hrefs[series] : Href;
}

/// <summary>The name of a row or a series.</summary>
/// <param name="Text">A name that somebody gave, or a text key.</param>
/// <param name="IsKey">True for a text key.</param>
/// <param name="Day">A day instead of a text.</param>
public sealed record ChartName(string Text, bool IsKey = false, DateOnly? Day = null)
{
    public static ChartName Key(string text) => new(text, true);

    public static ChartName On(DateOnly day) => new("", false, day);

    /// <summary>In the user's language.</summary>
    public string In(IStringLocalizer<Text> texts) =>
        Day is { } day ? day.ToString("d MMM", CultureInfo.CurrentCulture) : IsKey ? texts[Text] : Text;
}

/// <summary>What a dashboard shows, card by card.</summary>
public interface IDashboard
{
    /// <summary>The figures of every card.</summary>
    IReadOnlyList<ChartData> Charts { get; }
}

/// <summary>A figure in the strip at the top of a dashboard.</summary>
/// <param name="Title">A text key.</param>
/// <param name="Value">The figure; null where there is nothing to measure yet.</param>
/// <param name="Format">How it is written; a text key with {0} where it has a unit.</param>
/// <param name="Change">Change over the period, or from the period before; null where there is nothing to compare with.</param>
/// <param name="LessIsBetter">True when a fall is good.</param>
public sealed record KeyFigure(string Title, double? Value, string Format, double? Change, bool LessIsBetter = false)
{
    /// <summary>Digits behind the point.</summary>
    public int Digits { get; init; }

    /// <summary>The list behind it.</summary>
    public string? Href { get; init; }
}
