using System.Globalization;
using BuyingGroups.Portal.Shell;
using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Portal.Shell.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Portal.Features.Lists;

/// <summary>The filter bar of a list, made from the filters it offers: chips that read as sentences, and an editor for each kind.</summary>
public sealed partial class ListFilters : ComponentBase
{
    /// <summary>What can be filtered by, in the order of the menu.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<ListFilter> Filters { get; set; } = [];

    [Parameter, EditorRequired] public ListState State { get; set; } = new();

    /// <summary>The user asked for another view: give it to <c>ListPage.Go</c>.</summary>
    [Parameter] public EventCallback<ListState> OnState { get; set; }

    /// <summary>"37 of 1,284", at the right.</summary>
    [Parameter] public RenderFragment? Shown { get; set; }

    IReadOnlyList<FilterChip> Chips =>
        [.. Filters.Where(filter => State.Filters.ContainsKey(filter.Key)).Select(filter => new FilterChip(filter.Key, Sentence(T, filter, State.FilterValues(filter.Key)), Editor(filter)))];

    IReadOnlyList<FilterOffer> Offers =>
        [.. Filters.Where(filter => !State.Filters.ContainsKey(filter.Key)).Select(filter => new FilterOffer(filter.Key, filter.Title, filter.Icon, Editor(filter)))];

    /// <summary>The filter as a sentence: "Industry is Retail or Banking", "Annual revenue at least 1,000".</summary>
    internal static string Sentence(IStringLocalizer<Text> texts, ListFilter filter, IReadOnlyList<string> values)
    {
        switch (filter.Kind)
        {
            case ListFilterKind.Text:
                return texts["{0} contains “{1}”", filter.Title, values[0]];
            case ListFilterKind.One:
                return filter.Options.FirstOrDefault(option => string.Equals(option.Value, values[0], StringComparison.Ordinal))?.Label ?? texts["{0} is {1}", filter.Title, values[0]];
            case ListFilterKind.Number or ListFilterKind.Date:
                var (from, to) = ListFilter.Ends(values[0]);
                return (from, to) switch
                {
                    (null, null) => filter.Title,
                    (null, _) => texts["{0} at most {1}", filter.Title, Written(to)],
                    (_, null) => texts["{0} at least {1}", filter.Title, Written(from)],
                    _ => texts["{0} from {1} to {2}", filter.Title, Written(from), Written(to)],
                };
            default:
                var labels = values.Select(value => filter.Options.FirstOrDefault(option => string.Equals(option.Value, value, StringComparison.OrdinalIgnoreCase))?.Label ?? value).ToList();
                return labels.Count switch
                {
                    1 => texts["{0} is {1}", filter.Title, labels[0]],
                    2 => texts["{0} is {1} or {2}", filter.Title, labels[0], labels[1]],
                    _ => texts["{0} is {1} or {2} others", filter.Title, labels[0], labels.Count - 1],
                };
        }

        string Written(string text) =>
            filter.Kind == ListFilterKind.Number && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("#,0.####", CultureInfo.CurrentCulture)
            : filter.Kind == ListFilterKind.Date && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("d", CultureInfo.CurrentCulture)
            : text;
    }

    RenderFragment Editor(ListFilter filter) => builder =>
    {
        builder.OpenComponent<ListFilterEditor>(0);
        builder.SetKey(filter.Key);
        builder.AddComponentParameter(1, nameof(ListFilterEditor.Filter), filter);
        builder.AddComponentParameter(2, nameof(ListFilterEditor.Values), State.FilterValues(filter.Key));
        builder.AddComponentParameter(3, nameof(ListFilterEditor.OnApply), EventCallback.Factory.Create<IReadOnlyList<string>>(this, values => OnState.InvokeAsync(State.WithFilter(filter.Key, values))));
        builder.CloseComponent();
    };
}
