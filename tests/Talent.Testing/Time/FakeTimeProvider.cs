namespace Talent.Testing;

/// <summary>
/// Time that stands still until a test moves it. Timers, and with them <c>Task.Delay</c> and <c>CancellationTokenSource</c> on this
/// provider, fire while time moves, in the order in which they are due, each seeing exactly the instant it was due at.
/// </summary>
/// <remarks>Callbacks run on the thread that moves time, one after the other, outside any lock.</remarks>
public sealed class FakeTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now;
    private long _armings;

    /// <summary>Time starts at noon UTC on 1 July 2026.</summary>
    public FakeTimeProvider() : this(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Time starts at <paramref name="start"/>.</summary>
    public FakeTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The number of timers that are armed and have not fired: a test waits for it before it moves time.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_gate)
                return _timers.Count;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves time forward and fires what falls due on the way; zero fires what is due already.</summary>
    /// <param name="by">How far; not negative.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + by);
    }

    /// <summary>Moves time forward to <paramref name="instant"/> and fires what falls due on the way.</summary>
    /// <param name="instant">Not before the present instant.</param>
    public void AdvanceTo(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
        while (TakeDue(instant) is { } timer)
            timer.Fire();
        lock (_gate)
        {
            if (_now < instant)
                _now = instant.ToUniversalTime();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Arm(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueTime;
            timer.Period = period;
            timer.Arming = ++_armings;
            _timers.Add(timer);
        }
    }

    internal void Disarm(FakeTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    // Takes the timer that is due first (armed first among equals) and moves time to it.
    private FakeTimer? TakeDue(DateTimeOffset limit)
    {
        lock (_gate)
        {
            var timer = _timers.MinBy(each => (each.Due, each.Arming));
            if (timer is null || timer.Due > limit)
                return null;
            if (timer.Due > _now)
                _now = timer.Due;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.Due += timer.Period;
                timer.Arming = ++_armings;
            }
            else
            {
                _timers.Remove(timer);
            }
            return timer;
        }
    }
}
