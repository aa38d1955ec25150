using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Relations;
using Microsoft.AspNetCore.Components;

namespace BuyingGroups.Portal.Features.Conditions.Editor;

/// <summary>Everything a filter in this place can be about, by section, with search. A click adds it; in the editor's column it can also be dragged.</summary>
public sealed partial class AttributePalette : ComponentBase
{
    private string search = "";

    [CascadingParameter] private ConditionEditing Editing { get; set; } = default!;

    [Parameter] public ConditionScope Scope { get; set; }

    [Parameter] public EventCallback<Condition> OnChosen { get; set; }

    [Parameter] public bool Draggable { get; set; }

    private IEnumerable<IGrouping<string, Item>> Sections() =>
        Items().Where(item => item.Label.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase)).GroupBy(item => item.Section, StringComparer.Ordinal);

    private IEnumerable<Item> Items()
    {
        if (!Editing.FieldsOnly)
        {
            foreach (var relation in ConditionCatalog.Relations(Scope))
                yield return new(relation.Key, T[relation.Label], "Related", IconOf(relation), () => ConditionEditing.New(relation));
        }
        foreach (var attribute in Editing.Catalog.Attributes(Scope).Where(attribute => !Editing.FieldsOnly || !string.Equals(attribute.Key, "persona", StringComparison.Ordinal)))
            yield return new(attribute.Key, Editing.Sentence.Label(attribute), attribute.Section, IconOf(attribute.Kind), () => ConditionEditing.New(attribute));
    }

    private static string IconOf(AttributeKind kind) => kind switch
    {
        AttributeKind.Number => "tag",
        AttributeKind.Date => "calendar_today",
        AttributeKind.Boolean => "toggle_on",
        AttributeKind.Choice => "list",
        _ => "text_fields",
    };

    private static string IconOf(ConditionRelation relation) => relation.Key switch
    {
        ConditionRelation.People => "person",
        ConditionRelation.Opportunities => "paid",
        ConditionRelation.Activities => "history",
        _ => "groups",
    };

    private sealed record Item(string Key, string Label, string Section, string Icon, Func<Condition> Make);
}
