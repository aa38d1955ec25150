namespace BuyingGroups.Data.RollUps;

/// <summary>How many people are members of so many buying groups.</summary>
public sealed class ContactOverlap
{
    /// <summary>The most that is told apart: this many or more.</summary>
    public const int Most = 4;

    /// <summary>1, 2, 3, or 4 for four and more.</summary>
    public int Groups { get; set; }

    public long People { get; set; }
}

/// <summary>A person who is in two groups or more.</summary>
public sealed class OverlappingPerson
{
    public long PersonId { get; set; }

    public int Groups { get; set; }
}
