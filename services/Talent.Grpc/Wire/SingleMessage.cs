using System.Buffers;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Reads the one message of a side that does not stream out of a stream, without the layers a pipe would add.</summary>
static class SingleMessage
{
    const int FirstBuffer = 4096;

    /// <summary>The message, or null when the stream is empty.</summary>
    /// <exception cref="RpcException">The frame breaks a rule, or more follows the message.</exception>
    public static async ValueTask<T?> Read<T>(Stream from, MessageParser parser, Marshaller<T> marshaller, CancellationToken cancel)
        where T : class
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var filled = 0;
        int count;
        while ((count = await from.ReadAsync(buffer.AsMemory(filled), cancel)) > 0)
        {
            filled += count;
            parser.CheckOnly(new ReadOnlySequence<byte>(buffer, 0, filled));
            if (filled == buffer.Length)
                buffer = Grow(buffer);
        }

        var message = parser.ParseOnly(new ReadOnlySequence<byte>(buffer, 0, filled), marshaller);

        // Given back only here: after a failure somebody may still be writing to it.
        ArrayPool<byte>.Shared.Return(buffer);
        return message;
    }

    static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
