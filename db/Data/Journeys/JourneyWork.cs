namespace BuyingGroups.Data.Journeys;

/// <summary>An entry that the running transaction carries. A temporary table of the connection.</summary>
public sealed class JourneyWork
{
    public long EntryId { get; set; }

    public long AccountId { get; set; }

    /// <summary>The last routing node passed in this segment and the path taken there; see JourneyPlan.</summary>
    public int Lane { get; set; }
}

/// <summary>A person inside a split of people. An account travels once in a transaction, so the person's id is key enough.</summary>
public sealed class JourneyWorkPerson
{
    public long PersonId { get; set; }

    public long EntryId { get; set; }

    public long AccountId { get; set; }

    /// <summary>The split and the path the person is on.</summary>
    public int Lane { get; set; }
}
