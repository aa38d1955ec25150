using BuyingGroups.Portal.Features.Conditions;
using BuyingGroups.Portal.Security.Gateway;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Lists;

/// <summary>Chooses the values of one filter; nothing happens to the list before "Apply filter".</summary>
public sealed partial class ListFilterEditor : ComponentBase
{
    List<string> chosen = [];
    IReadOnlyList<string> found = [];
    string from = "";
    string to = "";
    string part = "";

    [Parameter, EditorRequired] public ListFilter Filter { get; set; } = null!;

    /// <summary>The values that are on.</summary>
    [Parameter] public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>The values wanted; none turns the filter off.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>> OnApply { get; set; }

    [Inject] Gateway Gateway { get; set; } = null!;

    string InputType => Filter.Kind == ListFilterKind.Date ? "date" : "number";

    // What is chosen stays in sight whatever is typed.
    List<string> Suggested => [.. chosen.Concat(found).Distinct(StringComparer.OrdinalIgnoreCase)];

    protected override async Task OnInitializedAsync()
    {
        chosen = [.. Values];
        if (Filter.Kind is ListFilterKind.Number or ListFilterKind.Date && Values.Count > 0)
            (from, to) = ListFilter.Ends(Values[0]) is var (first, last) ? (first ?? "", last ?? "") : ("", "");
        else if (Filter.Kind == ListFilterKind.Text && Values.Count > 0)
            from = Values[0];
        else if (Filter.Kind == ListFilterKind.Values)
            await AskAsync();
    }

    void Toggle(string value)
    {
        if (chosen.RemoveAll(other => string.Equals(other, value, StringComparison.OrdinalIgnoreCase)) == 0)
            chosen.Add(value);
    }

    Task FindAsync(string? typed)
    {
        part = typed ?? "";
        return AskAsync();
    }

    async Task AskAsync()
    {
        var asked = part;
        var answer = await Gateway.AskAsync(new ListAttributeValues(Filter.Scope, Filter.Attribute, asked));
        if (answer.Succeeded && string.Equals(asked, part, StringComparison.Ordinal))
            found = answer.Value.Values;
    }

    Task ApplyAsync() => OnApply.InvokeAsync(Filter.Kind switch
    {
        ListFilterKind.Number or ListFilterKind.Date => from.Length + to.Length == 0 ? [] : [$"{from}..{to}"],
        ListFilterKind.Text => [from.Trim()],
        _ => chosen,
    });
}
