using System.Collections.Concurrent;

namespace Talent.Portal.Live;

/// <summary>Passes announcements on to everybody in this process who listens for the group.</summary>
public sealed class Announcements(TimeProvider time)
{
    private readonly ConcurrentDictionary<Listener, string> _listeners = new();

    /// <summary>Listens for a group until the answer is disposed of.</summary>
    public IBoardAnnouncements Listen(string groupId)
    {
        var listener = new Listener(this, time);
        _listeners[listener] = groupId;
        return listener;
    }

    /// <summary>Announces that a group's board has a new version.</summary>
    public void Announce(string groupId)
    {
        foreach (var (listener, group) in _listeners)
        {
            if (group == groupId)
                listener.Wake();
        }
    }

    private sealed class Listener(Announcements owner, TimeProvider time) : IBoardAnnouncements
    {
        private readonly SemaphoreSlim _announced = new(0, 1);

        public void Wake()
        {
            lock (_announced)
            {
                if (_announced.CurrentCount == 0)
                    _announced.Release();
            }
        }

        public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var woken = _announced.WaitAsync(either.Token);
            var waited = Task.Delay(longest, time, either.Token);
            await Task.WhenAny(woken, waited);
            await either.CancelAsync();
            await ((Task)woken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await waited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        public void Dispose() => owner._listeners.TryRemove(this, out _);
    }
}
