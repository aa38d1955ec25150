using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Refusals;

namespace BuyingGroups.Tests.Journeys;

/// <summary>The life of a journey as a table: what may be done in which state, and by which name it is refused.</summary>
public sealed class JourneyRulesTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(JourneyStatus.Draft, null)]
    [InlineData(JourneyStatus.Live, null)]
    [InlineData(JourneyStatus.ClosedToNewEntries, nameof(JourneyIsOver))]
    [InlineData(JourneyStatus.Aborted, nameof(JourneyIsOver))]
    [InlineData(JourneyStatus.Finished, nameof(JourneyIsOver))]
    public void A_draft_is_saved_and_published_before_the_end_only(JourneyStatus status, string? refusal)
    {
        Assert.Equal(refusal, JourneyRules.ToSaveDraft(In(status))?.Name);
        Assert.Equal(refusal, JourneyRules.ToPublish(In(status))?.Name);
    }

    [Theory]
    [InlineData(JourneyStatus.Draft, nameof(JourneyNotPublished))]
    [InlineData(JourneyStatus.Live, null)]
    [InlineData(JourneyStatus.ClosedToNewEntries, nameof(JourneyAlreadyClosed))]
    [InlineData(JourneyStatus.Aborted, nameof(JourneyIsOver))]
    [InlineData(JourneyStatus.Finished, nameof(JourneyIsOver))]
    public void Only_a_live_journey_closes(JourneyStatus status, string? refusal) => Assert.Equal(refusal, JourneyRules.ToClose(In(status))?.Name);

    [Theory]
    [InlineData(JourneyStatus.Draft, nameof(JourneyNotPublished))]
    [InlineData(JourneyStatus.Live, null)]
    [InlineData(JourneyStatus.ClosedToNewEntries, null)]
    [InlineData(JourneyStatus.Aborted, nameof(JourneyIsOver))]
    [InlineData(JourneyStatus.Finished, nameof(JourneyIsOver))]
    public void Only_a_running_journey_is_aborted_or_retried(JourneyStatus status, string? refusal)
    {
        Assert.Equal(refusal, JourneyRules.ToAbort(In(status))?.Name);
        Assert.Equal(refusal, JourneyRules.ToRetry(In(status))?.Name);
        Assert.Equal(refusal is null, JourneyRules.IsRunning(status));
    }

    [Theory]
    [InlineData(JourneyStatus.Draft, 0, null)]
    [InlineData(JourneyStatus.Live, 0, nameof(JourneyIsLive))]
    [InlineData(JourneyStatus.Live, 3, nameof(JourneyIsLive))]
    [InlineData(JourneyStatus.ClosedToNewEntries, 1, nameof(JourneyHasAccounts))]
    [InlineData(JourneyStatus.ClosedToNewEntries, 0, null)]
    [InlineData(JourneyStatus.Aborted, 1, nameof(JourneyHasAccounts))]
    [InlineData(JourneyStatus.Aborted, 0, null)]
    [InlineData(JourneyStatus.Finished, 0, null)]
    public void A_journey_is_deleted_when_nobody_is_inside_and_nobody_can_enter(JourneyStatus status, long inside, string? refusal) =>
        Assert.Equal(refusal, JourneyRules.ToDelete(In(status), inside)?.Name);

    [Theory]
    [InlineData(JourneyStatus.Draft, 0, -1, nameof(JourneyNotPublished))]
    [InlineData(JourneyStatus.Live, 0, null, nameof(JourneyIsLive))]
    [InlineData(JourneyStatus.Live, 0, 1, nameof(JourneyIsLive))]
    [InlineData(JourneyStatus.Live, 0, 0, null)]
    [InlineData(JourneyStatus.Live, 1, -1, nameof(JourneyHasAccounts))]
    [InlineData(JourneyStatus.ClosedToNewEntries, 1, null, nameof(JourneyHasAccounts))]
    [InlineData(JourneyStatus.ClosedToNewEntries, 0, null, null)]
    [InlineData(JourneyStatus.Finished, 0, null, nameof(JourneyIsOver))]
    public void A_journey_finishes_when_all_are_through_and_nobody_can_enter(JourneyStatus status, long inside, int? endsInHours, string? refusal) =>
        Assert.Equal(refusal, JourneyRules.ToFinish(In(status, endsInHours is { } hours ? Now.AddHours(hours) : null), inside, Now)?.Name);

    [Theory]
    [InlineData(EntryStatus.Active, null, nameof(EntryNotParked))]
    [InlineData(EntryStatus.Parked, null, null)]
    [InlineData(EntryStatus.Completed, nameof(EntryIsOver), nameof(EntryNotParked))]
    [InlineData(EntryStatus.GoalMet, nameof(EntryIsOver), nameof(EntryNotParked))]
    [InlineData(EntryStatus.Exited, nameof(EntryIsOver), nameof(EntryNotParked))]
    [InlineData(EntryStatus.Aborted, nameof(EntryIsOver), nameof(EntryNotParked))]
    [InlineData(EntryStatus.Removed, nameof(EntryIsOver), nameof(EntryNotParked))]
    [InlineData(EntryStatus.Ended, nameof(EntryIsOver), nameof(EntryNotParked))]
    public void An_account_is_taken_out_while_inside_and_retried_while_parked(EntryStatus status, string? toRemove, string? toRetry)
    {
        var entry = new JourneyEntry { Status = status };
        Assert.Equal(toRemove, JourneyRules.ToRemove(entry, "Hexa")?.Name);
        Assert.Equal(toRetry, JourneyRules.ToRetry(entry, "Hexa")?.Name);
    }

    [Fact]
    public void A_draft_that_somebody_else_saved_names_them()
    {
        var journey = In(JourneyStatus.Draft);
        journey.Version = 4;
        Assert.Null(JourneyRules.SameVersion(journey, 4, "Mika"));
        Assert.Equal<Refusal?>(new JourneyChangedBy("Nurture", "Mika"), JourneyRules.SameVersion(journey, 3, "Mika"));
    }

    private static Journey In(JourneyStatus status, DateTime? endsAt = null) => new() { Name = "Nurture", Draft = "{}", Status = status, EndsAt = endsAt };
}
