using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Lengths of arrays that vectors work on as a whole.</summary>
internal static class Lanes
{
    /// <summary>A length filled up to whole vectors of 32-bit numbers.</summary>
    public static int Padded(int length) => (length + Vector512<int>.Count - 1) / Vector512<int>.Count * Vector512<int>.Count;
}
