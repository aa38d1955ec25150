using BuyingGroups.Domain.Conditions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>The grip of a filter or group: dragging moves it, clicking opens a menu that does the same and more.</summary>
public sealed partial class ItemMenu : ComponentBase
{
    private const int NameLength = 48;

    [CascadingParameter] private ConditionEditing Editing { get; set; } = default!;

    [Parameter] public ConditionPath Path { get; set; }

    private int Siblings => Editing.Root.At(Path.Parent)?.Children.Count ?? 0;

    private ConditionScope Scope => Editing.Root.ScopeInside(Path.Parent, Editing.Scope) ?? Editing.Scope;

    /// <summary>Alt with an arrow moves the filter that has the focus among its neighbours.</summary>
    internal static Task KeyAsync(KeyboardEventArgs key, ConditionEditing editing, ConditionPath path) => key switch
    {
        { AltKey: true, Key: "ArrowUp" } => StepAsync(editing, path, -1),
        { AltKey: true, Key: "ArrowDown" } => StepAsync(editing, path, 1),
        _ => Task.CompletedTask,
    };

    private static Task StepAsync(ConditionEditing editing, ConditionPath path, int by)
    {
        var to = path.Index + by;
        if (path.IsRoot || to < 0 || to >= (editing.Root.At(path.Parent)?.Children.Count ?? 0))
            return Task.CompletedTask;
        return editing.ChangeAsync(editing.Root.Move(path, path.Parent, by > 0 ? to + 1 : to), path.Parent.Child(to));
    }

    private Task MoveToAsync(ConditionPath group) => Editing.ChangeAsync(Editing.Root.Move(Path, group, int.MaxValue));

    private Task WrapAsync() => Editing.Root.At(Path) is { } condition
        ? Editing.ChangeAsync(Editing.Root.Replace(Path, new ConditionGroup(MatchKind.Any, [condition])), Path)
        : Task.CompletedTask;

    private string NameOf(ConditionPath group)
    {
        if (group.IsRoot)
            return T["Move to the outermost group"];
        var words = ConditionWords.Plain(Editing.Sentence.Clause(Editing.Root.At(group)!, Editing.Root.ScopeInside(group, Editing.Scope) ?? Editing.Scope));
        return T["Move to: {0}", words.Length > NameLength ? words[..NameLength] + "…" : words];
    }
}
