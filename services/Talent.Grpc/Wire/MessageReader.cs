using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Reads messages out of a pipe.</summary>
sealed class MessageReader(PipeReader input, MessageParser parser)
{
    /// <summary>The next message, or null at the end of the stream.</summary>
    /// <exception cref="RpcException">The frame breaks a rule: the status says which.</exception>
    public async ValueTask<T?> Read<T>(Marshaller<T> marshaller, CancellationToken cancel)
        where T : class
    {
        while (true)
        {
            var read = await input.ReadAsync(cancel);
            var (consumed, examined) = (read.Buffer.End, read.Buffer.End);
            try
            {
                if (parser.FrameLength(read.Buffer) is { } length && length <= read.Buffer.Length)
                {
                    var message = parser.Parse(read.Buffer.Slice(0, length), marshaller);
                    consumed = examined = read.Buffer.GetPosition(length);
                    return message;
                }

                if (read.IsCompleted)
                    return read.Buffer.IsEmpty ? null : throw new RpcException(WireStatus.Incomplete);

                // Everything is examined, so the next read waits for more; else a message larger than the window hangs.
                consumed = read.Buffer.Start;
            }
            finally
            {
                // Nothing after a broken frame can be trusted: all of it is consumed.
                input.AdvanceTo(consumed, examined);
            }
        }
    }

    /// <summary>The one message of a side that does not stream, or null when there is none.</summary>
    /// <exception cref="RpcException">The frame breaks a rule, or more follows the message.</exception>
    public async ValueTask<T?> ReadOnly<T>(Marshaller<T> marshaller, CancellationToken cancel)
        where T : class
    {
        while (true)
        {
            var read = await input.ReadAsync(cancel);
            var consumed = read.Buffer.End;
            try
            {
                if (read.IsCompleted)
                    return parser.ParseOnly(read.Buffer, marshaller);
                parser.CheckOnly(read.Buffer);
                consumed = read.Buffer.Start;
            }
            finally
            {
                input.AdvanceTo(consumed, read.Buffer.End);
            }
        }
    }
}
