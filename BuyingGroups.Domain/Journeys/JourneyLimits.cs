namespace BuyingGroups.Domain.Journeys;

/// <summary>How large a journey may be: more than anybody can draw, little enough to read, check and lay out at once.</summary>
public static class JourneyLimits
{
    /// <summary>Most nodes, merges counted; 25 × 25 nested splits with an action on each path are 651.</summary>
    public const int Nodes = 2000;

    /// <summary>Most paths of a node in a document; what each kind allows is less.</summary>
    public const int PathsPerNode = 50;

    /// <summary>Most characters of a document's JSON form.</summary>
    public const int TextLength = 8_000_000;

    /// <summary>Most levels of objects and arrays in the JSON form.</summary>
    public const int TextDepth = 64;

    /// <summary>Most problems that are listed; with more the first are.</summary>
    public const int Problems = 200;

    /// <summary>Most steps that can be undone.</summary>
    public const int HistorySteps = 200;

    /// <summary>Longest wait or timeout.</summary>
    public const int LongestWaitInDays = 366 * JourneySettings.LongestYears;

    /// <summary>Most entries of one account that a re-entry limit may allow.</summary>
    public const int LargestEntryLimit = 1000;

    /// <summary>Most attributes an activity may be constrained by.</summary>
    public const int ActivityConstraints = 10;

    /// <summary>Longest name or value of an attribute of an activity.</summary>
    public const int ActivityTextMaxLength = 255;
}
