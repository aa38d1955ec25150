using BuyingGroups.Domain.Conditions;
using BuyingGroups.Portal.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>A group with what is in it, and the ways to add.</summary>
public sealed partial class GroupEditor : ComponentBase
{
    private Popover? adding;

    [CascadingParameter] private ConditionEditing Editing { get; set; } = default!;

    [Parameter] public ConditionPath Path { get; set; }

    /// <summary>What the filters in this group are about.</summary>
    [Parameter] public ConditionScope Scope { get; set; }

    /// <summary>True for the "where" of a has filter, which belongs to the filter above it.</summary>
    [Parameter] public bool Inside { get; set; }

    private ConditionGroup? Group => Editing.Root.At(Path) as ConditionGroup;

    private bool CanMove => !Path.IsRoot && !Inside && !Editing.ReadOnly;

    /// <summary>A group in a group is only worth having when it matches the other way.</summary>
    private MatchKind Opposite => Group?.Match == MatchKind.All ? MatchKind.Any : MatchKind.All;

    private string Nothing => Scope switch
    {
        ConditionScope.Account when Path.IsRoot && Group?.Match == MatchKind.All => T["No filter yet: every account matches. Drag a field here or add a filter."],
        ConditionScope.Person when Path.IsRoot && Group?.Match == MatchKind.All => T["No filter yet: every person matches. Drag a field here or add a filter."],
        _ when Inside && Group?.Match == MatchKind.All => T["No constraint yet: all are counted."],
        _ => T["Nothing in this group yet."],
    };

    private string Pressed(MatchKind match) => Group?.Match == match ? "true" : "false";

    private Task MatchAsync(MatchKind match) => Group is { } group ? Editing.ChangeAsync(Editing.Root.Replace(Path, group with { Match = match })) : Task.CompletedTask;

    private async Task AddAsync(Condition condition)
    {
        if (adding is not null)
            await adding.CloseAsync();
        await Editing.AddAsync(Path, condition);
    }
}
