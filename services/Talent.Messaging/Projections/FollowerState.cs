namespace Talent.Messaging.Projections;

/// <summary>How far a follower of this process has come, for the figures.</summary>
internal sealed class FollowerState(string service, string source)
{
    private long _head;
    private long _position;
    private long _waiting = -1;

    /// <summary>Who follows whom.</summary>
    public KeyValuePair<string, object?>[] Tags { get; } = [new("service", service), new("source", source)];

    /// <summary>Head of the source when it was last asked for.</summary>
    public long Head
    {
        get => Interlocked.Read(ref _head);
        set => Interlocked.Exchange(ref _head, value);
    }

    /// <summary>The last position that was applied here.</summary>
    public long Position
    {
        get => Interlocked.Read(ref _position);
        set => Interlocked.Exchange(ref _position, value);
    }

    /// <summary>Messages in the queue when it was last asked for; null: not known.</summary>
    public long? Waiting
    {
        get => Interlocked.Read(ref _waiting) is >= 0 and var count ? count : null;
        set => Interlocked.Exchange(ref _waiting, value ?? -1);
    }
}
