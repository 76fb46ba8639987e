namespace Talent.Messaging;

/// <summary>Pauses between tries: each twice as long as the one before, up to a limit.</summary>
internal sealed class GrowingPause(TimeSpan first, TimeSpan longest, TimeProvider time)
{
    private TimeSpan _last;

    /// <summary>The next pause, which also makes the one after it longer.</summary>
    public TimeSpan Next()
    {
        var next = _last == default ? first : _last * 2;
        return _last = next < longest ? next : longest;
    }

    /// <summary>After a success the first pause is short again.</summary>
    public void Reset() => _last = default;

    /// <summary>Waits for the next pause.</summary>
    public Task WaitAsync(CancellationToken cancellation) => Task.Delay(Next(), time, cancellation);
}
