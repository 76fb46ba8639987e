using System.Buffers.Binary;

namespace Talent.Messaging;

/// <summary>
/// Identifiers that are the same in every run: the time of the injected clock and bits of SplitMix64 (Steele, Lea and Flood, 2014).
/// Two sources with the same seed, at the same instants, give the same identifiers in the same order. Thread safe.
/// </summary>
/// <param name="seed">Which series of identifiers.</param>
/// <param name="time">Gives the milliseconds at the head of each identifier.</param>
public sealed class SeededIdentifierSource(ulong seed, TimeProvider time) : IdentifierSource
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <inheritdoc />
    public override Guid NextGuid()
    {
        var state = Interlocked.Add(ref _state, Step);
        var first = Mix(state);
        var second = Mix(first ^ state);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)time.GetUtcNow().ToUnixTimeMilliseconds() << 16) | (first & 0xFFFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], second);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70); // version 7
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80); // variant of RFC 9562
        return new Guid(bytes, bigEndian: true);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
