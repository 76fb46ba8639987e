using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Writes messages with their prefix. One whose size the marshaller announces goes straight into the output.</summary>
sealed class MessageWriter(IBufferWriter<byte> output, int? maxSize) : SerializationContext
{
    ArrayBufferWriter<byte>? scratch;
    int? length;
    bool compress;
    bool done;

    bool Direct => !compress && length is not null;

    /// <summary>Writes one message.</summary>
    /// <exception cref="RpcException">The message is larger than the limit; nothing was written.</exception>
    public void Write<T>(Marshaller<T> marshaller, T message, bool compressed)
    {
        (length, compress, done) = (null, compressed, false);
        scratch?.ResetWrittenCount();
        marshaller.ContextualSerializer(message, this);
        if (!done)
            throw new InvalidOperationException("The marshaller did not complete the message.");
    }

    public override void SetPayloadLength(int payloadLength) => length = payloadLength;

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (!Direct)
            return scratch ??= new();
        WritePrefix(length!.Value);
        return output;
    }

    public override void Complete()
    {
        if (!Direct)
            WriteBody((scratch ??= new()).WrittenSpan);
        done = true;
    }

    public override void Complete(byte[] payload)
    {
        WriteBody(payload);
        done = true;
    }

    void WriteBody(ReadOnlySpan<byte> payload)
    {
        CheckSize(payload.Length);

        // No bytes have no gzip form that every peer reads.
        compress &= payload.Length > 0;
        var body = compress ? Gzip.Compress(payload).Span : payload;
        WritePrefix(body.Length);
        output.Write(body);
    }

    void WritePrefix(int size)
    {
        CheckSize(size);
        var prefix = output.GetSpan(Protocol.PrefixLength);
        prefix[0] = compress ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], size);
        output.Advance(Protocol.PrefixLength);
    }

    void CheckSize(int size)
    {
        if (size > maxSize)
            throw new RpcException(WireStatus.SentTooLarge);
    }
}
