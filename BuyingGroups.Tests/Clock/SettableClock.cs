namespace BuyingGroups.Tests.Clock;

/// <summary>A clock that stands still until a test moves it. Timers made from it fire when it passes their due time.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Monday 2 March 2026, 09:00 UTC: no daylight-saving change nearby.</summary>
    public static DateTimeOffset AnOrdinaryMonday { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = now;

    public SettableClock()
        : this(AnOrdinaryMonday)
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock by <paramref name="span"/>, backwards too when it is negative, as real clocks do.</summary>
    public void Advance(TimeSpan span) => Set(GetUtcNow() + span);

    /// <summary>Sets the clock; alarms that are due by then fire in their order, on this thread.</summary>
    public void Set(DateTimeOffset moment)
    {
        while (true)
        {
            Alarm? due;
            lock (_gate)
            {
                due = _alarms.Where(alarm => alarm.Due <= moment).MinBy(alarm => alarm.Due);
                if (due is null)
                {
                    _now = moment;
                    return;
                }

                _now = due.Due > _now ? due.Due.Value : _now;
                due.Due = due.Period > TimeSpan.Zero ? due.Due + due.Period : null;
            }

            due.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        lock (_gate)
        {
            _alarms.Add(alarm);
        }

        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SettableClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Due = dueTime < TimeSpan.Zero ? null : clock._now + dueTime;
                Period = period;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
