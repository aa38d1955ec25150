namespace BuyingGroups.Tests.Clock;

public sealed class SettableClockTests
{
    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        var clock = new SettableClock();
        var before = clock.GetUtcNow();

        clock.Advance(TimeSpan.FromHours(6));

        Assert.Equal(TimeSpan.FromHours(6), clock.GetUtcNow() - before);
    }

    [Fact]
    public void A_timer_rings_as_often_as_its_period_fits_into_the_jump()
    {
        var clock = new SettableClock();
        var rung = new List<DateTimeOffset>();
        using var timer = clock.CreateTimer(_ => rung.Add(clock.GetUtcNow()), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal([1, 3, 5], rung.Select(moment => (moment - SettableClock.AnOrdinaryMonday).TotalMinutes));
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_passes_it()
    {
        var clock = new SettableClock();
        var delay = Task.Delay(TimeSpan.FromDays(1), clock);
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromDays(1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
