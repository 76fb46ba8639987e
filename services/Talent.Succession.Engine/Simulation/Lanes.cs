using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Arrays that vectors work on as a whole.</summary>
internal static class Lanes
{
    /// <summary>A length filled up to whole vectors of 32-bit numbers.</summary>
    public static int Padded(int length) => (length + Vector512<int>.Count - 1) / Vector512<int>.Count * Vector512<int>.Count;

    /// <summary>An array of whole vectors as these vectors.</summary>
    public static Span<Vector512<T>> Of<T>(T[] numbers) where T : struct => MemoryMarshal.Cast<T, Vector512<T>>(numbers.AsSpan());
}
