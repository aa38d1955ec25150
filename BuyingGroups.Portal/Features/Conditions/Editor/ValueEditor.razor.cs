using BuyingGroups.Portal.Shell.Components;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Attributes;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>The values of a filter, entered as its kind and operator ask: text with suggestions, number, date, choice, one, two or many.</summary>
public sealed partial class ValueEditor : ComponentBase, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly string listId = $"values-{Guid.NewGuid():N}";
    private IReadOnlyList<string> suggestions = [];
    private string draft = "";
    private string? suggestedFor;
    private readonly LatestRun typing = new();

    [Inject] private Security.Gateway.Gateway Gateway { get; set; } = default!;

    [CascadingParameter] private ConditionEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public ConditionAttribute Attribute { get; set; } = default!;

    [Parameter, EditorRequired] public FieldFilter Filter { get; set; } = default!;

    [Parameter] public ConditionScope Scope { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<string>> OnChange { get; set; }

    private string Label => T["Value of {0}", Editing.Sentence.Label(Attribute)];

    public void Dispose()
    {
        typing.Dispose();
    }

    private string At(int index) => index < Filter.Values.Count ? Filter.Values[index] : "";

    private Task SetAsync(int index, ChangeEventArgs change)
    {
        var value = (change.Value as string ?? "").Trim();
        var values = Filter.Values.ToList();
        while (values.Count <= index)
            values.Add("");
        values[index] = value;
        while (values.Count > 0 && values[^1].Length == 0)
            values.RemoveAt(values.Count - 1);
        return OnChange.InvokeAsync(values);
    }

    private Task RemoveAsync(int index) => OnChange.InvokeAsync([.. Filter.Values.Where((_, at) => at != index)]);

    private async Task AddAsync(ChangeEventArgs change)
    {
        // The page must first have been told what stands in the box; only then is emptying it a change that reaches the browser.
        draft = change.Value as string ?? "";
        var value = draft.Trim();
        StateHasChanged();
        await Task.Yield();
        draft = "";
        if (value.Length > 0 && !Filter.Values.Contains(value, StringComparer.OrdinalIgnoreCase))
            await OnChange.InvokeAsync([.. Filter.Values, value]);
    }

    private Task TypedAsync(ChangeEventArgs change) => SuggestAsync((change.Value as string ?? "").Trim());

    private async Task SuggestAsync(string part)
    {
        var wanted = $"{Attribute.Key} {part}";
        if (string.Equals(wanted, suggestedFor, StringComparison.Ordinal))
            return;
        var token = typing.Begin();
        try
        {
            if (part.Length > 0)
                await Task.Delay(Quiet, token);
            var found = await Gateway.AskAsync(new ListAttributeValues(Scope, Attribute.Key, part), token);
            token.ThrowIfCancellationRequested();
            suggestedFor = wanted;
            suggestions = found.Value?.Values ?? [];
        }
        catch (OperationCanceledException)
        {
            // Typed on, or gone.
        }
    }
}
