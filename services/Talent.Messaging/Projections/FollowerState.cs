namespace Talent.Messaging.Projections;

/// <summary>How far a reader of a log has come, as this process knows, for the figures.</summary>
/// <param name="service">The service that reads.</param>
/// <param name="source">The service whose log is read; for reactions with <c>reactions/</c> before it.</param>
internal sealed class FollowerState(string service, string source)
{
    private const long Unknown = -1;
    private long _head = Unknown;
    private long _position = Unknown;
    private long _waiting = Unknown;
    private long _stalled = Unknown;

    /// <summary>Who follows whom.</summary>
    public KeyValuePair<string, object?>[] Tags { get; } = [new("service", service), new("source", source)];

    /// <summary>The newest position of the source that is known of; null: not asked yet.</summary>
    public long? Head
    {
        get => Read(ref _head);
        set => Interlocked.Exchange(ref _head, value ?? Unknown);
    }

    /// <summary>The last position that was applied, here or by another replica; null: not read yet.</summary>
    public long? Position
    {
        get => Read(ref _position);
        set => Interlocked.Exchange(ref _position, value ?? Unknown);
    }

    /// <summary>Events of the source that are not applied yet; null: not known.</summary>
    public long? Lag => Head is { } head && Position is { } position ? Math.Max(0, head - position) : null;

    /// <summary>Messages that were sent to the queue and not acknowledged, when it was last asked; null: not known.</summary>
    public long? Waiting
    {
        get => Read(ref _waiting);
        set => Interlocked.Exchange(ref _waiting, value ?? Unknown);
    }

    /// <summary>The event that the reader cannot get past; zero: it is not stalled; null: not read yet.</summary>
    public long? StalledPosition
    {
        get => Read(ref _stalled);
        set => Interlocked.Exchange(ref _stalled, value ?? Unknown);
    }

    /// <summary>Raises the head to the position of an event that has arrived.</summary>
    public void RaiseHead(long position)
    {
        var known = Interlocked.Read(ref _head);
        while (known < position && Interlocked.CompareExchange(ref _head, position, known) is var found && found != known)
            known = found;
    }

    /// <summary>Takes over a position that was read from the database, unless this process has moved on meanwhile.</summary>
    /// <param name="before">What <see cref="Position"/> was before it was read.</param>
    /// <param name="stored">What was read.</param>
    public void MoveFrom(long? before, long stored) => Interlocked.CompareExchange(ref _position, stored, before ?? Unknown);

    private static long? Read(ref long figure) => Interlocked.Read(ref figure) is >= 0 and var known ? known : null;
}
