namespace Talent.Testing.Tests;

public sealed class FakeTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public void GetUtcNow_NobodyMovedTime_IsTheStart() => Assert.Equal(Start, _time.GetUtcNow());

    [Fact]
    public void GetElapsedTime_AfterAdvance_IsTheAdvance()
    {
        var before = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromMilliseconds(1500));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), _time.GetElapsedTime(before));
    }

    [Fact]
    public void Advance_Negative_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public async Task Advance_TaskDelay_CompletesWhenDueAndNotBefore()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _time);
        _time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));
        await delay;
    }

    [Fact]
    public void Advance_CancellationTokenSource_CancelsWhenDue()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(source.IsCancellationRequested);
    }

    [Fact]
    public void Advance_SeveralTimers_FireInOrderAtTheirOwnInstants()
    {
        var fired = new List<(string Name, TimeSpan After)>();
        Record("later", 3);
        Record("first", 1);
        Record("also first", 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([("first", Seconds(1)), ("also first", Seconds(1)), ("later", Seconds(3))], fired);
        Assert.Equal(Start + Seconds(5), _time.GetUtcNow());

        void Record(string name, int seconds) =>
            _time.CreateTimer(_ => fired.Add((name, _time.GetUtcNow() - Start)), null, Seconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOncePerPeriodUntilDisposed()
    {
        var fired = 0;
        var timer = _time.CreateTimer(_ => fired++, null, Seconds(1), Seconds(2));
        _time.Advance(Seconds(6));
        Assert.Equal(3, fired);
        timer.Dispose();
        _time.Advance(Seconds(6));
        Assert.Equal(3, fired);
        Assert.False(timer.Change(Seconds(1), Seconds(1)));
    }

    [Fact]
    public void Advance_TimerArmedByATimer_FiresInTheSameMove()
    {
        var fired = new List<DateTimeOffset>();
        _time.CreateTimer(
            _ => _time.CreateTimer(_ => fired.Add(_time.GetUtcNow()), null, Seconds(1), Timeout.InfiniteTimeSpan),
            null,
            Seconds(1),
            Timeout.InfiniteTimeSpan);
        _time.Advance(Seconds(2));
        Assert.Equal([Start + Seconds(2)], fired);
    }

    [Fact]
    public void ArmedTimers_TimerFires_CountsItNoMore()
    {
        using var timer = _time.CreateTimer(_ => { }, null, Seconds(1), Timeout.InfiniteTimeSpan);
        Assert.Equal(1, _time.ArmedTimers);
        _time.Advance(Seconds(1));
        Assert.Equal(0, _time.ArmedTimers);
    }

    [Fact]
    public async Task Advance_PeriodicTimerOfTheFramework_TicksWithTime()
    {
        using var timer = new PeriodicTimer(Seconds(1), _time);
        var tick = timer.WaitForNextTickAsync();
        Assert.False(tick.IsCompleted);
        _time.Advance(Seconds(1));
        Assert.True(await tick);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
