using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Attributes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>One filter: field, comparison, values, how many match it alone.</summary>
public sealed partial class FieldFilterEditor : ComponentBase
{
    [CascadingParameter] private ConditionEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public FieldFilter Filter { get; set; } = default!;

    [Parameter] public ConditionPath Path { get; set; }

    [Parameter] public ConditionScope Scope { get; set; }

    private ConditionAttribute? Attribute => Editing.Catalog.Attribute(Scope, Filter.Attribute);

    private bool Allowed(ConditionAttribute attribute) => !Editing.FieldsOnly || !string.Equals(attribute.Key, "persona", StringComparison.Ordinal);

    private Task AttributeAsync(ChangeEventArgs change)
    {
        if (Editing.Catalog.Attribute(Scope, change.Value as string ?? "") is not { } attribute)
            return Task.CompletedTask;
        var fresh = ConditionEditing.New(attribute);
        // What was typed is kept where it still makes sense: another text field, another number.
        var kept = Attribute?.Kind == attribute.Kind && attribute.Kind is not AttributeKind.Choice && attribute.Operators.Contains(Filter.Operator)
            ? fresh with { Operator = Filter.Operator, Values = Filter.Values }
            : fresh;
        return Editing.ChangeAsync(Editing.Root.Replace(Path, kept));
    }

    private Task OperatorAsync(ChangeEventArgs change)
    {
        if (!Enum.TryParse<ConditionOperator>(change.Value as string, out var chosen))
            return Task.CompletedTask;
        var days = chosen == ConditionOperator.InLastDays != (Filter.Operator == ConditionOperator.InLastDays);
        return Editing.ChangeAsync(Editing.Root.Replace(
            Path, Filter with { Operator = chosen, Values = days ? [] : [.. Filter.Values.Take(ConditionOperators.ValueCount(chosen).Most)] }));
    }

    private Task ValuesAsync(IReadOnlyList<string> values) => Editing.ChangeAsync(Editing.Root.Replace(Path, Filter with { Values = values }));

    private Task RemoveAsync() => Editing.ChangeAsync(Editing.Root.Remove(Path), Path.Parent);

    private Task KeyAsync(KeyboardEventArgs key) => ItemMenu.KeyAsync(key, Editing, Path);
}
