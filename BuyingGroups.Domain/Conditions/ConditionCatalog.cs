using System.Globalization;
using BuyingGroups.Domain.Accounts;
using BuyingGroups.Domain.Activities;
using BuyingGroups.Domain.BuyingGroups;
using BuyingGroups.Domain.Conditions.Attributes;
using BuyingGroups.Domain.Conditions.Relations;
using BuyingGroups.Domain.CustomFields;
using BuyingGroups.Domain.Opportunities;
using BuyingGroups.Domain.People;
using BuyingGroups.Domain.RoleTemplates;

namespace BuyingGroups.Domain.Conditions;

/// <summary>Something with an id and a name.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name shown.</param>
public sealed record NamedReference(int Id, string Name);

/// <summary>
/// What conditions can name at one moment: fields, personas, roles, solution interests, stages, users, and the clock. Made anew for every
/// use from what is in the database, so that a deleted name is noticed.
/// </summary>
public sealed class ConditionCatalog
{
    private readonly Dictionary<ConditionScope, IReadOnlyList<ConditionAttribute>> attributes = [];

    /// <summary>What "now" is (UTC).</summary>
    public required DateTime Now { get; init; }

    /// <summary>Custom fields of accounts and people.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init; } = [];

    /// <summary>Personas with their conditions.</summary>
    public IReadOnlyList<Persona> Personas { get; init; } = [];

    /// <summary>Buying group roles.</summary>
    public IReadOnlyList<NamedReference> Roles { get; init; } = [];

    /// <summary>Solution interests.</summary>
    public IReadOnlyList<NamedReference> SolutionInterests { get; init; } = [];

    /// <summary>Stages of all models, named so that they can be told apart.</summary>
    public IReadOnlyList<NamedReference> Stages { get; init; } = [];

    /// <summary>Users that may own accounts.</summary>
    public IReadOnlyList<NamedReference> Users { get; init; } = [];

    /// <summary>Types of activities, retired ones included: there may be activities of them.</summary>
    public IReadOnlyList<NamedReference> ActivityTypes { get; init; } = [];

    /// <summary>Names that attributes of activities have, normalized.</summary>
    public IReadOnlyList<string> ActivityAttributeNames { get; init; } = [];

    /// <summary>The key of an attribute of activities.</summary>
    public static string ActivityAttributeKey(string name) => "attribute:" + name;

    /// <summary>The same names at another time: for conditions over the days before it.</summary>
    /// <param name="now">The clock (UTC).</param>
    public ConditionCatalog At(DateTime now) =>
        new()
        {
            Now = now,
            CustomFields = CustomFields,
            Personas = Personas,
            Roles = Roles,
            SolutionInterests = SolutionInterests,
            Stages = Stages,
            Users = Users,
            ActivityTypes = ActivityTypes,
            ActivityAttributeNames = ActivityAttributeNames,
        };

    /// <summary>The key of a custom field.</summary>
    public static string CustomFieldKey(int fieldId) => string.Create(CultureInfo.InvariantCulture, $"custom:{fieldId}");

    /// <summary>The key of "number of people in role".</summary>
    public static string PeopleInRoleKey(int roleId) => string.Create(CultureInfo.InvariantCulture, $"peopleInRole:{roleId}");

    /// <summary>What filters can compare in a scope, in the order of the palette.</summary>
    public IReadOnlyList<ConditionAttribute> Attributes(ConditionScope scope)
    {
        lock (attributes)
        {
            if (!attributes.TryGetValue(scope, out var list))
            {
                attributes[scope] = list = scope switch
                {
                    ConditionScope.Account => [.. AccountAttributes.Of(this)],
                    ConditionScope.Person => [.. PersonAttributes.Of(this)],
                    ConditionScope.Membership => [.. MembershipAttributes.Of(this)],
                    ConditionScope.BuyingGroup => [.. BuyingGroupAttributes.Of(this)],
                    ConditionScope.Activity => [.. ActivityAttributes.Of(this)],
                    _ => OpportunityAttributes.All,
                };
            }
            return list;
        }
    }

    /// <summary>An attribute by key, or null.</summary>
    public ConditionAttribute? Attribute(ConditionScope scope, string key) =>
        Attributes(scope).FirstOrDefault(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal));

    /// <summary>An attribute by key, typed.</summary>
    public ConditionAttribute<T>? Attribute<T>(string key) => (ConditionAttribute<T>?)Attribute(ScopeOf<T>(), key);

    /// <summary>The relations that start from a scope, in the order of the palette.</summary>
    public static IEnumerable<ConditionRelation> Relations(ConditionScope scope) => ConditionRelation.All.Where(relation => relation.Owner == scope);

    /// <summary>A relation by key, or null.</summary>
    public static ConditionRelation? Relation(ConditionScope scope, string key) =>
        Relations(scope).FirstOrDefault(relation => string.Equals(relation.Key, key, StringComparison.Ordinal));

    internal Persona? Persona(string id) =>
        Personas.FirstOrDefault(persona => string.Equals(persona.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal));

    internal static ConditionScope ScopeOf<T>() =>
        typeof(T) == typeof(Account) ? ConditionScope.Account
        : typeof(T) == typeof(Person) ? ConditionScope.Person
        : typeof(T) == typeof(Member) ? ConditionScope.Membership
        : typeof(T) == typeof(BuyingGroup) ? ConditionScope.BuyingGroup
        : typeof(T) == typeof(Opportunity) ? ConditionScope.Opportunity
        : typeof(T) == typeof(Activity) ? ConditionScope.Activity
        : throw new NotSupportedException($"Conditions know nothing about {typeof(T).Name}.");
}
