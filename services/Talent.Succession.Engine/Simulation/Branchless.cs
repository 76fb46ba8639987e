using System.Runtime.CompilerServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// The lesser and the greater of two days without a branch. In a loop the compiler makes branches of <see cref="Math.Min(int, int)"/> and
/// <see cref="Math.Max(int, int)"/>, and which of two drawn days is earlier cannot be foretold. The two may not lie 2^31 or more apart.
/// </summary>
internal static class Branchless
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Min(int one, int other)
    {
        var more = one - other;
        return other + (more & (more >> 31));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Max(int one, int other)
    {
        var more = one - other;
        return one - (more & (more >> 31));
    }

    /// <summary>All bits when one is less than the other, else none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IsLess(int one, int other) => (one - other) >> 31;

    /// <summary>1 when both are the same, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IsEqual(int one, int other) => one == other ? 1 : 0;
}
