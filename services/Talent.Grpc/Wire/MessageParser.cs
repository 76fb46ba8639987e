using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Parses one message with its prefix where its bytes lie.</summary>
sealed class MessageParser(int? maxSize, string? encoding) : DeserializationContext
{
    ReadOnlySequence<byte> payload;
    bool isCompressed;

    public override int PayloadLength => (int)payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;

    /// <summary>Size of the first frame in bytes, prefix included; null until its prefix is there.</summary>
    /// <exception cref="RpcException">The prefix announces more than the limit, or is none.</exception>
    public long? FrameLength(in ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < Protocol.PrefixLength)
            return null;
        Span<byte> prefix = stackalloc byte[Protocol.PrefixLength];
        buffer.Slice(0, Protocol.PrefixLength).CopyTo(prefix);
        var size = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (size > (uint)(maxSize ?? int.MaxValue))
            throw new RpcException(WireStatus.ReceivedTooLarge);
        if (prefix[0] > 1)
            throw new RpcException(WireStatus.BadFlag);
        isCompressed = prefix[0] == 1;
        return Protocol.PrefixLength + size;
    }

    /// <summary>The message of a whole frame, whose length was asked for before.</summary>
    /// <exception cref="RpcException">The message cannot be inflated or parsed.</exception>
    public T Parse<T>(in ReadOnlySequence<byte> frame, Marshaller<T> marshaller)
    {
        payload = frame.Slice(Protocol.PrefixLength);
        if (isCompressed)
            payload = Decompress(payload);
        try
        {
            return marshaller.ContextualDeserializer(this);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "The message cannot be parsed.", e));
        }
    }

    /// <summary>The one message of a side that has ended, or null when there is none.</summary>
    /// <exception cref="RpcException">The bytes are not exactly one message.</exception>
    public T? ParseOnly<T>(in ReadOnlySequence<byte> all, Marshaller<T> marshaller)
        where T : class
    {
        if (all.IsEmpty)
            return null;
        var length = FrameLength(all);
        if (length is null || length > all.Length)
            throw new RpcException(WireStatus.Incomplete);
        return length < all.Length ? throw new RpcException(WireStatus.AdditionalData) : Parse(all, marshaller);
    }

    /// <summary>Refuses, before they have all arrived, bytes that cannot become exactly one message.</summary>
    public void CheckOnly(in ReadOnlySequence<byte> sofar)
    {
        if (FrameLength(sofar) < sofar.Length)
            throw new RpcException(WireStatus.AdditionalData);
    }

    ReadOnlySequence<byte> Decompress(in ReadOnlySequence<byte> packed) => encoding switch
    {
        Protocol.Gzip => new(Gzip.Decompress(packed, maxSize)),
        null => throw new RpcException(WireStatus.NoEncoding),
        Protocol.Identity => throw new RpcException(WireStatus.IdentityEncoding),
        _ => throw new RpcException(WireStatus.UnknownEncoding(encoding)),
    };
}
