namespace BuyingGroups.Domain.Conditions;

/// <summary>What the filters at some place of a condition are about.</summary>
public enum ConditionScope
{
    /// <summary>Accounts.</summary>
    Account = 1,

    /// <summary>People.</summary>
    Person = 2,

    /// <summary>A person's place in a buying group.</summary>
    Membership = 3,

    /// <summary>A buying group of an account.</summary>
    BuyingGroup = 4,

    /// <summary>An opportunity of an account.</summary>
    Opportunity = 5,

    /// <summary>An activity of a person.</summary>
    Activity = 6,
}
