namespace Talent.Messaging;

/// <summary>Wakes one loop of this process before its next poll. Many rings before it listens are one.</summary>
internal sealed class Doorbell
{
    private volatile TaskCompletionSource _rung = NewRing();

    /// <summary>Rings.</summary>
    public void Ring() => _rung.TrySetResult();

    /// <summary>Rings if the condition holds.</summary>
    public void RingIf(bool condition)
    {
        if (condition)
            Ring();
    }

    /// <summary>Waits until it rings or the time is over, whichever is first.</summary>
    public async Task WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        var rung = _rung.Task;
        if (!rung.IsCompleted)
        {
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(rung, Task.Delay(limit, time, timer.Token));
            await timer.CancelAsync();
        }
        cancellation.ThrowIfCancellationRequested();
        // A ring from here on is for the next wait.
        if (rung.IsCompleted)
            _rung = NewRing();
    }

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
