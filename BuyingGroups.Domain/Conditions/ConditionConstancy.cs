namespace BuyingGroups.Domain.Conditions;

/// <summary>
/// Tells whether a person can begin or stop to match although nobody changed the person: by the passing of time, by activities, by scores, by
/// memberships. Maintenance looks again at everybody for such conditions, and only at changed people for all others.
/// </summary>
public static class ConditionConstancy
{
    private const string Score = "engagementScore";

    /// <summary>True when the answer for an unchanged person may change.</summary>
    /// <param name="condition">A condition over people.</param>
    public static bool MayChangeByItself(Condition condition) => condition switch
    {
        HasFilter => true,
        FieldFilter filter => filter.Operator == ConditionOperator.InLastDays || string.Equals(filter.Attribute, Score, StringComparison.Ordinal),
        _ => condition.Children.Any(MayChangeByItself),
    };

    /// <summary>True when the condition names a persona, whose meaning an admin may change.</summary>
    /// <param name="condition">A condition over people.</param>
    public static bool NamesPersona(Condition condition) =>
        (condition is FieldFilter filter && string.Equals(filter.Attribute, Attributes.PersonAttributes.Persona, StringComparison.Ordinal)) || condition.Children.Any(NamesPersona);
}
