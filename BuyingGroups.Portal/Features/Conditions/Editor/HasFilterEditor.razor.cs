using System.Globalization;
using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Relations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>A filter that counts related things, with the constraints on them below.</summary>
public sealed partial class HasFilterEditor : ComponentBase
{
    private const string None = "none";

    [CascadingParameter] private ConditionEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired] public HasFilter Filter { get; set; } = default!;

    [Parameter] public ConditionPath Path { get; set; }

    [Parameter] public ConditionScope Scope { get; set; }

    private ConditionRelation? Relation => ConditionCatalog.Relation(Scope, Filter.Relation);

    private Task ComparisonAsync(ChangeEventArgs change)
    {
        var chosen = change.Value as string;
        if (string.Equals(chosen, None, StringComparison.Ordinal))
            return ReplaceAsync(Filter with { Comparison = ConditionOperator.Equal, Count = 0 });
        return Enum.TryParse<ConditionOperator>(chosen, out var comparison) ? ReplaceAsync(Filter with { Comparison = comparison, Count = Math.Max(Filter.Count, 1) }) : Task.CompletedTask;
    }

    private Task CountAsync(ChangeEventArgs change) =>
        ReplaceAsync(Filter with { Count = int.TryParse(change.Value as string, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : -1 });

    private Task ReplaceAsync(HasFilter filter) => Editing.ChangeAsync(Editing.Root.Replace(Path, filter));

    private Task RemoveAsync() => Editing.ChangeAsync(Editing.Root.Remove(Path), Path.Parent);

    private Task KeyAsync(KeyboardEventArgs key) => ItemMenu.KeyAsync(key, Editing, Path);
}
