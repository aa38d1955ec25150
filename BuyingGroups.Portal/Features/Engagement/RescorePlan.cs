using System.Text.Json.Serialization;

namespace BuyingGroups.Portal.Features.Engagement;

/// <summary>The parts of a rescoring, in order.</summary>
public enum RescorePhase
{
    /// <summary>New activities are counted into days.</summary>
    Fold,

    /// <summary>Each person's window is summed.</summary>
    Sum,

    /// <summary>People are scored.</summary>
    People,

    /// <summary>Each group's members are summed.</summary>
    GroupSums,

    /// <summary>Groups are scored.</summary>
    Groups,

    /// <summary>All is done.</summary>
    Done,
}

/// <summary>Where a rescoring stands: the cursor of its job.</summary>
public sealed record RescorePlan
{
    /// <summary>The part under way.</summary>
    public RescorePhase Phase { get; init; }

    /// <summary>Ids up to this one are done in this part.</summary>
    public long Through { get; init; }

    /// <summary>Ids done in all parts together.</summary>
    public long Done { get; init; }

    /// <summary>When the run began (UTC): its window, whatever the clock says later.</summary>
    public DateTime At { get; init; }

    /// <summary>The model that was active then.</summary>
    public int ModelId { get; init; }

    /// <summary>True when the days of everybody are counted anew: the first run, another time zone, a clock set back.</summary>
    public bool FoldsFromScratch { get; init; }

    /// <summary>The last activity there was.</summary>
    public long LastActivity { get; init; }

    /// <summary>From where the next run folds on.</summary>
    public long NextActivity { get; init; }

    /// <summary>The last person there was.</summary>
    public long LastPerson { get; init; }

    /// <summary>The last group there was.</summary>
    public long LastGroup { get; init; }

    /// <summary>The largest sum of a person.</summary>
    public long GreatestPerson { get; init; }

    /// <summary>The largest sum of a group.</summary>
    public double GreatestGroup { get; init; }

    /// <summary>True when old days and history are dropped on the way.</summary>
    public bool Trims { get; init; }

    /// <summary>The day on which that was done last.</summary>
    public int TrimmedOn { get; init; }

    /// <summary>Days of history to keep.</summary>
    public int KeepDays { get; init; }

    /// <summary>People whose score changed.</summary>
    public int PeopleChanged { get; init; }

    /// <summary>Groups whose score changed.</summary>
    public int GroupsChanged { get; init; }

    /// <summary>Ids in all parts together, as far as known at the start.</summary>
    [JsonIgnore]
    public long Total => (FoldsFromScratch ? LastPerson : Math.Max(0, LastActivity - NextActivity)) + (2 * LastPerson) + (2 * LastGroup);
}
