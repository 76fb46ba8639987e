using System.Collections.Concurrent;

namespace Talent.Messaging.Storage;

/// <summary>
/// The turns of the writers of one database. SQLite takes one writer at a time and lets the others poll; a queue in the process wakes
/// them one after the other instead. PostgreSQL needs none.
/// </summary>
internal sealed class WriterQueue
{
    private static readonly ConcurrentDictionary<string, WriterQueue> Queues = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim? _turn;

    private WriterQueue(SemaphoreSlim? turn) => _turn = turn;

    /// <summary>Everybody writes at once.</summary>
    public static WriterQueue Unlimited { get; } = new(null);

    /// <summary>The queue of a file: the same for everybody in the process.</summary>
    public static WriterQueue ForFile(string path) =>
        Queues.GetOrAdd(Path.GetFullPath(path), _ => new WriterQueue(new SemaphoreSlim(1, 1)));

    /// <summary>Waits for the turn; disposing of the answer ends it.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation)
    {
        if (_turn is not null)
            await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    /// <summary>One writer's turn.</summary>
    public readonly record struct Turn(SemaphoreSlim? Semaphore) : IDisposable
    {
        public void Dispose() => Semaphore?.Release();
    }
}
