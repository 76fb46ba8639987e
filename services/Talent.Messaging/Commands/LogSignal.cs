using Talent.Messaging.Storage;

namespace Talent.Messaging.Commands;

/// <summary>Tells the relay of the same process that a command was committed, so that it need not wait for its next poll.</summary>
/// <typeparam name="TContext">Whose log has grown.</typeparam>
internal sealed class LogSignal<TContext> : IDisposable where TContext : ServiceContext
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Rings; many rings before the relay listens are one.</summary>
    public void Ring()
    {
        if (_rung.CurrentCount > 0)
            return;
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody rang at the same moment: one ring is enough.
        }
    }

    /// <summary>Waits until it rings or the time is over, whichever is first.</summary>
    public async Task WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _rung.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    public void Dispose() => _rung.Dispose();
}
