namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in the buffer for the next one.</summary>
    BufferHint = 1,

    /// <summary>The message is sent as it is even in a compressed call.</summary>
    NoCompress = 2,
}

/// <summary>How the messages of a call or a stream are written.</summary>
/// <param name="flags">The flags, of which none is set by default.</param>
public class WriteOptions(WriteFlags flags = default)
{
    /// <summary>Every message is compressed where the call is, and sent at once.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; } = flags;
}
