using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Journeys.Nodes;

namespace BuyingGroups.Domain.Journeys;

/// <summary>
/// Takes journeys from one portal to another, where ids mean something else: everything is named by name, in references, in conditions and in the custom
/// fields that nodes set or listen to. In conditions a name stands as "name:…" where an id would, so that nobody takes one for the other.
/// </summary>
public static class JourneyPortable
{
    private const string Named = "name:";
    private const string Custom = "custom:";
    private const string PeopleInRole = "peopleInRole:";

    /// <summary>True when a text holds names that <see cref="Resolve"/> may have to find.</summary>
    public static bool HasNames(string json) => json.Contains(Named, StringComparison.Ordinal);

    /// <summary>The document by names alone. What names nothing (any more) stays as it is.</summary>
    public static JourneyDocument ByName(JourneyDocument document, JourneyCatalog catalog) =>
        Map(JourneyReferences.ByName(document, catalog), catalog.Conditions, NameOfKey, NameOfValue);

    /// <summary>The document with ids for the names in conditions and fields. A name that finds nothing stays; validation tells of it. References are resolved by publishing.</summary>
    public static JourneyDocument Resolve(JourneyDocument document, JourneyCatalog catalog) => Map(document, catalog.Conditions, KeyOfName, ValueOfName);

    private static JourneyDocument Map(JourneyDocument document, ConditionCatalog catalog, KeyMap keys, ValueMap values)
    {
        Condition? Of(Condition? condition, ConditionScope scope) => condition is null ? null : MapCondition(condition, scope, catalog, keys, values);
        JourneyNode OfNode(JourneyNode node)
        {
            var scope = NodeKinds.Of(node.Settings).Shape.BranchCondition ?? ConditionScope.Account;
            return node with
            {
                Paths = [.. node.Paths.Select(path => path with { Condition = Of(path.Condition, scope) })],
                Settings = node.Settings switch
                {
                    UpdateAccountProfileSettings update => update with { Field = keys(catalog, ConditionScope.Account, update.Field) },
                    UpdatePersonProfileSettings update => update with { Field = keys(catalog, ConditionScope.Person, update.Field) },
                    ListenForEventSettings listen => listen with
                    {
                        Event = listen.Event with
                        {
                            Person = Of(listen.Event.Person, ConditionScope.Person),
                            Field = listen.Event.Field is { } field
                                ? keys(catalog, listen.Event.Kind == JourneyEventKind.AccountDataChanged ? ConditionScope.Account : ConditionScope.Person, field)
                                : null,
                        },
                    },
                    var other => other,
                },
            };
        }
        var settings = document.Settings with { Goal = Of(document.Settings.Goal, ConditionScope.Account), Exit = Of(document.Settings.Exit, ConditionScope.Account) };
        return document with { Nodes = document.Nodes.SetItems(document.Nodes.Values.Select(node => KeyValuePair.Create(node.Id, OfNode(node)))), Settings = settings };
    }

    private static Condition MapCondition(Condition condition, ConditionScope scope, ConditionCatalog catalog, KeyMap keys, ValueMap values)
    {
        switch (condition)
        {
            case FieldFilter filter:
                var key = keys(catalog, scope, filter.Attribute);
                var attribute = catalog.Attribute(scope, filter.Attribute) ?? catalog.Attribute(scope, key);
                return attribute is { Kind: AttributeKind.Choice } ? filter with { Attribute = key, Values = [.. filter.Values.Select(value => values(attribute, value))] } : filter with { Attribute = key };
            case HasFilter has when ConditionCatalog.Relation(scope, has.Relation) is { } relation:
                return has with { Where = (ConditionGroup)MapCondition(has.Where, relation.Items, catalog, keys, values) };
            case ConditionGroup group:
                return group with { Conditions = [.. group.Conditions.Select(part => MapCondition(part, scope, catalog, keys, values))] };
            default:
                return condition;
        }
    }

    private static string NameOfKey(ConditionCatalog catalog, ConditionScope scope, string key) =>
        PrefixOf(key) is { } prefix && catalog.Attribute(scope, key) is { } attribute ? prefix + Named + GivenName(attribute) : key;

    private static string KeyOfName(ConditionCatalog catalog, ConditionScope scope, string key)
    {
        if (PrefixOf(key) is not { } prefix || !key.AsSpan(prefix.Length).StartsWith(Named))
            return key;
        var name = NormalizedText.Of(key[(prefix.Length + Named.Length)..]);
        return catalog.Attributes(scope).FirstOrDefault(attribute => attribute.Key.StartsWith(prefix, StringComparison.Ordinal) && string.Equals(NormalizedText.Of(GivenName(attribute)), name, StringComparison.Ordinal))?.Key ?? key;
    }

    private static string NameOfValue(ConditionAttribute attribute, string value) =>
        attribute.Option(value) is { IsName: true } option && !string.Equals(option.Value, option.Label, StringComparison.Ordinal) ? Named + option.Label : value;

    private static string ValueOfName(ConditionAttribute attribute, string value)
    {
        if (!value.StartsWith(Named, StringComparison.Ordinal))
            return value;
        var name = NormalizedText.Of(value[Named.Length..]);
        return attribute.Options.FirstOrDefault(option => string.Equals(NormalizedText.Of(option.Label), name, StringComparison.Ordinal))?.Value ?? value;
    }

    private static string? PrefixOf(string key) =>
        key.StartsWith(Custom, StringComparison.Ordinal) ? Custom : key.StartsWith(PeopleInRole, StringComparison.Ordinal) ? PeopleInRole : null;

    /// <summary>The name people gave: of the field, or of the role that fills the label.</summary>
    private static string GivenName(ConditionAttribute attribute) => attribute.LabelIsName || attribute.LabelArguments.Count == 0 ? attribute.Label : attribute.LabelArguments[0].ToString() ?? "";

    private delegate string KeyMap(ConditionCatalog catalog, ConditionScope scope, string key);

    private delegate string ValueMap(ConditionAttribute attribute, string value);
}
