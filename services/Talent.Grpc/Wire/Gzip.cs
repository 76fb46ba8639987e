using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The one compression this transport speaks.</summary>
static class Gzip
{
    public static ReadOnlyMemory<byte> Compress(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        using (var compressor = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            compressor.Write(plain);
        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    /// <summary>Inflates step by step, so that a small message cannot become larger than the limit.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED above the limit, INTERNAL for what is not gzip.</exception>
    public static ReadOnlyMemory<byte> Decompress(in ReadOnlySequence<byte> packed, int? maxSize)
    {
        using var decompressor = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var plain = new ArrayBufferWriter<byte>();
        try
        {
            int count;
            while ((count = decompressor.Read(plain.GetSpan(4096))) > 0)
            {
                plain.Advance(count);
                if (plain.WrittenCount > maxSize)
                    throw new RpcException(WireStatus.ReceivedTooLarge);
            }
        }
        catch (InvalidDataException e)
        {
            throw new RpcException(new Status(StatusCode.Internal, "The compressed message is not valid gzip.", e));
        }

        return plain.WrittenMemory;
    }
}
