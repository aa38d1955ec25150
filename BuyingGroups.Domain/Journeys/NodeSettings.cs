namespace BuyingGroups.Domain.Journeys;

/// <summary>What a node does. One subtype per node kind, each in its folder under Nodes/.</summary>
public abstract record NodeSettings
{
    /// <summary>The kind's stable key, as in the JSON document: "assignToBuyingGroup".</summary>
    public abstract string Kind { get; }
}

/// <summary>An action on the account itself.</summary>
public abstract record AccountActionSettings : NodeSettings;

/// <summary>An action on all people of the account that are on the path.</summary>
public abstract record PeopleActionSettings : NodeSettings;

/// <summary>Who a variant split divides.</summary>
public enum SplitSubject
{
    /// <summary>Accounts.</summary>
    Accounts = 1,

    /// <summary>The people of each account.</summary>
    People = 2,
}
