using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Reads messages with their prefix out of a pipe, each parsed where it lies.</summary>
sealed class MessageReader(PipeReader input, int? maxSize, Func<string?> encoding) : DeserializationContext
{
    ReadOnlySequence<byte> payload;

    public override int PayloadLength => (int)payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;

    /// <summary>The next message, or null at the end of the stream.</summary>
    /// <exception cref="RpcException">The frame breaks a rule: the status says which.</exception>
    public async ValueTask<T?> Read<T>(Marshaller<T> marshaller, CancellationToken cancel)
        where T : class
    {
        while (true)
        {
            var read = await input.ReadAsync(cancel);
            if (TryParse(read.Buffer, marshaller, out var message, out var consumed))
            {
                input.AdvanceTo(consumed);
                return message;
            }

            if (read.IsCompleted)
            {
                input.AdvanceTo(read.Buffer.End);
                return read.Buffer.IsEmpty ? null : throw new RpcException(WireStatus.Incomplete);
            }

            // Everything was examined, so the next read waits for more; else a message larger than the window hangs.
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The one message of a side that does not stream, or null when there is none.</summary>
    /// <exception cref="RpcException">The frame breaks a rule, or more follows the message.</exception>
    public async ValueTask<T?> ReadOnly<T>(Marshaller<T> marshaller, CancellationToken cancel)
        where T : class
    {
        var message = await Read(marshaller, cancel);
        if (message is null)
            return null;
        while (true)
        {
            var rest = await input.ReadAsync(cancel);
            var isEmpty = rest.Buffer.IsEmpty;
            input.AdvanceTo(rest.Buffer.End);
            if (!isEmpty)
                throw new RpcException(WireStatus.AdditionalData);
            if (rest.IsCompleted)
                return message;
        }
    }

    bool TryParse<T>(ReadOnlySequence<byte> buffer, Marshaller<T> marshaller, out T? message, out SequencePosition consumed)
        where T : class
    {
        (message, consumed) = (null, buffer.Start);
        if (buffer.Length < Protocol.PrefixLength)
            return false;
        try
        {
            Span<byte> prefix = stackalloc byte[Protocol.PrefixLength];
            buffer.Slice(0, Protocol.PrefixLength).CopyTo(prefix);
            var size = Check(prefix);
            if (buffer.Length - Protocol.PrefixLength < size)
                return false;
            payload = buffer.Slice(Protocol.PrefixLength, size);
            if (prefix[0] == 1)
                payload = Decompress(payload);
            message = Deserialise(marshaller);
            consumed = buffer.GetPosition(Protocol.PrefixLength + size);
            return true;
        }
        catch (RpcException)
        {
            // Nothing after a broken frame can be trusted.
            input.AdvanceTo(buffer.End);
            throw;
        }
    }

    uint Check(ReadOnlySpan<byte> prefix)
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (size > (uint)(maxSize ?? int.MaxValue))
            throw new RpcException(WireStatus.ReceivedTooLarge);
        return prefix[0] > 1 ? throw new RpcException(WireStatus.BadFlag) : size;
    }

    ReadOnlySequence<byte> Decompress(in ReadOnlySequence<byte> packed) => encoding() switch
    {
        Protocol.Gzip => new(Gzip.Decompress(packed, maxSize)),
        null => throw new RpcException(WireStatus.NoEncoding),
        Protocol.Identity => throw new RpcException(WireStatus.IdentityEncoding),
        var other => throw new RpcException(WireStatus.UnknownEncoding(other)),
    };

    T Deserialise<T>(Marshaller<T> marshaller)
    {
        try
        {
            return marshaller.ContextualDeserializer(this);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "The message cannot be parsed.", e));
        }
    }
}
