using System.Diagnostics;

namespace Talent.Messaging.Relay;

/// <summary>Messages in flight: how many there may be, and up to which position all of them were confirmed.</summary>
/// <param name="limit">The most messages in flight.</param>
/// <param name="confirmed">The position that was confirmed before.</param>
/// <param name="report">Told each position up to which everything is confirmed.</param>
internal sealed class Confirmations(int limit, long confirmed, Action<long> report) : IAsyncDisposable
{
    private readonly SemaphoreSlim _room = new(limit, limit);
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly SortedSet<long> _ahead = [];
    private long _confirmed = confirmed;

    /// <summary>Fails as soon as a message was refused or lost.</summary>
    public Task Failure => _failure.Task;

    /// <summary>Waits until another message may be sent; fails when one in flight was refused.</summary>
    public async Task WaitForRoomAsync(CancellationToken cancellation)
    {
        if (_failure.Task.IsFaulted)
            await _failure.Task;
        await _room.WaitAsync(cancellation);
    }

    /// <summary>Counts a message that was sent.</summary>
    public void Add(long position, Task confirmation) => _ = AwaitAsync(position, confirmation, Stopwatch.GetTimestamp());

    /// <summary>Waits for what is in flight, so that nothing fails unobserved.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var place = 0; place < limit; place++)
            await _room.WaitAsync();
        _room.Dispose();
    }

    private async Task AwaitAsync(long position, Task confirmation, long started)
    {
        try
        {
            await confirmation;
            MessagingTelemetry.PublishTime.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            Confirm(position);
        }
        catch (Exception failure)
        {
            _failure.TrySetException(failure);
            // Whoever waits for room learns of it; nobody else has to.
            _ = _failure.Task.Exception;
        }
        finally
        {
            _room.Release();
        }
    }

    private void Confirm(long position)
    {
        lock (_gate)
        {
            _ahead.Add(position);
            while (_ahead.Remove(_confirmed + 1))
                _confirmed++;
            report(_confirmed);
        }
    }
}
