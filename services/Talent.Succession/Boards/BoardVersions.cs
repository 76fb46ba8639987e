using System.Collections.Concurrent;

namespace Talent.Succession.Boards;

/// <summary>The board versions this process knows of, for those who wait for a newer one.</summary>
public sealed class BoardVersions
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    /// <summary>Takes note of a version. An older one than known changes nothing.</summary>
    /// <returns>True when it was news.</returns>
    public bool Note(string groupId, long version)
    {
        var entry = _entries.GetOrAdd(groupId, _ => new Entry());
        TaskCompletionSource changed;
        lock (entry)
        {
            if (version <= entry.Version) return false;
            entry.Version = version;
            (changed, entry.Changed) = (entry.Changed, NewSignal());
        }

        changed.SetResult();
        return true;
    }

    /// <summary>Waits until a version newer than the one given is known, and returns it.</summary>
    public async Task<long> WaitForNewerAsync(string groupId, long version, CancellationToken cancellation)
    {
        var entry = _entries.GetOrAdd(groupId, _ => new Entry());
        while (true)
        {
            Task changed;
            lock (entry)
            {
                if (entry.Version > version) return entry.Version;
                changed = entry.Changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    // Waiters go on elsewhere, never on the thread that found the new version.
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Entry
    {
        public long Version { get; set; }

        public TaskCompletionSource Changed { get; set; } = NewSignal();
    }
}
